import type { OutgoingMessage } from '../../ports/channel.ts';
import { Page } from '../layout/page.tsx';
import type { Line, Transcript } from './transcript.ts';

export interface ChatPageProps {
  readonly transcript: Transcript;
  /** Made with the form, so that a form sent twice is one message. */
  readonly once: string;
  readonly longest: number;
  readonly typed?: string | undefined;
  readonly fault?: string | undefined;
}

/** The web chat: one page, usable on a small phone, with a keyboard, with a screen reader, and without script. */
export function ChatPage(props: ChatPageProps) {
  return (
    <Page title="Hỏi Quyền" scripts={['/assets/htmx.js', '/assets/chat.js']}>
      <header>
        <h1>Hỏi Quyền</h1>
        <a class="exit" href="/chat/thoat" rel="noreferrer">
          Thoát nhanh
        </a>
      </header>
      <main id="noi-dung">
        <p>
          Kể chuyện của bạn, tôi tìm quyền của bạn trong luật và chỉ nơi giúp được. Tôi là máy, chỉ nói điều có căn cứ.
          Nguy hiểm thì gọi ngay <a href="tel:113">113</a>, <a href="tel:115">115</a>, trẻ em <a href="tel:111">111</a>.
        </p>
        <Talk {...props} />
      </main>
      <footer>
        <p>
          Cần rời trang ngay: bấm “Thoát nhanh” hoặc phím Esc hai lần. Cuộc trò chuyện này chỉ mở được trên trình duyệt
          này, tới khi bạn thoát hoặc đóng trình duyệt.
        </p>
      </footer>
    </Page>
  );
}

/** The part that is replaced while talking. */
export function Talk({ transcript, once, longest, typed = '', fault }: ChatPageProps) {
  return (
    <div id="tro-chuyen">
      <Lines transcript={transcript} once={once} />
      <form class="ask" method="post" action="/chat" hx-post="/chat" hx-target="#tro-chuyen" hx-swap="outerHTML">
        <input type="hidden" name="once" value={once} />
        <label for="words">Bạn muốn hỏi gì?</label>
        {fault && (
          <p class="fault" role="alert" id="fault">
            {fault}
          </p>
        )}
        <textarea
          id="words"
          name="text"
          rows={3}
          required
          maxlength={longest}
          aria-describedby={fault ? 'fault' : undefined}
        >
          {typed}
        </textarea>
        <button type="submit">Gửi</button>
      </form>
    </div>
  );
}

/** The messages alone; looked up again every few seconds, for answers of staff come later. */
export function Lines({ transcript, once }: Pick<ChatPageProps, 'transcript' | 'once'>) {
  const { lines, waiting } = transcript;
  return (
    <section
      id="tin-nhan"
      aria-label="Cuộc trò chuyện"
      hx-get={`/chat/messages?have=${lines.length}&waiting=${waiting ? 1 : 0}`}
      hx-trigger={`every ${waiting ? 1 : 5}s`}
      hx-swap="outerHTML"
    >
      <ol class="talk" aria-live="polite">
        {lines.map((line) => (
          <Message line={line} once={once} />
        ))}
        {waiting && <li class="bot wait">Tôi đang tìm…</li>}
      </ol>
    </section>
  );
}

function Message({ line, once }: { readonly line: Line; readonly once: string }) {
  if (line.by === 'person') {
    return (
      <li class="person">
        <span class="who">Bạn: </span>
        {line.text}
      </li>
    );
  }
  return (
    <li class="bot">
      <span class="who">Hỏi Quyền: </span>
      <Words text={line.text} bold={line.bold} />
      {line.choices.length > 0 && (
        <form class="choices" method="post" action="/chat" hx-post="/chat" hx-target="#tro-chuyen" hx-swap="outerHTML">
          <input type="hidden" name="once" value={once} />
          {line.choices.map(({ label, press }) => (
            <button type="submit" name="press" value={press}>
              {label}
            </button>
          ))}
        </form>
      )}
    </li>
  );
}

function Words({ text, bold }: Pick<OutgoingMessage, 'text' | 'bold'>) {
  const ends = bold.map(([, end]) => end);
  return (
    <>
      {bold.map(([start, end], nth) => (
        <>
          {text.slice(ends[nth - 1] ?? 0, start)}
          <strong>{text.slice(start, end)}</strong>
        </>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  );
}
