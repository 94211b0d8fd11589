import { z } from 'zod';
import { ROLES, type Role } from '../../../accounts/account.ts';
import { isRightPlace, LINK_MS } from '../../../accounts/invitation.ts';
import type { AccountId, InvitationId, SessionId } from '../../../base/ids.ts';
import {
  type AccountChange,
  changeRole,
  changeState,
  endSessions,
  resetAccount,
  viewAccount,
} from '../../../flow/accounts/change-account.ts';
import { invite, openInvitations, withdrawInvitation } from '../../../flow/accounts/invite.ts';
import { clean } from '../../../language/clean.ts';
import { notFound } from '../kit/guard.tsx';
import type { ConsoleContext, ConsoleRoute } from '../kit/route.ts';
import { invitationLink, type SignInNeeds } from '../sign-in/sign-in-needs.ts';
import { AccountPage } from './account-page.tsx';
import { AccountsPage } from './accounts-page.tsx';
import type { Centre } from './centre.ts';
import { type InviteFaults, InvitePage, LinkPage } from './invite-page.tsx';

const PAGE = 25;
const LONGEST_NOTE = 120;
const ADMIN: readonly Role[] = ['admin'];
const Chosen = z.string().max(40).catch('');
const Filter = z.object({
  role: z.enum(ROLES).optional().catch(undefined),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  state: z.enum(['active', 'disabled']).optional().catch(undefined),
  before: z.string().max(64).optional().catch(undefined),
});
const PlaceForm = z.object({ role: Chosen, province: Chosen });
const InviteForm = PlaceForm.extend({ note: z.string().max(1000).catch('').transform(clean) });

export interface AccountsNeeds extends SignInNeeds {
  /** All centres, by the code of the province. */
  readonly centres: () => readonly Centre[];
}

/** Who may sign in: invited, changed, kept out and let in again by admins. */
export function accountsRoutes(needs: AccountsNeeds): readonly ConsoleRoute[] {
  const { store, now, publicUrl, centres } = needs;
  const idOf = (c: ConsoleContext) => (c.req.param('id') ?? '') as AccountId;

  return [
    {
      method: 'GET',
      path: '/accounts',
      may: ADMIN,
      handle: async (c) => {
        const { before, ...filter } = Filter.parse(c.req.query());
        const shown = await store.transaction(async (records) => ({
          accounts: await records.accounts.list(filter, PAGE + 1, before as AccountId | undefined),
          invitations: before === undefined ? await openInvitations(now(), records) : [],
        }));
        return c.html(
          <AccountsPage
            shell={c.get('shell')}
            filter={filter}
            accounts={shown.accounts.slice(0, PAGE)}
            next={shown.accounts.length > PAGE ? shown.accounts[PAGE - 1]?.id : undefined}
            isFirst={before === undefined}
            invitations={shown.invitations}
            centres={centres()}
            told={c.req.query('told')}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: '/accounts/invite',
      may: ADMIN,
      handle: (c) => c.html(<InvitePage shell={c.get('shell')} centres={centres()} faults={{}} />),
    },
    {
      method: 'POST',
      path: '/accounts/invite',
      may: ADMIN,
      handle: async (c) => {
        const form = InviteForm.parse(await c.req.parseBody());
        const place = placeOf(form);
        const faults: InviteFaults = {
          ...(place.ok ? {} : place.faults),
          ...(form.note === '' || form.note.length > LONGEST_NOTE ? { note: true } : {}),
        };
        if (!place.ok || faults.note) {
          const page = <InvitePage shell={c.get('shell')} centres={centres()} typed={form} faults={faults} />;
          return c.html(page, 422);
        }
        const token = await invite(c.get('account'), { ...place.place, note: form.note }, needs);
        return linkPage(c, token, LINK_MS.invitation);
      },
    },
    {
      method: 'POST',
      path: '/accounts/invitations/:id/withdraw',
      may: ADMIN,
      handle: async (c) => {
        const id = (c.req.param('id') ?? '') as InvitationId;
        const told = (await withdrawInvitation(c.get('account'), id, needs)) ? 'withdrawn' : 'withdrawn-before';
        return c.redirect(`/console/accounts?told=${told}`, 303);
      },
    },
    { method: 'GET', path: '/accounts/:id', may: ADMIN, handle: (c) => show(c) },
    {
      method: 'POST',
      path: '/accounts/:id/state',
      may: ADMIN,
      handle: async (c) => {
        const form = z.object({ state: z.enum(['active', 'disabled']) }).safeParse(await c.req.parseBody());
        if (!form.success) return notFound(c);
        return answer(c, await changeState(c.get('account'), idOf(c), form.data.state, needs));
      },
    },
    {
      method: 'POST',
      path: '/accounts/:id/role',
      may: ADMIN,
      handle: async (c) => {
        const form = PlaceForm.parse(await c.req.parseBody());
        const place = placeOf(form);
        if (!place.ok) return show(c, { place: place.faults, typed: form });
        return answer(c, await changeRole(c.get('account'), idOf(c), place.place, needs));
      },
    },
    {
      method: 'POST',
      path: '/accounts/:id/reset',
      may: ADMIN,
      handle: async (c) => {
        const reset = await resetAccount(c.get('account'), idOf(c), needs);
        return reset.kind === 'made' ? linkPage(c, reset.token, LINK_MS.reset) : notFound(c);
      },
    },
    {
      method: 'POST',
      path: '/accounts/:id/sessions/end',
      may: ADMIN,
      handle: async (c) => {
        const { session } = z.object({ session: z.string().max(64).optional() }).parse(await c.req.parseBody());
        const which = session === undefined ? 'all' : (session as SessionId);
        return answer(c, await endSessions(c.get('account'), idOf(c), which, needs));
      },
    },
  ];

  async function show(
    c: ConsoleContext,
    faults?: { lastAdmin?: boolean; place?: InviteFaults; typed?: z.infer<typeof PlaceForm> },
  ): Promise<Response> {
    const view = await viewAccount(idOf(c), needs);
    if (!view) return notFound(c);
    const page = (
      <AccountPage
        shell={c.get('shell')}
        {...view}
        centres={centres()}
        saved={!faults && c.req.query('told') === 'saved'}
        lastAdmin={faults?.lastAdmin === true}
        faults={faults?.place ?? {}}
        typed={faults?.typed}
      />
    );
    return c.html(page, faults ? 422 : 200);
  }

  function answer(c: ConsoleContext, { kind }: AccountChange): Response | Promise<Response> {
    switch (kind) {
      case 'unknown':
        return notFound(c);
      case 'last-admin':
        return show(c, { lastAdmin: true });
      case 'done':
        return c.redirect(`/console/accounts/${idOf(c)}?told=saved`, 303);
    }
  }

  function linkPage(c: ConsoleContext, token: string, lifetimeMs: number): Response | Promise<Response> {
    const link = invitationLink(publicUrl ?? new URL(c.req.url).origin, token);
    return c.html(<LinkPage shell={c.get('shell')} link={link} lifetimeMs={lifetimeMs} />);
  }

  type Place =
    | { readonly ok: true; readonly place: { readonly role: Role; readonly province: string | undefined } }
    | { readonly ok: false; readonly faults: InviteFaults };

  function placeOf(form: z.infer<typeof PlaceForm>): Place {
    const role = ROLES.find((one) => one === form.role);
    if (!role) return { ok: false, faults: { role: true } };
    const province = centres().find((one) => one.province === form.province)?.province;
    if (isRightPlace(role, province)) return { ok: true, place: { role, province } };
    return { ok: false, faults: { centre: role === 'staff' ? 'missing' : 'too-much' } };
  }
}
