import { z } from 'zod';
import { type Account, LANGUAGES } from '../../../accounts/account.ts';
import type { SessionId } from '../../../base/ids.ts';
import {
  changePassword,
  changeSecondFactor,
  endOwnSessions,
  type OwnAccount,
  ownAccount,
  type Refused,
  renewRecoveryCodes,
} from '../../../flow/sign-in/own-account.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import { Button, Buttons, Card, DataTable, Facts, Notice, SelectField, TextField, When } from '../kit/parts.tsx';
import { ROLE_NAMES } from '../kit/role-names.ts';
import { type ConsoleContext, type ConsoleRoute, EVERY_ROLE } from '../kit/route.ts';
import type { Shell } from '../kit/shell.ts';
import { numberInWords } from '../kit/words.ts';
import {
  AppForCodes,
  type AppSecret,
  NewPassword,
  type NewPasswordFaults,
  RecoveryCodesPage,
} from '../sign-in/credential-parts.tsx';
import { fromOf, type SignInNeeds } from '../sign-in/sign-in-needs.ts';
import { SIGN_IN_WORDS } from '../sign-in/wording.ts';
import { DONE, type Done, PROFILE_WORDS } from './wording.ts';

/** With so few left somebody should get new ones. */
const FEW_CODES = 3;
const text = z.string().max(1000).catch('');
const PasswordForm = z.object({ current: text, password: text, again: text });
const FactorForm = z.object({ current: text, seed: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/), code: text });
const CodesForm = z.object({ current: text });

/** What one of the forms was refused for. */
interface Faults {
  readonly password?: NewPasswordFaults & { readonly current?: string | undefined };
  readonly codes?: { readonly current?: string | undefined };
}

/** One's own account: how to sign in, and where one is signed in. */
export function profileRoutes(needs: SignInNeeds): readonly ConsoleRoute[] {
  const { secondFactor } = needs;
  const me = (c: ConsoleContext) => ({ account: c.get('account'), session: c.get('session') });
  const done = (c: ConsoleContext, what: Done) => c.redirect(`/console/profile?told=${what}`, 303);

  return [
    { method: 'GET', path: '/profile', may: EVERY_ROLE, handle: (c) => show(c) },
    {
      method: 'POST',
      path: '/profile/password',
      may: EVERY_ROLE,
      handle: async (c) => {
        const form = PasswordForm.parse(await c.req.parseBody());
        if (form.password !== form.again) return show(c, { password: { again: 'differs' } });
        const result = await changePassword(
          me(c),
          { current: form.current, next: form.password },
          await fromOf(c, needs),
          needs,
        );
        if (result.kind === 'done') return done(c, 'password');
        return show(c, {
          password: result.kind === 'fault' ? { password: result.fault } : { current: toldOf(c, result) },
        });
      },
    },
    {
      method: 'GET',
      path: '/profile/second-factor',
      may: EVERY_ROLE,
      handle: (c) => c.html(factorPage(c, needs.newToken(), {})),
    },
    {
      method: 'POST',
      path: '/profile/second-factor',
      may: EVERY_ROLE,
      handle: async (c) => {
        const read = FactorForm.safeParse(await c.req.parseBody());
        if (!read.success) return c.redirect('/console/profile/second-factor', 303);
        const { current, seed, code } = read.data;
        const proof = { current, seed: boundSeed(c.get('account'), seed), code };
        const result = await changeSecondFactor(me(c), proof, await fromOf(c, needs), needs);
        if (result.kind === 'done') return done(c, 'second-factor');
        const faults = result.kind === 'wrong-code' ? { code: true } : { current: toldOf(c, result) };
        return c.html(factorPage(c, seed, faults), 422);
      },
    },
    {
      method: 'POST',
      path: '/profile/recovery-codes',
      may: EVERY_ROLE,
      handle: async (c) => {
        const { current } = CodesForm.parse(await c.req.parseBody());
        const result = await renewRecoveryCodes(me(c), current, await fromOf(c, needs), needs);
        if (result.kind !== 'done') return show(c, { codes: { current: toldOf(c, result) } });
        return c.html(
          <RecoveryCodesPage shell={c.get('shell')} codes={result.recoveryCodes} next="/console/profile" />,
        );
      },
    },
    {
      method: 'POST',
      path: '/profile/sessions/end',
      may: EVERY_ROLE,
      handle: async (c) => {
        // What is no id ends nothing: only a form without the field ends all the others.
        const Form = z.object({ session: z.string().max(64).optional().catch('') });
        const { session } = Form.parse(await c.req.parseBody());
        await endOwnSessions(me(c), session === undefined ? 'all-others' : (session as SessionId), needs);
        return done(c, 'sessions');
      },
    },
  ];

  async function show(c: ConsoleContext, faults?: Faults): Promise<Response> {
    const own = await ownAccount(me(c), needs);
    const what = DONE.find((one) => one === c.req.query('told'));
    const told = what && PROFILE_WORDS[c.get('language')].done[what];
    const page = (
      <ProfilePage shell={c.get('shell')} {...me(c)} own={own} faults={faults ?? {}} told={faults ? undefined : told} />
    );
    return c.html(page, faults ? 422 : 200);
  }

  function factorPage(c: ConsoleContext, seed: string, faults: { current?: string; code?: boolean }) {
    const secret = secondFactor.secretOf(boundSeed(c.get('account'), seed));
    const app = { seed, secret, qr: secondFactor.qrOf(secret, c.get('account').login) };
    return <FactorPage shell={c.get('shell')} app={app} faults={faults} />;
  }
}

/** The secret belongs to this account: a seed from elsewhere makes another. */
function boundSeed({ id }: Account, seed: string): string {
  return `${id} ${seed}`;
}

function toldOf(c: ConsoleContext, refused: Refused): string {
  const language = c.get('language');
  return refused.kind === 'locked'
    ? SIGN_IN_WORDS[language].locked(refused.minutes)
    : PROFILE_WORDS[language].currentWrong;
}

function ProfilePage({
  shell,
  account,
  session: mine,
  own: { sessions, codesLeft },
  faults,
  told,
}: {
  readonly shell: Shell;
  readonly account: Account;
  readonly session: SessionId;
  readonly own: OwnAccount;
  readonly faults: Faults;
  readonly told: string | undefined;
}) {
  const { language } = shell;
  const words = PROFILE_WORDS[language];
  return (
    <ConsolePage shell={shell} title={words.title}>
      {told !== undefined && <Notice kind="good">{told}</Notice>}
      {codesLeft <= FEW_CODES && <Notice kind="warning">{words.codesFew}</Notice>}
      <Facts
        facts={[
          [words.name, account.name],
          [words.login, account.login],
          [words.role, ROLE_NAMES[language][account.role]],
          ...(shell.centre === undefined ? [] : [[words.centre, shell.centre] as const]),
        ]}
      />
      <div class="columns">
        <div class="column">
          <Card heading={words.sessionsHeading}>
            <DataTable
              caption={words.sessionsHeading}
              columns={[words.device, words.since, words.seen, words.action].map((label) => ({ label }))}
              rows={sessions.map(({ id, device, createdAt, seenAt }) => [
                device || words.unknownDevice,
                <When at={createdAt} language={language} />,
                <When at={seenAt} language={language} />,
                id === mine ? (
                  words.thisOne
                ) : (
                  <form method="post" action="/console/profile/sessions/end">
                    <input type="hidden" name="session" value={id} />
                    <button type="submit" class="link">
                      {words.end(device || words.unknownDevice)}
                    </button>
                  </form>
                ),
              ])}
            />
            {sessions.length > 1 && (
              <form method="post" action="/console/profile/sessions/end">
                <Buttons>
                  <Button kind="danger">{words.endOthers}</Button>
                </Buttons>
              </form>
            )}
          </Card>
          <Card heading={words.passwordHeading}>
            <p class="hint">{words.othersEnd}</p>
            <form method="post" action="/console/profile/password">
              <CurrentPassword shell={shell} id="current-password" fault={faults.password?.current} />
              <NewPassword language={language} label={words.next} faults={faults.password ?? {}} />
              <Buttons>
                <Button>{words.changePassword}</Button>
              </Buttons>
            </form>
          </Card>
        </div>
        <div class="column">
          <Card heading={words.factorHeading}>
            <p>{words.factorLead}</p>
            <p>
              <a href="/console/profile/second-factor">{words.factorWay}</a>
            </p>
          </Card>
          <Card heading={words.codesHeading}>
            <p>{words.codesLeft(numberInWords(codesLeft, language))}</p>
            <p class="hint">{words.renewCodesLead}</p>
            <form method="post" action="/console/profile/recovery-codes">
              <CurrentPassword shell={shell} id="codes-password" fault={faults.codes?.current} />
              <Buttons>
                <Button kind="plain">{words.renewCodes}</Button>
              </Buttons>
            </form>
          </Card>
          <Card heading={words.language}>
            <form method="post" action="/console/language">
              <input type="hidden" name="back" value="/console/profile" />
              <SelectField
                name="language"
                label={words.language}
                value={language}
                options={LANGUAGES.map((one) => ({ value: one, label: words.languages[one] }))}
              />
              <Buttons>
                <Button kind="plain">{words.choose}</Button>
              </Buttons>
            </form>
          </Card>
        </div>
      </div>
    </ConsolePage>
  );
}

function CurrentPassword({
  shell,
  id,
  fault,
}: {
  readonly shell: Shell;
  readonly id: string;
  readonly fault: string | undefined;
}) {
  const label = PROFILE_WORDS[shell.language].current;
  return (
    <TextField
      name="current"
      id={id}
      label={label}
      type="password"
      autocomplete="current-password"
      fault={fault}
      required
    />
  );
}

function FactorPage({
  shell,
  app,
  faults,
}: {
  readonly shell: Shell;
  readonly app: AppSecret;
  readonly faults: { readonly current?: string; readonly code?: boolean };
}) {
  const words = PROFILE_WORDS[shell.language];
  return (
    <ConsolePage shell={shell} title={words.factorTitle} lead={words.othersEnd}>
      <form method="post" action="/console/profile/second-factor" class="card narrow">
        <CurrentPassword shell={shell} id="current" fault={faults.current} />
        <AppForCodes language={shell.language} app={app} wrong={faults.code === true} />
        <Buttons>
          <Button>{words.factorChange}</Button>
        </Buttons>
      </form>
      <p>
        <a href="/console/profile">{words.back}</a>
      </p>
    </ConsolePage>
  );
}
