import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { StoreFault, type StoreTrouble } from '../../base/store-fault.ts';
import type { AnswersFromMemory } from '../../flow/degraded/answers-from-memory.ts';
import { inTime } from '../../flow/degraded/in-time.ts';
import { clean } from '../../language/clean.ts';
import type { Heard, OutgoingMessage } from '../../ports/channel.ts';
import type { Store, Whereabouts } from '../../ports/store.ts';
import { dangerIn } from '../../safety/danger.ts';
import type { AddressLimits } from '../address-limits.ts';
import { NoticePage } from '../layout/notice-page.tsx';
import { ChatPage, type ChatPageProps, placeOfLast, Talk } from './chat-page.tsx';
import { type SessionNeeds, sessions } from './session.ts';
import { EMPTY, isWaiting, type Transcript, transcriptOf, versionOf } from './transcript.ts';

export interface ChatNeeds extends SessionNeeds {
  readonly store: Store;
  /** Stores what a person wrote; answered in turn. */
  readonly receive: (from: string, externalId: string, heard: Heard) => Promise<void>;
  /** Everything that is kept of a session, to be read; of none, where there is no session. */
  readonly ownData: (of: string | undefined) => Promise<string>;
  /** Told of a fault that the page could still explain to the person. */
  readonly report: (fault: unknown) => void;
  readonly limits: AddressLimits;
  /** What people are told while the database cannot be used. */
  readonly fromMemory: Pick<AnswersFromMemory, 'to' | 'notice'>;
  readonly trouble: () => StoreTrouble | undefined;
  readonly newId: () => string;
}

const LONGEST_TEXT = 4000;
/** How long a form waits for the answer before the page is shown without it; it then looks again by itself. */
const ANSWER_WAIT_MS = 2_500;
const LOOK_EVERY_MS = 25;
/** After everything was erased: nothing of the talk is on it. */
const ERASED_PAGE = '/chat/da-xoa';
/** A page that says nothing about where one was before. */
const NEUTRAL_PAGE = 'https://www.google.com/';

const Form = z.object({
  once: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  text: z.string().default(''),
  example: z.string().optional(),
  press: z
    .string()
    .regex(/^[\x21-\x7E]{1,80}$/)
    .optional(),
});

/** `GET /` and the form of the web chat. Works without script; with it only the talk is renewed, not the page. */
export function chatRoutes({
  store,
  receive,
  ownData,
  report,
  limits,
  newId,
  fromMemory,
  trouble,
  ...cookies
}: ChatNeeds) {
  const session = sessions(cookies);
  const read = (of: string | undefined): Promise<Transcript> =>
    of === undefined
      ? Promise.resolve(EMPTY)
      : inTime(() => store.transaction((records) => transcriptOf(whereabouts(of), records)));
  /** The talk where it can be read; nothing of it where it cannot. */
  const readIfPossible = (of: string | undefined): Promise<Transcript> => read(of).catch(emptyInTrouble);
  /** @param props `once` where the very same message is to be sent again. */
  const show = (
    c: Context,
    props: Omit<ChatPageProps, 'once' | 'longest'> & { readonly once?: string },
    status: 200 | 422 | 429 | 503 = 200,
  ) => {
    const all = { once: newId(), ...props, longest: LONGEST_TEXT };
    return c.html(isEnhanced(c) ? <Talk {...all} /> : <ChatPage {...all} />, status);
  };

  return new Hono()
    .get('/', async (c) => {
      const waitS = limits('look', c);
      if (waitS !== undefined) return tooMany(c, waitS);
      const known = session.of(c);
      // Given out before anything is written, so that the very first form, sent twice, is one message too.
      if (known === undefined) session.begin(c);
      try {
        const transcript = await read(known);
        if (trouble() === undefined) return show(c, { transcript });
        return show(c, { transcript: withLines(transcript, fromMemory.notice('web'), newId()) }, 503);
      } catch (fault) {
        return show(c, { transcript: withLines(emptyInTrouble(fault), fromMemory.notice('web'), newId()) }, 503);
      }
    })
    .get('/chat/messages', async (c) => {
      const waitS = limits('look', c);
      if (waitS !== undefined) return tooMany(c, waitS);
      // What stands on the page stays there until the talk can be read again.
      if (trouble() !== undefined) return c.body(null, 204);
      const transcript = await read(session.of(c));
      return c.req.query('have') === versionOf(transcript) ? c.body(null, 204) : show(c, { transcript });
    })
    .post('/chat', async (c) => {
      const fields = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
      const known = session.of(c);
      const form = Form.safeParse(fields);
      const typed = typeof fields.text === 'string' ? fields.text.replace(/\r\n?/g, '\n') : '';
      const heard = form.data && heardIn(form.data);
      const fault = form.success ? faultOf(heard) : 'Tin chưa gửi được. Bạn xem lại tin rồi bấm Gửi lần nữa giúp tôi.';
      if (!form.success || heard === undefined || fault !== undefined)
        return show(c, { transcript: await readIfPossible(known), typed, fault }, 422);

      let waitS: number | undefined;
      const from = known ?? session.begin(c);
      try {
        waitS = await mustWait(c, known, heard);
        if (waitS === undefined) await receive(from, `${from}/${form.data.once}/${digest(heard)}`, heard);
      } catch (cause) {
        report(cause);
        return show(c, await notKept(cause, known, heard, form.data), 503);
      }
      if (waitS !== undefined) {
        c.header('retry-after', `${waitS}`);
        return show(c, { transcript: await readIfPossible(known), typed, fault: tooManyFromHere(waitS) }, 429);
      }
      let transcript: Transcript;
      try {
        transcript = await answered(from);
      } catch (fault) {
        return show(c, { transcript: emptyInTrouble(fault), fault: KEPT_IN_TROUBLE }, 503);
      }
      // Something was written and nothing is there: the person had everything erased, and with it this talk.
      if (transcript.lines.length === 0 && !transcript.waiting) {
        session.end(c);
        if (!isEnhanced(c)) return c.redirect(ERASED_PAGE, 303);
        c.header('hx-redirect', ERASED_PAGE);
        return c.body(null, 204);
      }
      const unsent = heard.kind === 'text' && form.data.example === undefined ? '' : typed;
      // Where going to the page again would lose something, it is shown at once; sending it again changes nothing.
      if (isEnhanced(c) || known === undefined || unsent.trim() !== '') return show(c, { transcript, typed: unsent });
      return c.redirect(`/${placeOfLast(transcript)}`, 303);
    })
    .get('/chat/du-lieu', async (c) => {
      const waitS = limits('look', c);
      if (waitS !== undefined) return tooMany(c, waitS);
      c.header('content-disposition', 'attachment; filename="du-lieu-cua-toi.txt"');
      return c.text(await ownData(session.of(c)));
    })
    .get(ERASED_PAGE, (c) => c.html(<ErasedPage />))
    .get('/chat/thoat', (c) => {
      if (!isLedHere(c)) leave(c, 'leave');
      return c.redirect(NEUTRAL_PAGE, 303);
    })
    .post('/chat/thoat', (c) => {
      leave(c, c.req.query('xoa') === '1' ? 'leave:erase' : 'leave');
      return c.body(null, 204);
    });

  /** Away first; what is kept of the talk is seen to behind it. */
  function leave(c: Context, press: 'leave' | 'leave:erase'): void {
    const known = session.of(c);
    session.end(c);
    // Whoever calls without end ends their sessions and has nothing stored.
    if (known !== undefined && limits('look', c) === undefined) void leftBehind(known, press);
  }

  async function leftBehind(known: string, press: 'leave' | 'leave:erase'): Promise<void> {
    try {
      if (await hasWritten(known)) await receive(known, `${known}/${press}/${newId()}`, { kind: 'press', press });
    } catch (fault) {
      report(fault);
    }
  }

  /** The page after a message that could not be kept. Sent again, it is the same message. */
  async function notKept(cause: unknown, known: string | undefined, heard: Heard, form: z.infer<typeof Form>) {
    const { once, text, example = '' } = form;
    const typed = text === '' ? example : text.replace(/\r\n?/g, '\n');
    // Whoever has waited that long is not kept waiting for what they wrote before.
    const before =
      cause instanceof StoreFault && cause.trouble === 'slow' ? EMPTY : await read(known).catch(() => EMPTY);
    const said = cause instanceof StoreFault ? fromMemory.to(heard, 'web').messages : [];
    return { transcript: withLines(before, said, newId()), once, typed, fault: TROUBLE };
  }

  /** A talk is new while nothing was written in it, whatever cookie came with the form. */
  async function mustWait(c: Context, known: string | undefined, heard: Heard): Promise<number | undefined> {
    if (heard.kind === 'text' && dangerIn(heard.text) !== undefined) return limits('urgent', c);
    const isNew = known === undefined || !(await inTime(() => hasWritten(known)));
    return limits('chat', c) ?? (isNew ? limits('new talk', c) : undefined);
  }

  async function hasWritten(known: string): Promise<boolean> {
    const lines = await store.transaction(({ inbox }) => inbox.heardFrom(whereabouts(known), 1));
    return lines.length > 0;
  }

  async function answered(of: string): Promise<Transcript> {
    const until = Date.now() + ANSWER_WAIT_MS;
    while (
      (await inTime(() => store.transaction((records) => isWaiting(whereabouts(of), records)))) &&
      Date.now() < until
    ) {
      await sleep(LOOK_EVERY_MS);
    }
    return read(of);
  }
}

/** The talk is gone, here too: the session has ended with it. */
function ErasedPage() {
  return (
    <NoticePage heading="Đã xoá">
      <p>
        Tôi không còn giữ gì về cuộc trò chuyện này. Bản sao dự phòng (đã mã hoá) tự hết sau ít ngày, như tôi đã nói.
        Lịch sử trình duyệt thì bạn tự xoá nếu có người hay xem máy của bạn.
      </p>
    </NoticePage>
  );
}

const TROUBLE =
  'Hệ thống đang trục trặc nên tin chưa gửi được; bạn viết gì vẫn còn đây. Bạn thử lại sau ít phút. Việc gấp: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em).';

const KEPT_IN_TROUBLE =
  'Tôi đã nhận được tin của bạn, nhưng hệ thống vừa gặp trục trặc nên chưa trả lời được. Bạn mở lại trang này sau ít phút. Việc gấp: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em).';

/** A talk of which nothing can be read now. @throws Whatever is no trouble of the database. */
function emptyInTrouble(fault: unknown): Transcript {
  if (fault instanceof StoreFault) return EMPTY;
  throw fault;
}

/** What is said from memory, below the talk. It is kept nowhere, and gone when the page is loaded again. */
function withLines(transcript: Transcript, messages: readonly OutgoingMessage[], id: string): Transcript {
  const lines = messages.map((message, nth) => ({
    ...message,
    id: `${id}-${nth}`,
    by: 'bot' as const,
    passing: true as const,
  }));
  return { ...transcript, waiting: false, lines: [...transcript.lines, ...lines] };
}

function tooManyFromHere(waitS: number): string {
  return `Từ mạng bạn đang dùng có quá nhiều tin gửi tới cùng lúc nên tôi chưa nhận tin này; bạn viết gì vẫn còn đây. Bạn bấm Gửi lại sau ${waitS} giây giúp tôi. Việc gấp: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em).`;
}

function tooMany(c: Context, waitS: number) {
  c.header('retry-after', `${waitS}`);
  // The page stays as it is and looks again by itself.
  if (isEnhanced(c)) return c.body(null, 429);
  return c.html(
    <NoticePage heading="Bạn chờ một chút">
      <p>Từ mạng bạn đang dùng có quá nhiều người vào cùng lúc. Bạn mở lại trang này sau {waitS} giây giúp tôi.</p>
    </NoticePage>,
    429,
  );
}

/** A button outweighs what stands in the field: the field may hold the beginning of the next message. */
function heardIn({ text, example, press }: z.infer<typeof Form>): Heard {
  return press === undefined ? { kind: 'text', text: clean(example ?? text) } : { kind: 'press', press };
}

function faultOf(heard: Heard | undefined): string | undefined {
  if (heard?.kind !== 'text') return undefined;
  const { length } = heard.text;
  if (length === 0) return 'Bạn chưa viết gì. Bạn viết câu hỏi rồi bấm Gửi.';
  if (length <= LONGEST_TEXT) return undefined;
  const count = (many: number) => many.toLocaleString('vi-VN');
  return `Tin dài ${count(length)} ký tự, tôi chỉ đọc được ${count(LONGEST_TEXT)} ký tự một lần. Bạn bớt ${count(length - LONGEST_TEXT)} ký tự hoặc chia thành vài tin. Bạn viết gì vẫn còn đủ ở ô dưới. Việc gấp: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em).`;
}

/** Tells a form that is sent again from one whose text was changed after it seemed to be lost. */
function digest(heard: Heard): string {
  return createHash('sha256').update(JSON.stringify(heard)).digest('base64url').slice(0, 22);
}

/** Was somebody led here by another site? Its link must neither end nor erase their talk. */
function isLedHere(c: Context): boolean {
  return ['cross-site', 'same-site'].includes(c.req.header('sec-fetch-site') ?? '');
}

function isEnhanced(c: Context): boolean {
  return c.req.header('hx-request') === 'true';
}

function whereabouts(address: string): Whereabouts {
  return { channel: 'web', address };
}
