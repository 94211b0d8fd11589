/** A centre that an account may belong to. */
export interface Centre {
  /** Two-digit code of its province. */
  readonly province: string;
  readonly name: string;
}
