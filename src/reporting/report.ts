import { type Day, dayForPeople } from '../base/days.ts';
import { type Chart, chartOf } from './chart.ts';
import type { PeriodFigures } from './figures.ts';
import { decimalForm, percentForm, sentenceForm } from './number-form.ts';
import { periodName } from './period.ts';
import { outcomeCell, type ShownFigures, shownFigures } from './shown-figures.ts';
import { type ShownCount, type ShownTable, SMALLEST_SHOWN, share, totalsRow } from './small-numbers.ts';

/** Who issues the report, as its letterhead says. */
export interface IssuingBody {
  /** The province whose figures these are, `tỉnh Hưng Yên`; undefined for the whole service. */
  readonly province?: string | undefined;
  /** The body above it: `Sở Tư pháp tỉnh Hưng Yên`. */
  readonly superior?: string | undefined;
  /** `Trung tâm Trợ giúp pháp lý nhà nước`. */
  readonly name: string;
  /** Short form in the number and the file copy: `TGPL` gives `/BC-TGPL`. */
  readonly symbol: string;
  /** Where it is written: `Hưng Yên`. */
  readonly place: string;
}

/** A report in the form of an administrative document (Nghị định 30/2020/NĐ-CP), before it is a file. */
export interface Report {
  readonly head: ReportHead;
  readonly sections: readonly Section[];
  /** Who receives it, one line each, for the writer to complete. */
  readonly recipients: readonly string[];
}

export interface ReportHead {
  readonly superior: string | undefined;
  readonly body: string;
  /** With room for the number: `Số:          /BC-TGPL`. */
  readonly number: string;
  /** `Hưng Yên, ngày 05 tháng 01 năm 2027`. */
  readonly placeAndDay: string;
  /** What it is about, below `BÁO CÁO`: the subject, then the period. */
  readonly subject: readonly [string, string];
  readonly addressee: string;
}

export interface Section {
  /** `I. KHÁI QUÁT`. */
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'paragraph'; readonly text: string }
  | { readonly block: 'table'; readonly table: ShownTable }
  | { readonly block: 'chart'; readonly chart: Chart }
  /** Room for what only people can say. */
  | { readonly block: 'to-write'; readonly hint: string };

/** The tables of a report, in order: the first is `Bảng 1`. */
export function tablesOf({ sections }: Report): readonly ShownTable[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((one) => (one.block === 'table' ? [one.table] : [])));
}

/** The charts of a report, in order: the first is `Biểu đồ 1`. */
export function chartsOf({ sections }: Report): readonly Chart[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((one) => (one.block === 'chart' ? [one.chart] : [])));
}

const NOT_MEASURED = 'Nội dung này chưa được đo trong kỳ.';
/** Nobody is asked where they are before they want to be passed on to a centre. */
const NOT_BY_PROVINCE =
  'Người hỏi không phải cho biết tỉnh, thành phố khi hỏi, nên câu hỏi không được đếm theo tỉnh. Số liệu về câu hỏi có ' +
  'trong báo cáo toàn hệ thống.';
const TOO_SMALL = 'không nêu vì số quá nhỏ';
const SEVERAL_ROWS = 'Một câu hỏi có thể được tính ở nhiều dòng, nên các dòng không cộng thành tổng số.';
const DOTS = '……………………………………';

/**
 * The report of a period, in Vietnamese. Only counts go in, and small ones come out hidden.
 *
 * @param figures Of the whole service, or of the body's province alone.
 */
export function report(figures: PeriodFigures, body: IssuingBody, writtenOn: Day): Report {
  const shown = shownFigures(figures);
  return {
    head: head(shown, body, writtenOn),
    sections: [
      { heading: 'I. KHÁI QUÁT', blocks: overview(shown, body) },
      {
        heading: 'II. KẾT QUẢ',
        blocks: saysNothingOfQuestions(shown, body) ? [paragraph(NOT_BY_PROVINCE)] : numbered(results(shown)),
      },
      { heading: 'III. CHUYỂN GỬI VÀ TRẢ LỜI', blocks: numbered(referrals(shown, body)) },
      { heading: 'IV. NHU CẦU CHƯA ĐƯỢC ĐÁP ỨNG', blocks: unmetNeeds(shown, body) },
      { heading: 'V. TỒN TẠI, HẠN CHẾ', blocks: shortcomings(shown) },
      { heading: 'VI. KIẾN NGHỊ, ĐỀ XUẤT', blocks: [{ block: 'to-write', hint: 'Kiến nghị, đề xuất của đơn vị' }] },
    ],
    recipients: ['- Như trên;', `- ${DOTS};`, `- Lưu: VT, ${body.symbol}.`],
  };
}

function head({ period }: ShownFigures, body: IssuingBody, writtenOn: Day): ReportHead {
  const [year, month = '', day] = writtenOn.split('-');
  // The decree writes a zero before days under 10, and before January and February alone among the months.
  const monthForm = Number(month) <= 2 ? month : String(Number(month));
  return {
    superior: body.superior,
    body: body.name,
    number: `Số:          /BC-${body.symbol}`,
    placeAndDay: `${body.place}, ngày ${day} tháng ${monthForm} năm ${year}`,
    subject: ['Kết quả ứng dụng Hỏi Quyền trong thông tin về quyền và trợ giúp pháp lý', periodName(period)],
    addressee: `Kính gửi: ${DOTS}`,
  };
}

function overview(figures: ShownFigures, body: IssuingBody): readonly Block[] {
  const { period, questions, tables } = figures;
  const { province } = body;
  return [
    paragraph(
      'Hỏi Quyền là ứng dụng trả lời câu hỏi của người dân về quyền của mình qua Zalo, Telegram và trang web. Ứng dụng ' +
        'chỉ trả lời bằng nội dung đã được biên soạn, kiểm duyệt và có trích dẫn điều luật; khi chưa có câu trả lời phù ' +
        'hợp, ứng dụng chuyển câu hỏi tới Trung tâm trợ giúp pháp lý nhà nước nếu người hỏi đồng ý.',
    ),
    paragraph(
      `Báo cáo tổng hợp số liệu ${province === undefined ? 'của toàn hệ thống' : `của ${province}`} từ ngày ` +
        `${dayForPeople(period.from)} đến hết ngày ${dayForPeople(period.to)}. ` +
        `${saysNothingOfQuestions(figures, body) ? '' : `${inAll(questions, 'câu hỏi', 'được gửi tới ứng dụng')} `}` +
        inAll(tables.referrals?.totals[0], 'hồ sơ', 'được chuyển tới trung tâm'),
    ),
    paragraph(
      'Về số liệu: báo cáo này chỉ gồm các số đếm, không có lời nhắn, tên hay thông tin nào khác về người hỏi. Số từ 1 ' +
        'đến 4 được ghi là “< 5”; tỷ lệ và thời gian tính trên ít hơn 5 trường hợp không được nêu. Một số ô khác chỉ ' +
        'ghi gần đúng (“≈”) hoặc “ẩn”, và bảng nào có các số quá nhỏ thì không lập, để không ai tính ngược ra các số đó.',
    ),
  ];
}

function inAll(count: ShownCount | undefined, unit: string, what: string): string {
  if (count === undefined) return `Số ${unit} ${what} chưa được đo trong kỳ.`;
  if (count.shown === 'kept-back') return `Số ${unit} ${what} trong kỳ không được nêu.`;
  if (count.shown === 'exactly' && count.count === 0) return `Trong kỳ không có ${unit} nào ${what}.`;
  return `Trong kỳ có ${sentenceForm(count, unit)} ${what}.`;
}

function results(figures: ShownFigures): readonly Part[] {
  const { tables } = figures;
  return [
    { heading: 'Theo thời gian', table: tables.overTime, chart: 'line' },
    { heading: 'Theo kênh', table: tables.byChannel },
    { heading: 'Theo kết quả', table: tables.byOutcome, chart: 'bars', before: answered(figures) },
    { heading: 'Theo lĩnh vực', table: tables.byTopic, chart: 'bars', before: SEVERAL_ROWS },
    { heading: 'Theo nhóm người', table: tables.byGroup, chart: 'bars', before: SEVERAL_ROWS },
    {
      heading: 'Theo điều của các công ước quốc tế và Hiến pháp',
      table: tables.byArticle,
      chart: 'bars',
      before: 'Một câu trả lời có thể viện dẫn nhiều điều, nên các dòng không cộng thành tổng số.',
    },
    {
      heading: 'Câu hỏi có dấu hiệu khẩn cấp',
      table: tables.urgent,
      before: 'Với các câu hỏi này, ứng dụng đưa số điện thoại khẩn cấp lên đầu câu trả lời.',
    },
    { heading: 'Đánh giá của người hỏi', table: tables.answerRatings, after: again(figures) },
    ...(tables.answerRatings ? [{ heading: 'Lý do câu trả lời không hữu ích', table: tables.unhelpfulReasons }] : []),
  ];
}

function saysNothingOfQuestions({ questions }: ShownFigures, { province }: IssuingBody): boolean {
  return province !== undefined && questions === undefined;
}

function answered({ tables: { byOutcome } }: ShownFigures): string | undefined {
  const rate = rateOf(outcomeCell(byOutcome, 'answer'), byOutcome?.totals[0]);
  return rate && `Tỷ lệ câu hỏi được trả lời ngay: ${rate}.`;
}

function again({ askedAgain, questions }: ShownFigures): string | undefined {
  if (!askedAgain || !questions) return undefined;
  const rate = rateOf(askedAgain, questions);
  return `Câu hỏi được hỏi lại trong vòng 24 giờ: ${sentenceForm(askedAgain, 'câu hỏi')}${rate ? ` (${rate})` : ''}.`;
}

function referrals({ tables, medianHours, overdue }: ShownFigures, { province }: IssuingBody): readonly Part[] {
  return [
    {
      heading: province === undefined ? 'Số hồ sơ theo tỉnh, thành phố' : 'Số hồ sơ',
      table: tables.referrals,
      chart: province === undefined ? 'bars' : undefined,
      before: 'Hồ sơ đóng trong kỳ có thể đã được mở từ kỳ trước.',
    },
    {
      heading: 'Thời gian trả lời đầu tiên',
      table: tables.firstAnswers,
      before: tables.firstAnswers && speed(tables.firstAnswers, medianHours),
      after: overdue && `Hồ sơ quá hạn mà đến cuối kỳ chưa được trả lời: ${sentenceForm(overdue, 'hồ sơ')}.`,
    },
    { heading: 'Mức hài lòng của người hỏi', table: tables.referralRatings },
  ];
}

function speed({ rows: [inTime, late], totals: [total] }: ShownTable, medianHours: number | undefined): string {
  const rate = rateOf(inTime?.cells[0], total) ?? atLeast(late?.cells[0], total) ?? TOO_SMALL;
  const median = medianHours === undefined ? TOO_SMALL : `${decimalForm(medianHours)} giờ làm việc`;
  return `Thời gian trả lời đầu tiên (trung vị): ${median}. Tỷ lệ trả lời đúng hạn: ${rate}.`;
}

/** What "under 5 late ones" says of the others already, and no more. */
function atLeast(late: ShownCount | undefined, total: ShownCount | undefined): string | undefined {
  if (late?.shown !== 'under-5' || total?.shown !== 'exactly') return undefined;
  const percent = Math.floor(((total.count - (SMALLEST_SHOWN - 1)) / total.count) * 100);
  return `ít nhất ${percentForm(percent / 100)}`;
}

function unmetNeeds(figures: ShownFigures, body: IssuingBody): readonly Block[] {
  const { tables } = figures;
  const remarks: Block = { block: 'to-write', hint: 'Nhận xét của đơn vị về các nhu cầu này' };
  if (saysNothingOfQuestions(figures, body)) return [paragraph(NOT_BY_PROVINCE), remarks];
  return [
    paragraph(inAll(outcomeCell(tables.byOutcome, 'unresolved'), 'câu hỏi', 'mà ứng dụng chưa có câu trả lời')),
    ...inBlocks({
      heading: 'Lĩnh vực có nhiều câu hỏi chưa được trả lời nhất',
      table: tables.unmet,
      chart: 'bars',
      before: SEVERAL_ROWS,
    }),
    remarks,
  ];
}

function shortcomings({ tables }: ShownFigures): readonly Block[] {
  return [
    ...inBlocks({ heading: 'Việc gửi tin tới người hỏi', table: tables.delivery }),
    { block: 'to-write', hint: 'Tồn tại, hạn chế khác và nguyên nhân' },
  ];
}

/** A table with its heading, its chart, and what is said before and after it. */
interface Part {
  readonly heading: string;
  readonly table: ShownTable | undefined;
  readonly chart?: Chart['kind'] | undefined;
  /** Said only where there is a table to show. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

function numbered(parts: readonly Part[]): readonly Block[] {
  return parts.flatMap((part, index) => inBlocks({ ...part, heading: `${index + 1}. ${part.heading}` }));
}

function inBlocks({ heading, table, chart, before, after }: Part): readonly Block[] {
  const picture = chart && chartOf(table, chart);
  return [
    { block: 'heading', text: heading },
    ...(table?.state === 'full' && before ? [paragraph(before)] : []),
    tableOrWhyNot(table),
    ...(picture ? [{ block: 'chart', chart: picture } as const] : []),
    ...(after ? [paragraph(after)] : []),
  ];
}

function tableOrWhyNot(table: ShownTable | undefined): Block {
  switch (table?.state) {
    case undefined:
      return paragraph(NOT_MEASURED);
    case 'empty':
      return paragraph('Không phát sinh trong kỳ.');
    case 'full':
      return { block: 'table', table };
    case 'kept-back': {
      const [total] = totalsRow(table) ?? [];
      const inTotal = total && total.shown !== 'kept-back' ? `Tổng cộng ${sentenceForm(total, table.unit)}; ` : '';
      return paragraph(`${inTotal}không lập bảng vì các số quá nhỏ.`.replace(/^k/, 'K'));
    }
  }
}

/** A share in words; undefined where it is hidden or rests on too few. */
function rateOf(part: ShownCount | undefined, whole: ShownCount | undefined): string | undefined {
  const rate = part && whole && share(part, whole);
  return rate === undefined ? undefined : percentForm(rate);
}

function paragraph(text: string): Block {
  return { block: 'paragraph', text };
}
