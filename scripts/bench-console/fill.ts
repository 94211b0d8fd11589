import type { Role } from '../../src/accounts/account.ts';
import { type Day, vietnamDay } from '../../src/base/days.ts';
import type { AccountId, EntryId, ReferralCode, RevisionId, TicketId } from '../../src/base/ids.ts';
import { ticketTerms } from '../../src/flow/desk/ticket-terms.ts';
import type { KnowledgeFiles } from '../../src/ports/knowledge-files.ts';
import type { Records, Store } from '../../src/ports/store.ts';
import { referralCode } from '../../src/referral/referral-code.ts';
import { METRICS, type Metric } from '../../src/reporting/metrics.ts';

export interface FillNeeds {
  readonly store: Store;
  readonly files: KnowledgeFiles;
  readonly textOf: (entry: EntryId) => string | undefined;
  readonly now: Date;
  readonly referrals: number;
  /** Of them at the centre of `BIG_CENTRE`. */
  readonly ofBigCentre: number;
  readonly entries: number;
  /** Of everything else, 0 to 1; 1 is what a busy country has after a year. */
  readonly share?: number;
  readonly progress: (what: string, done: number, of: number) => void;
}

/** What there is to look at afterwards. */
export interface Filled {
  readonly accounts: Readonly<Record<Role, AccountId>>;
  /** Of the big centre, by what was done with it. */
  readonly tickets: { readonly talked: ReferralCode; readonly closed: ReferralCode };
  readonly draft: RevisionId;
  readonly inReview: RevisionId;
  readonly published: RevisionId;
  readonly edited: EntryId;
  readonly candidate: string;
  readonly question: string;
  readonly canned: string;
}

export const BIG_CENTRE = '33';
const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const AT_ONCE = 250;
const EDITS = 200;
const DAYS = 365;
const KEPT_QUESTIONS = 2_000;
const CANDIDATES = 300;
const CANNED = 80;
const OPEN_DRAFTS = 150;
const AUDIT_LINES = 20_000;
const COLLEAGUES = 20;

/** What people write, put together anew for each referral so that no two are alike. */
const MATTERS = [
  'chủ xưởng nợ lương {n} tháng nay mà không chịu trả, gọi không bắt máy',
  'hàng xóm xây nhà lấn sang đất nhà tôi {n} mét, xã hòa giải mấy lần không xong',
  'con tôi {n} tuổi bị bạn đánh ở trường, nhà trường nói là trẻ con đùa nhau',
  'xã thu hồi {n} mét vuông đất làm đường mà tính giá đền bù thấp quá',
  'vay qua mạng {n} triệu giờ họ đòi gấp ba, gọi điện dọa cả nhà',
  'chồng cũ không gửi tiền nuôi con {n} tháng nay',
  'mẹ tôi bị tai nạn ở công ty, nằm viện {n} ngày, họ không trả tiền thuốc',
  'chủ trọ giữ {n} triệu tiền cọc không trả, nói tôi làm hỏng cửa',
];
const PLACES = [
  'chợ Đông Hưng',
  'xóm Chùa',
  'khu công nghiệp Phố Nối',
  'thôn Đoài',
  'bến phà cũ',
  'cổng trường cấp hai',
];
const ANSWER =
  'Chào bạn. Bạn viết đơn, nộp tại nơi ra quyết định và lấy giấy biên nhận; mang giấy tờ đến trung tâm để chúng tôi xem giúp (Điều 9 Luật Khiếu nại 2011).';

/** Fills an empty database as a busy country would in a year, through the same records as the program. */
export async function fill(needs: FillNeeds): Promise<Filled> {
  const { store } = needs;
  const { roles, staffOf } = await accountsOf(needs);
  const tickets = await referrals(needs, staffOf);
  const entries = await revisions(needs, roles);
  const kept = await others(needs, roles);
  await counts(needs);
  await auditLines(needs, roles, staffOf);
  const question = await store.transaction(async ({ keptQuestions }) => (await keptQuestions.openIds(1))[0] ?? '');
  return { accounts: roles, tickets, ...entries, ...kept, question };
}

type StaffOf = (province: string, nth: number) => AccountId;

async function accountsOf({ store, files, now }: FillNeeds) {
  const byProvince = new Map<string, AccountId[]>();
  const roles: Partial<Record<Role, AccountId>> = {};
  await store.transaction(async ({ accounts }) => {
    const add = async (role: Role, province: string | undefined, nth: number) => {
      const id = await accounts.add({
        login: `${role}-${province ?? 'all'}-${nth}@bench.example`,
        name: `Cán bộ thứ ${nth}`,
        role,
        province,
        language: 'vi',
        passwordHash: 'none',
        totpSecret: 'none',
        totpLastStep: 0,
        by: undefined,
        at: now,
      });
      if (id === undefined) throw new Error('This database was filled before');
      return id;
    };
    for (const { code } of files.provinces) {
      const of: AccountId[] = [];
      for (let nth = 0; nth < (code === BIG_CENTRE ? COLLEAGUES : 4); nth += 1) of.push(await add('staff', code, nth));
      byProvince.set(code, of);
    }
    for (const role of ['curator', 'reviewer', 'admin'] as const) roles[role] = await add(role, undefined, 0);
  });
  const staffOf: StaffOf = (province, nth) => {
    const of = byProvince.get(province) ?? [];
    return of[nth % of.length] as AccountId;
  };
  return { roles: { ...roles, staff: staffOf(BIG_CENTRE, 0) } as Record<Role, AccountId>, staffOf };
}

/** Never so few that a page has nothing to show. */
function part(of: number, { share = 1 }: Pick<FillNeeds, 'share'>): number {
  return Math.max(4, Math.round(of * share));
}

/** Runs work for 0…n-1 in transactions of `AT_ONCE`. */
async function each(
  { store, progress }: Pick<FillNeeds, 'store' | 'progress'>,
  what: string,
  n: number,
  work: (nth: number, records: Records) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < n; from += AT_ONCE) {
    await store.transaction(async (records) => {
      for (let nth = from; nth < Math.min(n, from + AT_ONCE); nth += 1) await work(nth, records);
    });
    progress(what, Math.min(n, from + AT_ONCE), n);
  }
}

function codeOf(nth: number): ReferralCode {
  return referralCode(Uint8Array.of((nth / 27_000) % 30, (nth / 900) % 30, (nth / 30) % 30, nth % 30));
}

/** New, held, waiting for the person, late, closed and rated ones; the newest of the big centre has a long talk. */
async function referrals(needs: FillNeeds, staffOf: StaffOf): Promise<Filled['tickets']> {
  const { files, now, referrals: n, ofBigCentre } = needs;
  const others = files.provinces.map(({ code }) => code).filter((code) => code !== BIG_CENTRE);
  let talked = codeOf(0);
  let closed = codeOf(0);
  await each(needs, 'referrals', n, async (nth, records) => {
    const { tickets, ticketTerms: terms, desk, outbox } = records;
    const big = (nth * ofBigCentre) % n < ofBigCentre;
    const province = big ? BIG_CENTRE : (others[nth % others.length] ?? BIG_CENTRE);
    const id = `bench-${String(nth).padStart(6, '0')}` as TicketId;
    const code = codeOf(nth);
    const opened = new Date(now.getTime() - (n - nth) * ((365 * DAY_MS) / n));
    const who = { channel: nth % 3 === 0 ? 'web' : 'zalo', address: `nguoi-${nth}` } as const;
    const lines = [
      (MATTERS[nth % MATTERS.length] ?? '').replace('{n}', String(1 + (nth % 97))),
      `nhà tôi ở ${PLACES[nth % PLACES.length]}, việc này kéo dài từ ngày ${1 + (nth % 28)} tháng ${1 + (nth % 12)}`,
    ];
    const by = staffOf(province, nth);
    await tickets.open({
      id,
      code,
      who,
      province,
      lines,
      ...(nth % 4 === 0 && { contact: `0900 ${String(nth).padStart(6, '0')}` }),
      consent: 'Tôi đồng ý gửi những lời trên cho trung tâm.',
      at: opened,
      day: vietnamDay(opened),
      urgent: nth % 37 === 0 ? 'violence' : undefined,
      dueAt: new Date(opened.getTime() + DAY_MS),
    });
    await terms.add(id, ticketTerms(lines));
    const member = { id: by, name: 'Cán bộ', province };
    const state = nth % 10;
    const turns = nth === n - 1 || nth % 500 === 0 ? 40 : state < 2 ? 0 : 1 + (nth % 3);
    if (state >= 1) {
      const at = new Date(opened.getTime() + HOUR_MS);
      await desk.claim(id, member, at);
      await desk.addEvent(id, { kind: 'claimed', by, at, detail: {} });
    }
    for (let turn = 0; turn < turns; turn += 1) {
      const at = new Date(opened.getTime() + (2 + turn) * HOUR_MS);
      const cause = `bench/${nth}/${turn}`;
      await tickets.addWords({ ticket: id, by: 'staff', words: ANSWER, at, cause, account: by, via: 'console' });
      const message = { text: ANSWER, bold: [], choices: [] };
      await outbox.add({ ...who, key: `${cause}/0`, message, at, ticket: id });
      if (nth % 50 === 0) await outbox.giveUp(`${cause}/0`, 'person-left');
      else await outbox.markSent(`${cause}/0`, `gui-${nth}-${turn}`, at);
      if (state === 4 || turn < turns - 1) {
        await tickets.addWords({ ticket: id, by: 'person', words: `dạ em nộp đơn rồi, họ hẹn ngày ${turn + 1}`, at });
      }
    }
    if (nth % 3 === 0) {
      const words = 'Đã gọi cho công an xã, hẹn thứ Năm trả lời.';
      await desk.addNote({ ticket: id, by: member, words, once: `bench-${nth}`, at: opened });
    }
    if (state >= 6) {
      const at = new Date(opened.getTime() + 50 * HOUR_MS);
      await tickets.end(id, 'closed', at);
      await desk.addEvent(id, { kind: 'closed', by, at, detail: {} });
      await tickets.rate(id, nth % 2 ? 'helpful' : 'partly');
    }
    if (big && turns === 40) talked = code;
    if (big && state >= 6) closed = code;
  });
  return { talked, closed };
}

/** Edits of shipped entries and new ones, all live, so that `entries` can be asked; drafts and some that wait for review. */
async function revisions(needs: FillNeeds, roles: Record<Role, AccountId>) {
  const { files, textOf, now, entries: n } = needs;
  const shipped = files.entries.filter(({ id }) => id.startsWith('qa/'));
  const edits = part(EDITS, needs);
  const made = Math.max(0, n - files.entries.length);
  let published = '' as RevisionId;
  let edited = '' as EntryId;
  const author = roles.curator;
  await each(needs, 'entries', edits + made, async (nth, { revisions: kept, regressions }) => {
    const from = shipped[nth % shipped.length];
    const baseText = from && textOf(from.id);
    if (!from || baseText === undefined) return;
    const isEdit = nth < edits;
    const id = (isEdit ? from.id : `${from.id}-do-${nth}`) as EntryId;
    const text = isEdit ? `${baseText.trimEnd()}\n` : another(baseText, id, nth);
    const draft = {
      entry: id,
      text,
      baseText: isEdit ? baseText : undefined,
      standsOn: undefined,
      origin: 'edit',
      note: 'Sửa cho rõ hơn',
      author,
      at: now,
    } as const;
    const revision = await kept.addPublished(draft, 'Đúng luật, dễ đọc');
    await kept.putLive(id, revision.id, undefined, now);
    if (nth % 10 === 0) {
      const question = `câu hỏi thứ ${nth} của người dân`;
      await regressions.add({ entry: id, question, expects: 'wins', origin: 'citizen', by: author, at: now });
    }
    if (isEdit) {
      published = revision.id;
      edited = id;
    }
  });
  let draft = '' as RevisionId;
  let inReview = '' as RevisionId;
  await each(needs, 'drafts', part(OPEN_DRAFTS, needs) * 2, async (nth, { revisions: kept }) => {
    const from = shipped[shipped.length - 1 - (nth % shipped.length)];
    const baseText = from && textOf(from.id);
    if (!from || baseText === undefined) return;
    const text = baseText.replace('## Việc cần làm', 'Thêm một dòng cho rõ.\n\n## Việc cần làm');
    const begun = await kept.draft({
      entry: from.id,
      text,
      baseText,
      standsOn: undefined,
      origin: 'edit',
      note: 'Thêm một dòng',
      author,
      at: now,
    });
    if (nth % 2 === 0) draft = begun.id;
    else {
      await kept.submit(begun.id, author, now);
      inReview = begun.id;
    }
  });
  return { published, edited, draft, inReview };
}

/** A text of another entry under a new id, asked in words that are a little its own. */
function another(text: string, id: EntryId, nth: number): string {
  return text
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^question: ([^"'\n]*)\?$/m, (_, question: string) => `question: ${question} (trường hợp ${nth})?`);
}

async function others(needs: FillNeeds, roles: Record<Role, AccountId>) {
  const { files, now } = needs;
  const near = files.entries.map(({ id }) => id);
  await each(needs, 'questions without an answer', part(KEPT_QUESTIONS, needs), async (nth, { keptQuestions }) => {
    await keptQuestions.keep({
      words: `${(MATTERS[nth % MATTERS.length] ?? '').replace('{n}', String(nth))} ở ${PLACES[nth % PLACES.length]}`,
      why: nth % 2 ? 'unresolved' : 'unsure',
      candidates: [{ entry: near[nth % near.length] as EntryId, confidence: 0.31 }],
      day: vietnamDay(new Date(now.getTime() - (nth % 80) * DAY_MS)),
    });
  });
  let candidate = '';
  await each(needs, 'candidates', part(CANDIDATES, needs), async (nth, { candidates }) => {
    const offered = await candidates.offer({
      ticket: `bench-${String(nth * 10 + 7).padStart(6, '0')}` as TicketId,
      question: (MATTERS[nth % MATTERS.length] ?? '').replace('{n}', String(nth)),
      answer: ANSWER,
      citations: ['luat-khieu-nai-2011:9' as never],
      by: roles.staff,
      at: now,
    });
    candidate = offered ?? candidate;
  });
  await each(needs, 'canned replies', part(CANNED, needs), async (nth, { cannedReplies }) => {
    await cannedReplies.save({
      id: `bench-canned-${nth}`,
      province: nth % 4 ? BIG_CENTRE : undefined,
      title: `Mẫu số ${nth}: hẹn đến trung tâm`,
      body: ANSWER,
      citations: ['luat-khieu-nai-2011:9' as never],
      changedBy: roles.staff,
      changedAt: now,
    });
  });
  return { candidate, canned: 'bench-canned-1' };
}

/** A year of every metric. */
async function counts(needs: FillNeeds): Promise<void> {
  const { files, now } = needs;
  const articles = files.instruments
    .filter(({ kind }) => kind === 'treaty' || kind === 'constitution')
    .flatMap(({ code }) => Array.from({ length: 12 }, (_, nth) => `${code}:${nth + 1}`));
  const entries = files.entries.map(({ id }) => id);
  const provinces = files.provinces.map(({ code }) => code);
  const topics = files.topics.map(({ topic }) => topic);
  const labels: Readonly<Record<Metric, readonly string[]>> = {
    question: ['zalo', 'telegram', 'web'].flatMap((channel) =>
      ['answer', 'unresolved', 'choices', 'out-of-scope'].map((outcome) => `${channel}/${outcome}`),
    ),
    'question-topic': topics,
    'question-article': articles,
    'question-danger': ['violence', 'self-harm'],
    'unmet-topic': topics,
    'asked-again': ['all'],
    'entry-shown': entries.filter((_, nth) => nth % 4 === 0),
    'entry-helpful': entries.filter((_, nth) => nth % 16 === 0),
    'entry-unhelpful': entries.filter((_, nth) => nth % 32 === 0),
    'entry-reason': entries.filter((_, nth) => nth % 32 === 0).map((id) => `${id} unclear`),
    'referral-opened': provinces,
    'referral-closed': provinces,
    'referral-withdrawn': provinces,
    'referral-rating': provinces.flatMap((code) => [`${code}/helpful`, `${code}/partly`]),
    'first-answer': provinces.flatMap((code) => [`${code}/in-time/6.5`, `${code}/late/20`]),
    'late-since': provinces,
    'late-until': provinces,
    message: ['sent', 'given-up/person-left', 'given-up/too old'],
  };
  const days = Array.from({ length: part(DAYS, needs) }, (_, ago) =>
    vietnamDay(new Date(now.getTime() - ago * DAY_MS)),
  );
  const metrics = Object.keys(METRICS) as readonly Metric[];
  for (const [nth, day] of days.entries()) {
    await needs.store.transaction((records) => countsOf(day, nth, metrics, labels, records));
    needs.progress('days of counts', nth + 1, days.length);
  }
}

async function countsOf(
  day: Day,
  nth: number,
  metrics: readonly Metric[],
  labels: Readonly<Record<Metric, readonly string[]>>,
  { counts: kept }: Records,
): Promise<void> {
  for (const metric of metrics) {
    for (const [at, label] of labels[metric].entries()) await kept.add(day, metric, label, 1 + ((nth + at) % 40));
  }
}

async function auditLines(needs: FillNeeds, roles: Record<Role, AccountId>, staffOf: StaffOf): Promise<void> {
  const lines = part(AUDIT_LINES, needs);
  await each(needs, 'lines of the audit log', lines, async (nth, { audit }) => {
    const isView = nth % 5 !== 0;
    await audit.add({
      at: new Date(needs.now.getTime() - (lines - nth) * 1000),
      by: isView ? staffOf(BIG_CENTRE, nth) : roles.curator,
      role: isView ? 'staff' : 'curator',
      action: isView ? 'ticket-viewed' : 'draft-saved',
      object: isView ? `ticket/${codeOf(nth % needs.referrals)}` : `entry/qa/lao-dong/muc-${nth}`,
      ...(isView && { province: BIG_CENTRE }),
      detail: {},
    });
  });
}
