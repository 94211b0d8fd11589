import type { Context } from 'hono';
import { z } from 'zod';
import { loginOf } from '../../../accounts/login.ts';
import { passwordFault } from '../../../accounts/password-rules.ts';
import { type AcceptFaults, acceptInvitation, openInvitation } from '../../../flow/sign-in/accept-invitation.ts';
import { clean } from '../../../language/clean.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, Card, Facts, Notice, TextField } from '../kit/parts.tsx';
import { ROLE_NAMES } from '../kit/role-names.ts';
import type { ConsoleRoute, OpenContext } from '../kit/route.ts';
import type { Shell } from '../kit/shell.ts';
import {
  AppForCodes,
  type AppSecret,
  NewPassword,
  type NewPasswordFaults,
  RecoveryCodesPage,
} from './credential-parts.tsx';
import { fromOf, type SignInNeeds } from './sign-in-needs.ts';
import { CREDENTIAL_WORDS, INVITATION_WORDS, SIGN_IN_WORDS } from './wording.ts';

const LONGEST_NAME = 80;
const text = (longest: number) => z.string().max(longest).catch('');
const Seed = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
const AcceptForm = z.object({
  token: z.string().regex(/^[A-Za-z0-9_-]{20,128}$/),
  name: text(LONGEST_NAME).transform(clean),
  login: text(320),
  password: text(1000),
  again: text(1000),
  seed: Seed,
  code: text(40),
});
const Login = z.email();

export interface InvitationNeeds extends SignInNeeds {
  readonly centreName: (province: string) => string;
}

interface Faults extends AcceptFaults, NewPasswordFaults {
  readonly name?: 'missing' | undefined;
  readonly wrongLogin?: boolean;
}

/**
 * The link of an invitation: the one who opens it gives their name, login and password, sets up the app for codes and gets
 * recovery codes. The token stands in the query and not in the path, which may be written to a log.
 */
export function invitationRoutes(needs: InvitationNeeds): readonly ConsoleRoute[] {
  const { store, secondFactor, now, centreName } = needs;

  return [
    {
      method: 'GET',
      path: '/invitation',
      may: 'anyone',
      handle: (c) => show(c, { token: c.req.query('token') ?? '', seed: needs.newToken() }),
    },
    {
      method: 'POST',
      path: '/invitation',
      may: 'anyone',
      handle: async (c) => {
        const read = AcceptForm.safeParse(await c.req.parseBody());
        if (!read.success) return gone(c);
        const form = read.data;
        const opened = await store.transaction((records) => openInvitation(form.token, now(), records));
        if (!opened) return gone(c);
        const own: Faults = {
          password: passwordFault(form.password, opened.account?.login ?? loginOf(form.login)),
          again: form.password === form.again ? undefined : 'differs',
          name: !opened.account && form.name === '' ? 'missing' : undefined,
          wrongLogin: !opened.account && !Login.safeParse(loginOf(form.login)).success,
        };
        if (Object.values(own).some(Boolean)) return show(c, { ...form, faults: own });
        const { device } = await fromOf(c, needs);
        const seed = boundSeed(form);
        const result = await acceptInvitation({ ...form, seed, device, language: c.get('language') }, needs);
        if (result.kind === 'gone') return gone(c);
        if (result.kind === 'faults') return show(c, { ...form, faults: result.faults });
        await needs.cookie.write(c, result.token);
        await needs.devices.remember(c, result.account);
        return c.html(<RecoveryCodesPage shell={c.get('shell')} codes={result.recoveryCodes} next="/console" />);
      },
    },
  ];

  async function show(
    c: OpenContext,
    form: { token: string; seed: string; name?: string; login?: string; faults?: Faults },
  ): Promise<Response> {
    const opened = await store.transaction((records) => openInvitation(form.token, now(), records));
    if (!opened) return gone(c);
    const { language } = c.get('shell');
    const { invitation, account } = opened;
    const secret = secondFactor.secretOf(boundSeed(form));
    const label = account?.login ?? ROLE_NAMES[language][invitation.role];
    return c.html(
      <InvitationPage
        shell={c.get('shell')}
        form={form}
        app={{ seed: form.seed, secret, qr: secondFactor.qrOf(secret, label) }}
        role={ROLE_NAMES[language][invitation.role]}
        centre={invitation.province === undefined ? undefined : centreName(invitation.province)}
        renews={account?.login}
      />,
      form.faults ? 422 : 200,
    );
  }
}

/** The secret belongs to this link: a seed from elsewhere makes another. */
function boundSeed({ token, seed }: { readonly token: string; readonly seed: string }): string {
  return `${token} ${seed}`;
}

function gone(c: OpenContext): Response | Promise<Response> {
  const words = INVITATION_WORDS[c.get('language')];
  return (c as Context).html(
    <ConsolePage shell={c.get('shell')} title={words.title}>
      <Notice kind="fault">{words.gone}</Notice>
      <p>{words.goneHelp}</p>
      <p>
        <a href="/console/sign-in">{words.toSignIn}</a>
      </p>
    </ConsolePage>,
    410,
  );
}

function InvitationPage({
  shell,
  form: { token, name, login, faults = {} },
  app,
  role,
  centre,
  renews,
}: {
  readonly shell: Shell;
  readonly form: { readonly token: string; readonly name?: string; readonly login?: string; readonly faults?: Faults };
  readonly app: AppSecret;
  readonly role: string;
  readonly centre: string | undefined;
  /** Login of the account that gets a new password and second factor. */
  readonly renews: string | undefined;
}) {
  const words = INVITATION_WORDS[shell.language];
  const { login: loginLabel, password } = SIGN_IN_WORDS[shell.language];
  const isNew = renews === undefined;
  return (
    <ConsolePage
      shell={shell}
      title={isNew ? words.title : words.renewTitle}
      lead={isNew ? words.lead(role, centre) : words.renewLead}
    >
      <form method="post" action="/console/invitation" class="narrow">
        <input type="hidden" name="token" value={token} />
        <Card heading={words.about}>
          {isNew ? (
            <>
              <TextField
                name="name"
                label={words.name}
                hint={words.nameHint}
                autocomplete="name"
                maxlength={LONGEST_NAME}
                value={name}
                fault={faults.name && words.nameMissing}
                required
              />
              <TextField
                name="login"
                label={loginLabel}
                type="email"
                autocomplete="username"
                value={login}
                fault={faults.wrongLogin ? words.loginWrong : faults.login && words.loginTaken}
                required
              />
            </>
          ) : (
            <>
              <Facts facts={[[loginLabel, renews]]} />
              {/* So that a password manager keeps the password under the right name. */}
              <input type="hidden" name="login" value={renews} autocomplete="username" />
            </>
          )}
          <NewPassword language={shell.language} label={password} faults={faults} />
        </Card>
        <Card heading={CREDENTIAL_WORDS[shell.language].appHeading}>
          <AppForCodes language={shell.language} app={app} wrong={faults.code !== undefined} />
        </Card>
        <Buttons>
          <Button>{isNew ? words.make : words.renew}</Button>
        </Buttons>
      </form>
    </ConsolePage>
  );
}
