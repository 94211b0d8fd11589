import type { Language } from '../../../accounts/account.ts';
import type { PasswordFault } from '../../../accounts/password-rules.ts';
import type { QrCode } from '../../../ports/sign-in.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Buttons, Notice, TextField } from '../kit/parts.tsx';
import type { Shell } from '../kit/shell.ts';
import { CREDENTIAL_WORDS, INVITATION_WORDS } from './wording.ts';

export interface NewPasswordFaults {
  readonly password?: PasswordFault | undefined;
  readonly again?: 'differs' | undefined;
}

/** A new password, typed twice. What was typed is never sent back to the browser. */
export function NewPassword({
  language,
  label,
  faults,
}: {
  readonly language: Language;
  readonly label: string;
  readonly faults: NewPasswordFaults;
}) {
  const words = CREDENTIAL_WORDS[language];
  return (
    <>
      <TextField
        name="password"
        label={label}
        type="password"
        autocomplete="new-password"
        hint={words.passwordHint}
        fault={faults.password && words.passwordFaults[faults.password]}
        required
      />
      <TextField
        name="again"
        label={words.again}
        type="password"
        autocomplete="new-password"
        fault={faults.again && words.differs}
        required
      />
    </>
  );
}

export interface AppSecret {
  /** Goes with the form, so that the same picture is shown when it comes back with a fault. */
  readonly seed: string;
  /** Base32. */
  readonly secret: string;
  readonly qr: QrCode;
}

/** How to set up an app for codes, and the code that shows that it works. */
export function AppForCodes({
  language,
  app: { seed, secret, qr },
  wrong,
}: {
  readonly language: Language;
  readonly app: AppSecret;
  readonly wrong: boolean;
}) {
  const words = CREDENTIAL_WORDS[language];
  return (
    <>
      <input type="hidden" name="seed" value={seed} />
      <ol class="plain">
        {words.appSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <svg
        class="qr"
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={words.qr}
        shape-rendering="crispEdges"
      >
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p>
        {words.secret}: <span class="code">{secret.replace(/.{4}(?=.)/g, '$& ')}</span>
      </p>
      <TextField
        name="code"
        label={words.code}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={10}
        fault={wrong ? words.codeWrong : undefined}
        required
      />
    </>
  );
}

/** The recovery codes, this once, with ways to keep them. */
export function RecoveryCodesPage({
  shell,
  codes,
  next,
}: {
  readonly shell: Shell;
  readonly codes: readonly string[];
  /** Where to go on. */
  readonly next: string;
}) {
  const words = INVITATION_WORDS[shell.language];
  const file = `${words.fileHead}\r\n\r\n${codes.join('\r\n')}\r\n`;
  return (
    <ConsolePage shell={shell} title={words.codesTitle}>
      <Notice kind="warning">{words.codesLead}</Notice>
      <section class="card" aria-label={words.codesList}>
        <pre class="code" id="ma-du-phong">
          {codes.join('\n')}
        </pre>
        <Buttons>
          <a
            class="button"
            download={words.fileName}
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          >
            {words.download}
          </a>
          <button type="button" data-copy="ma-du-phong" data-done={words.copied} hidden>
            {words.copy}
          </button>
          <button type="button" data-print hidden>
            {words.print}
          </button>
        </Buttons>
      </section>
      <p>
        <a class="button main" href={next}>
          {words.saved}
        </a>
      </p>
    </ConsolePage>
  );
}
