import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { clean } from '../../language/clean.ts';
import type { Heard } from '../../ports/channel.ts';
import type { Store, Whereabouts } from '../../ports/store.ts';
import { ChatPage, type ChatPageProps, placeOfLast, Talk } from './chat-page.tsx';
import { type SessionNeeds, sessions } from './session.ts';
import { EMPTY, type Transcript, transcriptOf, versionOf } from './transcript.ts';

export interface ChatNeeds extends SessionNeeds {
  readonly store: Store;
  /** Stores what a person wrote; answered in turn. */
  readonly receive: (from: string, externalId: string, heard: Heard) => Promise<void>;
  /** Told of a fault that the page could still explain to the person. */
  readonly report: (fault: unknown) => void;
  readonly newId: () => string;
}

const LONGEST_TEXT = 4000;
/** How long a form waits for the answer before the page is shown without it; it then looks again by itself. */
const ANSWER_WAIT_MS = 2_500;
const LOOK_EVERY_MS = 40;
/** After so many looks without a change the answer is complete: it may be several messages, sent one after another. */
const QUIET_LOOKS = 2;
/** The bot keeps quiet while staff have the matter; then there is no answer to wait for. */
const SILENT_LOOKS = 6;
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
export function chatRoutes({ store, receive, report, newId, ...cookies }: ChatNeeds) {
  const session = sessions(cookies);
  const read = (of: string | undefined): Promise<Transcript> =>
    of === undefined ? Promise.resolve(EMPTY) : store.transaction((records) => transcriptOf(whereabouts(of), records));
  const show = (c: Context, props: Omit<ChatPageProps, 'once' | 'longest'>, status: 200 | 422 | 503 = 200) => {
    const all = { ...props, once: newId(), longest: LONGEST_TEXT };
    return c.html(isEnhanced(c) ? <Talk {...all} /> : <ChatPage {...all} />, status);
  };

  return new Hono()
    .get('/', async (c) => {
      const known = session.of(c);
      // Given out before anything is written, so that the very first form, sent twice, is one message too.
      if (known === undefined) session.begin(c);
      return show(c, { transcript: await read(known) });
    })
    .get('/chat/messages', async (c) => {
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
        return show(c, { transcript: await read(known), typed, fault }, 422);

      const from = known ?? session.begin(c);
      try {
        await receive(from, `${from}/${form.data.once}/${digest(heard)}`, heard);
      } catch (cause) {
        report(cause);
        const transcript = await read(known).catch(() => EMPTY);
        return show(c, { transcript, typed, fault: TROUBLE }, 503);
      }
      const transcript = await answered(from);
      const unsent = heard.kind === 'text' && form.data.example === undefined ? '' : typed;
      // Where going to the page again would lose something, it is shown at once; sending it again changes nothing.
      if (isEnhanced(c) || known === undefined || unsent.trim() !== '') return show(c, { transcript, typed: unsent });
      return c.redirect(`/${placeOfLast(transcript)}`, 303);
    })
    .get('/chat/thoat', (c) => {
      session.end(c);
      return c.redirect(NEUTRAL_PAGE, 303);
    })
    .post('/chat/thoat', (c) => {
      session.end(c);
      return c.body(null, 204);
    });

  async function answered(of: string): Promise<Transcript> {
    const until = Date.now() + ANSWER_WAIT_MS;
    let quiet = 0;
    let before = '';
    for (;;) {
      const transcript = await read(of);
      const version = versionOf(transcript);
      quiet = !transcript.waiting && version === before ? quiet + 1 : 0;
      before = version;
      const enough = transcript.lines.at(-1)?.by === 'bot' ? QUIET_LOOKS : SILENT_LOOKS;
      if (quiet >= enough || Date.now() > until) return transcript;
      await sleep(LOOK_EVERY_MS);
    }
  }
}

const TROUBLE =
  'Hệ thống đang trục trặc nên tin chưa gửi được; bạn viết gì vẫn còn đây. Bạn thử lại sau ít phút. Việc gấp: gọi 113 (công an), 115 (cấp cứu), 111 (trẻ em).';

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
  return `Tin dài ${count(length)} ký tự, tôi chỉ đọc được ${count(LONGEST_TEXT)} ký tự một lần. Bạn bớt ${count(length - LONGEST_TEXT)} ký tự hoặc chia thành vài tin. Bạn viết gì vẫn còn đủ ở ô dưới.`;
}

/** Tells a form that is sent again from one whose text was changed after it seemed to be lost. */
function digest(heard: Heard): string {
  return createHash('sha256').update(JSON.stringify(heard)).digest('base64url').slice(0, 22);
}

function isEnhanced(c: Context): boolean {
  return c.req.header('hx-request') === 'true';
}

function whereabouts(address: string): Whereabouts {
  return { channel: 'web', address };
}
