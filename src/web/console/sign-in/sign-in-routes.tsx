import { z } from 'zod';
import { checkPassword } from '../../../flow/sign-in/check-password.ts';
import { checkSecondFactor, type Proof } from '../../../flow/sign-in/check-second-factor.ts';
import { signOut } from '../../../flow/sign-in/who-is.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { startOf } from '../kit/navigation.ts';
import { Button, Buttons, Notice, TextField } from '../kit/parts.tsx';
import type { ConsoleRoute, OpenContext } from '../kit/route.ts';
import type { Shell } from '../kit/shell.ts';
import { signedIn } from './session-cookie.ts';
import { fromOf, type SignInNeeds } from './sign-in-needs.ts';
import { SIGN_IN_WORDS } from './wording.ts';

const LONGEST_FIELD = 320;
/** A page of ours, and nothing that a browser could take for another site. */
const Next = z
  .string()
  .regex(/^\/console(?:[/?][^\\]*)?$/)
  .catch('/console');
const PasswordForm = z.object({
  login: z.string().max(LONGEST_FIELD).catch(''),
  password: z.string().max(LONGEST_FIELD).catch(''),
  next: Next,
});
const CodeForm = z.object({
  code: z.string().max(LONGEST_FIELD).optional(),
  recovery: z.string().max(LONGEST_FIELD).optional(),
  next: Next,
});

/** Signing in, in two steps, and out. */
export function signInRoutes(needs: SignInNeeds): readonly ConsoleRoute[] {
  return [
    {
      method: 'GET',
      path: '/sign-in',
      may: 'anyone',
      handle: (c) => {
        const next = Next.parse(c.req.query('next'));
        const { account, language } = c.get('shell');
        if (account) return c.redirect(next, 303);
        const words = SIGN_IN_WORDS[language];
        const told = new Map([
          ['out', words.signedOut],
          ['late', words.tooLate],
        ]).get(c.req.query('told') ?? '');
        return c.html(<PasswordPage shell={c.get('shell')} next={next} login="" told={told} />);
      },
    },
    {
      method: 'POST',
      path: '/sign-in',
      may: 'anyone',
      handle: async (c) => {
        const form = PasswordForm.parse(await c.req.parseBody());
        const result = await checkPassword(form, await fromOf(c, needs), needs);
        if (result.kind === 'halfway') {
          await needs.cookie.write(c, result.token);
          return c.redirect(`/console/sign-in/code?next=${encodeURIComponent(form.next)}`, 303);
        }
        const words = SIGN_IN_WORDS[c.get('language')];
        const fault = result.kind === 'locked' ? locked(c, result.minutes) : words.refused;
        return c.html(<PasswordPage shell={c.get('shell')} {...form} fault={fault} />, statusOf(result.kind));
      },
    },
    {
      method: 'GET',
      path: '/sign-in/code',
      may: 'anyone',
      handle: async (c) => {
        const next = Next.parse(c.req.query('next'));
        if (c.get('shell').account) return c.redirect(next, 303);
        if ((await needs.cookie.read(c)) === undefined) return c.redirect('/console/sign-in', 303);
        return c.html(<CodePage shell={c.get('shell')} next={next} />);
      },
    },
    {
      method: 'POST',
      path: '/sign-in/code',
      may: 'anyone',
      handle: async (c) => {
        const form = CodeForm.parse(await c.req.parseBody());
        const halfway = await needs.cookie.read(c);
        if (halfway === undefined) return c.redirect('/console/sign-in?told=late', 303);
        const proof: Proof =
          form.recovery === undefined
            ? { kind: 'app', code: form.code ?? '' }
            : { kind: 'recovery', code: form.recovery };
        const result = await checkSecondFactor(halfway, proof, await fromOf(c, needs), needs);
        switch (result.kind) {
          case 'expired': // or sent twice, and the first time was right: then the next page knows who it is
            return c.redirect('/console/sign-in?told=late', 303);
          case 'signed-in': {
            await needs.cookie.write(c, result.token);
            await needs.devices.remember(c, result.account.id);
            if (result.codesLeft !== undefined) return c.redirect('/console/profile?told=recovered', 303);
            return c.redirect(form.next === '/console' ? startOf(result.account.role) : form.next, 303);
          }
          default: {
            const words = SIGN_IN_WORDS[c.get('language')];
            const refused = proof.kind === 'app' ? words.codeRefused : words.recoveryRefused;
            const fault = result.kind === 'locked' ? locked(c, result.minutes) : refused;
            const page = <CodePage shell={c.get('shell')} next={form.next} wrong={proof.kind} fault={fault} />;
            return c.html(page, statusOf(result.kind));
          }
        }
      },
    },
    {
      method: 'POST',
      path: '/sign-out',
      may: 'anyone',
      handle: async (c) => {
        const me = await signedIn(needs)(c);
        if (me) await signOut(me, needs);
        needs.cookie.remove(c);
        return c.redirect('/console/sign-in?told=out', 303);
      },
    },
  ];
}

function statusOf(kind: 'locked' | 'refused'): 422 | 429 {
  return kind === 'locked' ? 429 : 422;
}

function locked(c: OpenContext, minutes: number): string {
  c.header('retry-after', String(minutes * 60));
  return SIGN_IN_WORDS[c.get('language')].locked(minutes);
}

function PasswordPage({
  shell,
  next,
  login,
  told,
  fault,
}: {
  readonly shell: Shell;
  readonly next: string;
  readonly login: string;
  readonly told?: string | undefined;
  readonly fault?: string | undefined;
}) {
  const words = SIGN_IN_WORDS[shell.language];
  return (
    <ConsolePage shell={shell} title={words.title} lead={words.lead}>
      {told !== undefined && <Notice>{told}</Notice>}
      {fault !== undefined && <Notice kind="fault">{fault}</Notice>}
      <form method="post" action="/console/sign-in" class="card narrow">
        <input type="hidden" name="next" value={next} />
        <TextField name="login" label={words.login} type="email" autocomplete="username" value={login} required />
        <TextField name="password" label={words.password} type="password" autocomplete="current-password" required />
        <Buttons>
          <Button>{words.goOn}</Button>
        </Buttons>
      </form>
    </ConsolePage>
  );
}

function CodePage({
  shell,
  next,
  wrong,
  fault,
}: {
  readonly shell: Shell;
  readonly next: string;
  readonly wrong?: Proof['kind'];
  readonly fault?: string;
}) {
  const words = SIGN_IN_WORDS[shell.language];
  return (
    <ConsolePage shell={shell} title={words.codeTitle} lead={words.codeLead}>
      <form method="post" action="/console/sign-in/code" class="card narrow">
        <input type="hidden" name="next" value={next} />
        <TextField
          name="code"
          label={words.code}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={10}
          fault={wrong === 'app' ? fault : undefined}
          required
        />
        <Buttons>
          <Button>{words.signIn}</Button>
        </Buttons>
      </form>
      <details open={wrong === 'recovery'}>
        <summary>{words.lostPhone}</summary>
        <form method="post" action="/console/sign-in/code" class="card narrow">
          <input type="hidden" name="next" value={next} />
          <TextField
            name="recovery"
            label={words.recoveryCode}
            hint={words.recoveryHint}
            autocomplete="off"
            maxlength={40}
            fault={wrong === 'recovery' ? fault : undefined}
            required
          />
          <Buttons>
            <Button kind="plain">{words.useRecoveryCode}</Button>
          </Buttons>
        </form>
      </details>
      <form method="post" action="/console/sign-out">
        <button type="submit" class="link">
          {words.anew}
        </button>
      </form>
    </ConsolePage>
  );
}
