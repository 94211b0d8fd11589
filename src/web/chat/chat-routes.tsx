import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Heard } from '../../ports/channel.ts';
import type { Store, Whereabouts } from '../../ports/store.ts';
import { ChatPage, Lines, Talk } from './chat-page.tsx';
import { type Transcript, transcriptOf } from './transcript.ts';

export interface ChatNeeds {
  readonly store: Store;
  /** Stores what a person wrote; answered in turn. */
  readonly receive: (from: string, externalId: string, heard: Heard) => Promise<void>;
  readonly newId: () => string;
  /** 24 random bytes or more, as text for a cookie. */
  readonly newSession: () => string;
  /** Cookies only over https. */
  readonly secure: boolean;
}

const COOKIE = 'hq_chat';
const LONGEST_TEXT = 4000;
/** How long a form waits for the answer before the page is shown without it; it then looks again by itself. */
const ANSWER_WAIT_MS = 2_500;
const LOOK_EVERY_MS = 40;
/** A page that says nothing about where one was before. */
const NEUTRAL_PAGE = 'https://www.google.com/';

const Form = z.object({
  once: z.string().min(1).max(64),
  text: z.string().optional(),
  press: z.string().max(80).optional(),
});

/** `GET /` and the forms of the web chat. Works without script; htmx replaces the talk instead of the page. */
export function chatRoutes(needs: ChatNeeds) {
  const { store, receive, newId, newSession, secure } = needs;
  const read = (session: string | undefined): Promise<Transcript> =>
    session === undefined
      ? Promise.resolve({ lines: [], waiting: false })
      : store.transaction((records) => transcriptOf(whereabouts(session), records));

  return new Hono()
    .get('/', async (c) => {
      const transcript = await read(sessionOf(getCookie(c, COOKIE)));
      return c.html(<ChatPage transcript={transcript} once={newId()} longest={LONGEST_TEXT} />);
    })
    .get('/chat/messages', async (c) => {
      const transcript = await read(sessionOf(getCookie(c, COOKIE)));
      const same =
        `${transcript.lines.length}/${transcript.waiting ? 1 : 0}` ===
        `${c.req.query('have')}/${c.req.query('waiting')}`;
      return same ? c.body(null, 204) : c.html(<Lines transcript={transcript} once={newId()} />);
    })
    .post('/chat', async (c) => {
      const form = Form.safeParse(await c.req.parseBody());
      const enhanced = c.req.header('hx-request') === 'true';
      const known = sessionOf(getCookie(c, COOKIE));
      const typed = form.data?.text?.normalize('NFC').trim() ?? '';
      const fault = faultOf(form.success, typed, form.data?.press);
      if (fault !== undefined) {
        const props = {
          transcript: await read(known),
          once: newId(),
          longest: LONGEST_TEXT,
          typed: typed.slice(0, LONGEST_TEXT),
          fault,
        };
        return c.html(enhanced ? <Talk {...props} /> : <ChatPage {...props} />, enhanced ? 200 : 422);
      }
      const session = known ?? newSession();
      setCookie(c, COOKIE, session, { httpOnly: true, sameSite: 'Lax', secure, path: '/' });
      const heard: Heard =
        typed !== '' ? { kind: 'text', text: typed } : { kind: 'press', press: form.data?.press ?? '' };
      await receive(session, `${session}/${form.data?.once}`, heard);
      const transcript = await answered(session);
      return enhanced
        ? c.html(<Talk transcript={transcript} once={newId()} longest={LONGEST_TEXT} />)
        : c.redirect('/#words', 303);
    })
    .get('/chat/thoat', (c) => {
      setCookie(c, COOKIE, '', { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge: 0 });
      c.header('clear-site-data', '"cache"');
      c.header('cache-control', 'no-store');
      return c.redirect(NEUTRAL_PAGE, 303);
    });

  async function answered(session: string): Promise<Transcript> {
    const until = Date.now() + ANSWER_WAIT_MS;
    for (;;) {
      const transcript = await read(session);
      const last = transcript.lines.at(-1);
      if ((!transcript.waiting && last?.by === 'bot') || Date.now() > until) return transcript;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }
}

function faultOf(readable: boolean, typed: string, press: string | undefined): string | undefined {
  if (!readable) return 'Tin chưa gửi được. Bạn tải lại trang rồi gửi lại giúp tôi.';
  if (typed === '' && !press) return 'Bạn chưa viết gì. Bạn viết câu hỏi rồi bấm Gửi.';
  if (typed.length > LONGEST_TEXT)
    return `Tin dài quá ${LONGEST_TEXT} ký tự. Bạn viết ngắn lại hoặc chia thành vài tin.`;
  return undefined;
}

/** Only cookies of the form that we give out; anything else starts a new talk. */
function sessionOf(cookie: string | undefined): string | undefined {
  return cookie !== undefined && /^[A-Za-z0-9_-]{32,64}$/.test(cookie) ? cookie : undefined;
}

function whereabouts(session: string): Whereabouts {
  return { channel: 'web', address: session };
}
