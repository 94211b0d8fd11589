import { Page } from '../layout/page.tsx';
import { lineId, Message } from './message.tsx';
import { type Transcript, versionOf } from './transcript.ts';

export interface ChatPageProps {
  readonly transcript: Transcript;
  /** Made with the form, so that a form sent twice is one message. */
  readonly once: string;
  /** Longest text that is taken, in characters. */
  readonly longest: number;
  /** What stands in the field: a text that was refused, or one that was not sent yet. */
  readonly typed?: string | undefined;
  /** Why the text was not taken, and what to do. */
  readonly fault?: string | undefined;
}

/** Questions that show how one may ask; the shipped knowledge has something on each. */
export const EXAMPLES = [
  'Công ty nợ lương tôi 2 tháng nay',
  'Bị chồng đánh thì gọi ai?',
  'Làm giấy khai sinh muộn cho con có bị phạt không?',
  'Ai được trợ giúp pháp lý miễn phí?',
];

const LOOK_AGAIN_S = 5;
const LOOK_AGAIN_WHILE_WAITING_S = 1;
const ENHANCED = { 'hx-target': '#tro-chuyen', 'hx-swap': 'keep-lines' } as const;

/** The web chat: one page, usable on a small phone, with a keyboard, with a screen reader, and without script. */
export function ChatPage(props: ChatPageProps) {
  const { transcript, longest, typed = '', fault } = props;
  return (
    <Page
      title={fault ? 'Chưa gửi được – Hỏi Quyền' : 'Hỏi Quyền'}
      skipTo="words"
      skipLabel="Tới ô viết câu hỏi"
      script={true}
      reloadAt={transcript.waiting && typed === '' ? placeToLoadAgain(props) : undefined}
    >
      <header class="top">
        <div>
          <h1>Hỏi Quyền</h1>
          <p class="status" id="thoat-nhac" role="status" data-again="Bấm Esc lần nữa để thoát"></p>
          <a class="exit" href="/chat/thoat" rel="noreferrer nofollow">
            Thoát nhanh
          </a>
        </div>
      </header>
      <main id="noi-dung" hx-ext="keep-lines">
        <Intro />
        <Talk {...props} />
        <form
          id="hoi"
          method="post"
          action="/chat"
          autocomplete="off"
          hx-post="/chat"
          hx-sync="this:replace"
          {...ENHANCED}
        >
          <label for="words">Bạn muốn hỏi gì?</label>
          <textarea
            id="words"
            name="text"
            rows={3}
            required
            spellcheck={false}
            autofocus={fault !== undefined}
            aria-describedby="loi goi-y"
          >
            {/* A browser drops the first line break of a textarea. */}
            {typed.startsWith('\n') ? `\n${typed}` : typed}
          </textarea>
          <div class="send">
            <p class="hint" id="goi-y">
              Có dấu hay không dấu đều được, tối đa {longest.toLocaleString('vi-VN')} ký tự.{' '}
              <span class="keys">Enter để gửi, Shift + Enter để xuống dòng.</span>
            </p>
            <button type="submit" class="main">
              Gửi
            </button>
          </div>
        </form>
        {transcript.lines.length === 0 && <Examples />}
      </main>
      <Footer />
    </Page>
  );
}

/** The part that is renewed while talking. The field in which a person types is never touched. */
export function Talk(props: ChatPageProps) {
  const { transcript, once, fault } = props;
  const { lines, choices, waiting, cut } = transcript;
  return (
    <section id="tro-chuyen" aria-label="Cuộc trò chuyện">
      <h2 class="who">Cuộc trò chuyện</h2>
      <div id="cu-hon">{cut && <p class="hint">Chỉ hiện những tin gần nhất.</p>}</div>
      <div role="log" aria-label="Tin nhắn">
        <ol class="talk">
          {lines.map((line) => (
            <Message line={line} />
          ))}
          {waiting && (
            <li class="bot wait" id="m-cho">
              Tôi đang tìm…
            </li>
          )}
        </ol>
      </div>
      {lines.length > 0 && (
        <noscript>
          <p class="hint">
            <a href={placeToLoadAgain(props)}>Xem có tin mới không</a>
          </p>
        </noscript>
      )}
      <fieldset id="lua-chon" class="choices" tabindex={-1} hidden={choices.length === 0}>
        <legend class="who">Lựa chọn</legend>
        {choices.map(({ label, press }) => (
          <Choice name="press" value={press} label={label} />
        ))}
      </fieldset>
      <div
        id="loi"
        class="fault"
        role="alert"
        data-not-sent="Tin chưa gửi được, nhưng bạn viết gì vẫn còn đây. Bạn xem lại mạng rồi bấm Gửi lần nữa. Việc gấp: gọi 113, 115, 111."
        data-too-many="Từ mạng bạn đang dùng có quá nhiều tin gửi tới cùng lúc nên tôi chưa nhận tin này; bạn viết gì vẫn còn đây. Bạn bấm Gửi lại sau {s} giây giúp tôi. Việc gấp: gọi 113, 115, 111."
        data-too-long="Tin dài quá nên chưa gửi được; bạn viết gì vẫn còn đây. Bạn chia thành vài tin ngắn rồi gửi lần lượt. Việc gấp: gọi 113, 115, 111."
      >
        {fault}
      </div>
      <input type="hidden" id="once" name="once" form="hoi" value={once} />
      <LookAgain transcript={transcript} />
    </section>
  );
}

/** Where the newest answer begins: at the last words of the person. */
export function placeOfLast({ lines }: Transcript): string {
  const line = lines.findLast(({ by }) => by === 'person') ?? lines.at(-1);
  return line ? `#${lineId(line)}` : '';
}

/** The same page at another address: to one that differs in nothing but the place a browser only scrolls. */
function placeToLoadAgain({ transcript, once }: Pick<ChatPageProps, 'transcript' | 'once'>): string {
  return `/?xem=${once}${placeOfLast(transcript)}`;
}

function Choice({ name, value, label }: { readonly name: string; readonly value: string; readonly label: string }) {
  return (
    <button type="submit" form="hoi" name={name} value={value} formnovalidate>
      {label}
    </button>
  );
}

function Examples() {
  return (
    <fieldset id="cau-mau" class="choices">
      <legend class="hint">Chưa biết hỏi thế nào? Bấm một câu mẫu:</legend>
      {EXAMPLES.map((example) => (
        <Choice name="example" value={example} label={example} />
      ))}
    </fieldset>
  );
}

/** Looks for new messages now and then: answers of staff come later. Waits while the form is being sent. */
function LookAgain({ transcript }: Pick<ChatPageProps, 'transcript'>) {
  const every = transcript.waiting ? LOOK_AGAIN_WHILE_WAITING_S : LOOK_AGAIN_S;
  return (
    <div
      id="nhin-lai"
      hidden
      hx-get={`/chat/messages?have=${versionOf(transcript)}`}
      hx-trigger={`every ${every}s, look-again`}
      hx-sync="#hoi:drop"
      {...ENHANCED}
    ></div>
  );
}

function Intro() {
  return (
    <section class="intro" aria-label="Giới thiệu">
      <p>
        Bạn kể chuyện của mình bằng lời thường ngày. Tôi là máy, giúp bạn tìm quyền của mình trong luật, việc cần làm và
        nơi giúp được. Không cần tên hay số điện thoại.
      </p>
      <div class="calls">
        <p id="goi-ngay">Đang nguy hiểm? Gọi ngay:</p>
        <ul class="numbers" aria-labelledby="goi-ngay">
          <li>
            <a href="tel:113">
              <strong>113</strong> công an
            </a>
          </li>
          <li>
            <a href="tel:115">
              <strong>115</strong> cấp cứu
            </a>
          </li>
          <li>
            <a href="tel:111">
              <strong>111</strong> trẻ em
            </a>
          </li>
        </ul>
      </div>
    </section>
  );
}

function Footer() {
  return (
    <footer>
      <details>
        <summary>Giữ kín cuộc trò chuyện này</summary>
        <ul class="notes">
          <li>
            Cần rời trang ngay: bấm “Thoát nhanh” hoặc phím Esc hai lần. Trang này biến mất, cuộc trò chuyện không mở
            lại được nữa, nên tôi cũng xoá nó. Chỉ câu hỏi bạn đã chuyển cho cán bộ thì được giữ lại để họ giúp bạn.
          </li>
          <li id="thoat-xoa" hidden>
            <label>
              <input type="checkbox" id="xoa-khi-thoat" autocomplete="off" /> Khi tôi thoát nhanh, xoá cả câu hỏi đã
              chuyển cho cán bộ.
            </label>{' '}
            Cán bộ chỉ được báo mã, không giúp tiếp được. Trang chỉ nhớ dấu này tới khi bạn rời trang.
          </li>
          <li>
            Lịch sử trình duyệt vẫn ghi là bạn đã vào trang này. Nếu có người hay xem máy của bạn, hãy dùng cửa sổ ẩn
            danh hoặc xoá lịch sử sau khi đọc.
          </li>
          <li>
            Cuộc trò chuyện chỉ mở được trên trình duyệt này, tới khi bạn thoát nhanh hoặc đóng trình duyệt. Đang chờ
            cán bộ trả lời thì bạn giữ trang này.
          </li>
          <li>Không ai ở trung tâm đọc được tin của bạn, trừ khi bạn xem lại và bấm “Đồng ý” chuyển cho cán bộ.</li>
          <li>
            Xem mọi thứ tôi giữ về bạn: <a href="/chat/du-lieu">tải về một tệp</a>, hoặc nhắn /dulieu. Xoá hết: nhắn
            /xoa.
          </li>
        </ul>
      </details>
    </footer>
  );
}
