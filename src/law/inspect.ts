import type { Day } from '../base/days.ts';
import { dayForPeople } from '../base/days.ts';
import type { Cuts } from './divide.ts';
import { doubtfulShare } from './doubtful-spelling.ts';
import { isContinuedElsewhere } from './headings.ts';
import type { Gap, LawReading, Warning } from './law-text.ts';

/** Accented words that cannot be Vietnamese: one in so many makes a text doubtful. Typed laws stay below a tenth of it. */
const DOUBTFUL_SHARE = 1 / 300;
/** An article so much longer than most is often two whose border was not seen. */
const LONG_TIMES = 25;
const LONG_LETTERS = 12_000;

interface InspectNeeds {
  readonly law: Pick<LawReading, 'instrument' | 'articles' | 'notes' | 'segments'>;
  readonly cuts: Cuts;
  readonly lines: readonly string[];
  /** Read from places on paper, where a table or a formula has no order of words. */
  readonly isPrinted: boolean;
  readonly asOf: Day;
}

/** What a person should look at before this text is stored. */
export function inspect(needs: InspectNeeds): { readonly gaps: readonly Gap[]; readonly found: readonly Warning[] } {
  const gaps = gapsIn(needs.law);
  return {
    gaps,
    found: [
      ...ofInstrument(needs),
      ...ofNumbers(needs, gaps),
      ...ofWording(needs),
      ...ofLengths(needs),
      ...ofLayout(needs),
      ...ofStrayLines(needs),
      ...ofRest(needs),
      ...ofSpelling(needs),
    ],
  };
}

function gapsIn({ articles }: InspectNeeds['law']): readonly Gap[] {
  const numbers = [0, ...new Set(articles.map(({ number }) => Number.parseInt(number, 10)))];
  return numbers.flatMap((number, nth) => {
    const next = numbers[nth + 1];
    return next === undefined || next <= number + 1 ? [] : [{ from: number + 1, to: next - 1 }];
  });
}

function ofInstrument({ law: { instrument } }: InspectNeeds): readonly Warning[] {
  const { code, name, number, adoptedOn } = instrument;
  return [
    ...(name ? [] : [{ kind: 'name-unknown', message: 'Không tìm thấy tên văn bản.' } as const]),
    ...(number ||
    instrument.kind === 'treaty' ||
    instrument.kind === 'declaration' ||
    instrument.kind === 'constitution'
      ? []
      : [{ kind: 'number-unknown', message: 'Không tìm thấy số, ký hiệu của văn bản.' } as const]),
    ...(adoptedOn ? [] : [{ kind: 'adopted-on-unknown', message: 'Không tìm thấy ngày ban hành.' } as const]),
    ...(code
      ? []
      : [{ kind: 'code-unknown', message: 'Chưa đủ thông tin để đặt mã; hãy cho biết bằng --code.' } as const]),
  ];
}

function ofNumbers({ law, cuts }: InspectNeeds, gaps: readonly Gap[]): readonly Warning[] {
  const contents = law.segments.some(({ kind }) => kind === 'contents');
  const translation = law.segments.some(({ kind }) => kind === 'translation');
  return [
    ...gaps.map(
      ({ from, to }): Warning => ({
        kind: 'gap-in-numbering',
        message:
          from === to
            ? `Không có Điều ${from}: đã bị bãi bỏ, hay bị sót?`
            : `Không có Điều ${from} đến Điều ${to}: đã bị bãi bỏ, hay bị sót?`,
      }),
    ),
    ...(cuts.outOfOrder.length > 0
      ? [
          {
            kind: 'article-out-of-order',
            message:
              'Có tiêu đề điều mà số không theo thứ tự: hãy xem điều đó được tính riêng hay nằm trong điều đứng trước.',
            articles: cuts.outOfOrder.slice(0, 50),
          } as const,
        ]
      : []),
    ...(cuts.inAppendix > 0
      ? [
          {
            kind: 'articles-in-appendix',
            message: `Phần kèm theo có ${cuts.inAppendix} dòng giống tiêu đề điều; giữ nguyên trong phụ lục.`,
          } as const,
        ]
      : []),
    ...(contents
      ? [{ kind: 'contents-left-out', message: 'Mục lục ở đầu văn bản không được tính là các điều.' } as const]
      : []),
    ...(translation
      ? [{ kind: 'translation-left-out', message: 'Bản dịch in dưới nguyên văn không được nhập.' } as const]
      : []),
    ...(cuts.quotations.some(({ closed }) => !closed)
      ? [
          {
            kind: 'quotation-not-closed',
            message: 'Có dấu ngoặc kép mở mà không đóng; hãy xem lại các điều được trích.',
          } as const,
        ]
      : []),
  ];
}

/** Wording that does not bind yet stands where the present one should: the present one is asked for. */
function ofWording({ law, asOf }: InspectNeeds): readonly Warning[] {
  const byDay = new Map<Day, string[]>();
  for (const { number, inForceFrom } of law.articles) {
    if (inForceFrom !== undefined && inForceFrom > asOf) {
      byDay.set(inForceFrom, [...(byDay.get(inForceFrom) ?? []), number]);
    }
  }
  const used = new Set(law.articles.flatMap(({ notes }) => notes));
  const marks = new Set(
    [...law.articles.flatMap(({ headingLine, text }) => [...`${headingLine}\n${text}`.matchAll(/\[(\d{1,3})\]/g)])].map(
      ([, mark = '']) => mark,
    ),
  );
  const unknown = [...marks].filter((mark) => !used.has(mark));
  return [
    ...[...byDay].map(
      ([day, articles]): Warning => ({
        kind: 'earlier-wording-missing',
        message: `Văn bản in sẵn nội dung chỉ có hiệu lực từ ngày ${dayForPeople(day)}. Hãy nhập cả nội dung đang có hiệu lực đến hết ngày trước đó của: ${articles.map((number) => `Điều ${number}`).join(', ')}.`,
        articles,
      }),
    ),
    ...(law.notes.length > 0 && unknown.length > 0
      ? [
          {
            kind: 'mark-without-note',
            message: `Không tìm thấy chú thích số ${unknown.slice(0, 20).join(', ')} ở cuối văn bản.`,
          } as const,
        ]
      : []),
  ];
}

function ofLengths({ law: { articles } }: InspectNeeds): readonly Warning[] {
  const lengths = articles.map(({ text }) => text.length).sort((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const odd = articles.filter(
    ({ text, repealed }) =>
      (text.trim().length < 20 && !repealed) || (text.length > middle * LONG_TIMES && text.length > LONG_LETTERS),
  );
  return odd.length === 0
    ? []
    : [
        {
          kind: 'odd-length',
          message: `Rất ngắn hoặc rất dài, hãy xem lại: ${odd.map(({ number }) => `Điều ${number}`).join(', ')}.`,
          articles: odd.map(({ number }) => number),
        },
      ];
}

function ofSpelling({ lines }: InspectNeeds): readonly Warning[] {
  const share = doubtfulShare(lines);
  return share <= DOUBTFUL_SHARE
    ? []
    : [
        {
          kind: 'spelling-doubtful',
          message: `Nhiều chữ sai dấu (khoảng ${(share * 100).toFixed(1)}% số tiếng): văn bản có lẽ do máy đọc từ ảnh. KHÔNG trích dẫn trước khi so từng điều với bản chính thức.`,
        },
      ];
}

function ofLayout({ law: { articles }, isPrinted }: InspectNeeds): readonly Warning[] {
  const tables = isPrinted ? articles.filter(({ text }) => text.includes('\t')).map(({ number }) => number) : [];
  return tables.length === 0
    ? []
    : [
        {
          kind: 'layout-uncertain',
          message: `Có bảng hoặc công thức, thứ tự chữ có thể khác bản in: ${tables.map((number) => `Điều ${number}`).join(', ')}.`,
          articles: tables,
        },
      ];
}

/** So many lines stand around a law; more of them are what a page shows beside it. */
const FRONT_LINES = 60;
const CLOSING_LINES = 25;

function ofStrayLines({ law: { segments }, lines }: InspectNeeds): readonly Warning[] {
  const filled = (kind: 'front' | 'closing'): readonly string[] =>
    segments
      .filter((segment) => segment.kind === kind)
      .flatMap(({ from, to }) => lines.slice(from, to))
      .filter((line) => line.trim() !== '');
  const [front, closing] = [filled('front'), filled('closing')];
  const stray = [...front.slice(0, Math.max(0, front.length - FRONT_LINES)), ...closing.slice(CLOSING_LINES)];
  return stray.length === 0
    ? []
    : [
        {
          kind: 'line-not-understood',
          message: `${stray.length} dòng ở đầu hoặc cuối không rõ là gì và không được nhập, ví dụ: ${stray
            .slice(0, 3)
            .map((line) => `“${line.trim().slice(0, 80)}”`)
            .join('; ')}.`,
        },
      ];
}

function ofRest({ lines }: InspectNeeds): readonly Warning[] {
  const line = lines.find(isContinuedElsewhere);
  return line === undefined
    ? []
    : [{ kind: 'continued-elsewhere', message: `Văn bản in ở nhiều số Công báo ${line.trim()}: tệp này chưa đủ.` }];
}
