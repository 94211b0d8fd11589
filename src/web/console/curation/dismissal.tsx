import { AreaField, Button, Buttons, Card } from '../kit/parts.tsx';

/** What somebody typed who gives up a question or a candidate. */
export interface Dismissal {
  readonly reason: string;
  /** No reason was given. */
  readonly fault: boolean;
}

export interface DismissCardProps {
  /** Of the question or candidate. */
  readonly path: string;
  readonly dismissal: Dismissal | undefined;
  readonly words: {
    readonly dismiss: string;
    readonly reason: string;
    readonly dismissHint: string;
    readonly reasonMissing: string;
  };
}

/** Gives up what waits, with a reason. */
export function DismissCard({ path, dismissal, words }: DismissCardProps) {
  return (
    <Card heading={words.dismiss}>
      <form method="post" action={`${path}/dismiss`}>
        <AreaField
          name="reason"
          label={words.reason}
          hint={words.dismissHint}
          value={dismissal?.reason}
          fault={dismissal?.fault ? words.reasonMissing : undefined}
          rows={2}
          maxlength={300}
          required
        />
        <Buttons>
          <Button kind="danger">{words.dismiss}</Button>
        </Buttons>
      </form>
    </Card>
  );
}
