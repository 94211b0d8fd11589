import { stream } from 'hono/streaming';
import { z } from 'zod';
import type { Role } from '../../../accounts/account.ts';
import { isDay } from '../../../base/days.ts';
import type { AccountId } from '../../../base/ids.ts';
import {
  type AuditCheck,
  auditPage,
  checkAudit,
  exportAudit,
  type ShownAuditLine,
} from '../../../flow/audit/read-audit.ts';
import type { AuditFilter } from '../../../ports/audit.ts';
import type { Store } from '../../../ports/store.ts';
import type { Centre } from '../accounts/centre.ts';
import type { ConsoleContext, ConsoleRoute } from '../kit/route.ts';
import type { LongWork } from '../kit/work.tsx';
import { AuditPage } from './audit-page.tsx';
import { AUDIT_WORDS } from './wording.ts';

const PAGE = 50;
/** Accounts that the filter offers, the newest; for older ones it is opened from the page of the account. */
const MOST_ACCOUNTS = 400;
const ADMIN: readonly Role[] = ['admin'];
const word = (longest: number) => z.string().trim().min(1).max(longest).optional().catch(undefined);
const day = z.string().refine(isDay).optional().catch(undefined);
const Query = z.object({
  by: word(64),
  action: word(40),
  object: word(200).transform((object) => object && asObject(object)),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  from: day,
  to: day,
  before: word(64),
});

export interface AuditNeeds {
  readonly store: Store;
  readonly now: () => Date;
  readonly works: LongWork;
  readonly centres: () => readonly Centre[];
  /** Rows as a piece of a CSV file; the first piece begins the file. */
  readonly rowsCsv: (rows: readonly (readonly string[])[], isFirst: boolean) => string;
}

/** What was seen and done, by whom: to look through, to take away, and to be sure that nobody changed it. */
export function auditRoutes(needs: AuditNeeds): readonly ConsoleRoute[] {
  const { store, works, centres, rowsCsv } = needs;
  /** Of this process; a check is soon made anew. */
  let lastCheck: AuditCheck | undefined;

  return [
    {
      method: 'GET',
      path: '/audit',
      may: ADMIN,
      handle: async (c) => {
        const { filter, before } = filterOf(c);
        const lines = await auditPage(filter, PAGE, before, needs);
        const accounts = await store.transaction(async (records) => {
          const newest = await records.accounts.list({}, MOST_ACCOUNTS);
          const chosen =
            filter.by && !newest.some(({ id }) => id === filter.by) && (await records.accounts.find(filter.by));
          return chosen ? [chosen, ...newest] : newest;
        });
        return c.html(
          <AuditPage
            shell={c.get('shell')}
            filter={filter}
            lines={lines.slice(0, PAGE)}
            next={lines.length > PAGE ? lines[PAGE - 1]?.id : undefined}
            isFirst={before === undefined}
            accounts={accounts}
            centres={centres()}
            check={lastCheck}
          />,
        );
      },
    },
    {
      method: 'GET',
      path: '/audit/file',
      may: ADMIN,
      handle: (c) => {
        const words = AUDIT_WORDS[c.get('language')];
        c.header('content-type', 'text/csv; charset=utf-8');
        c.header('content-disposition', `attachment; filename="${words.fileName}"`);
        return stream(c, async (out) => {
          const { at, who, account, role, action, object, centre, detail } = words;
          await out.write(rowsCsv([[at, who, account, role, action, object, centre, detail]], true));
          for await (const piece of exportAudit(c.get('account'), filterOf(c).filter, needs)) {
            if (out.aborted) return;
            if (piece.length > 0) await out.write(rowsCsv(piece.map(rowOf), false));
          }
        });
      },
    },
    {
      method: 'POST',
      path: '/audit/check',
      may: ADMIN,
      handle: (c) => {
        const words = AUDIT_WORDS[c.get('language')];
        const work = works.begin(c.get('account').id, words.check, async (progress) => {
          lastCheck = await checkAudit(needs, (done, of) => progress(done, of, words.checking));
          return { kind: 'page', href: '/console/audit' };
        });
        return c.redirect(work, 303);
      },
    },
  ];
}

function filterOf(c: ConsoleContext): { readonly filter: AuditFilter; readonly before: string | undefined } {
  const { before, by, ...rest } = Query.parse(c.req.query());
  return { filter: { ...rest, by: by as AccountId | undefined }, before };
}

/** The code of a referral is enough to name its ticket. */
function asObject(typed: string): string {
  return /^hq-/i.test(typed) ? `ticket/${typed.toUpperCase()}` : typed;
}

function rowOf({ at, byName, by, role, action, object, province, detail }: ShownAuditLine): readonly string[] {
  return [
    at.toISOString(),
    byName ?? '',
    by ?? '',
    role ?? '',
    action,
    object,
    province ?? '',
    detail && Object.keys(detail).length > 0 ? JSON.stringify(detail) : '',
  ];
}
