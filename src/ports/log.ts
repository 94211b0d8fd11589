/** Facts that may be logged: ids, counts, names of things. Never what a person wrote, nor who they are. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** Writes the kind and place of a fault, not the data it carried. */
  fault(event: string, fault: unknown, facts?: LogFacts): void;
}
