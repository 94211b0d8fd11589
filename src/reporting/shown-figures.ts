import { DANGERS, type Danger } from '../base/danger.ts';
import { dayForPeople } from '../base/days.ts';
import {
  COUNTED_CHANNELS,
  COUNTED_OUTCOMES,
  COUNTED_RATINGS,
  type CountedChannel,
  type CountedOutcome,
  type CountedRating,
  type CountsBy,
  GIVEN_UP_REASONS,
  type GivenUpReason,
  type Named,
  type Period,
  type PeriodFigures,
} from './figures.ts';
import { daysOf, monthForPeople } from './period.ts';
import { type ShownCount, type ShownTable, SMALLEST_SHOWN, shown, shownPart, shownTable } from './small-numbers.ts';
import type { Row, Table } from './table.ts';

/** A period's figures as others may see them: the only form that pages, files and reports are made of. */
export interface ShownFigures {
  readonly period: Period;
  readonly tables: ShownTables;
  /** All questions of the period. */
  readonly questions: ShownCount | undefined;
  readonly askedAgain: ShownCount | undefined;
  /** Referrals past their target time that still waited at the end of the period. */
  readonly overdue: ShownCount | undefined;
  /** Working hours to the first answer, median; undefined also where it would rest on fewer than 5 referrals. */
  readonly medianHours: number | undefined;
}

/** The tables in the order of the report. What was not measured is undefined. */
export interface ShownTables {
  /** By day up to a month, by month beyond. Never both: a hidden day could be worked out from its month. */
  readonly overTime: ShownTable | undefined;
  readonly byChannel: ShownTable | undefined;
  readonly byOutcome: ShownTable | undefined;
  readonly byTopic: ShownTable | undefined;
  readonly byGroup: ShownTable | undefined;
  readonly byArticle: ShownTable | undefined;
  readonly urgent: ShownTable | undefined;
  readonly answerRatings: ShownTable | undefined;
  readonly unhelpfulReasons: ShownTable | undefined;
  readonly referrals: ShownTable | undefined;
  readonly firstAnswers: ShownTable | undefined;
  readonly referralRatings: ShownTable | undefined;
  readonly unmet: ShownTable | undefined;
  readonly delivery: ShownTable | undefined;
}

const CHANNEL: Readonly<Record<CountedChannel, string>> = { zalo: 'Zalo', telegram: 'Telegram', web: 'Trang web' };
const OUTCOME: Readonly<Record<CountedOutcome, string>> = {
  answer: 'Trả lời được',
  unresolved: 'Chưa có câu trả lời',
  choices: 'Đưa ra các lựa chọn gần đúng',
  'out-of-scope': 'Ngoài phạm vi quyền và trợ giúp pháp lý',
};
const DANGER: Readonly<Record<Danger, string>> = {
  violence: 'Bạo lực',
  child: 'Trẻ em gặp nguy hiểm',
  'self-harm': 'Ý định tự làm hại mình',
  detention: 'Bị bắt, bị giữ',
  trafficking: 'Mua bán người',
  medical: 'Cấp cứu',
};
const RATING: Readonly<Record<CountedRating, string>> = {
  helpful: 'Có giúp được',
  partly: 'Giúp được một phần',
  'not-helpful': 'Không giúp được',
};
const GIVEN_UP: Readonly<Record<GivenUpReason, string>> = {
  'person-left': 'Không gửi được: người nhận đã chặn hoặc rời kênh',
  rejected: 'Không gửi được: kênh từ chối tin',
  'too old': 'Không gửi được: kênh gián đoạn quá lâu',
  'may have arrived': 'Không rõ đã đến hay chưa',
  other: 'Không gửi được: lý do khác',
};

/** The longest period that is shown by day. */
const DAYS_OF_A_MONTH = 31;

/** Hides the small numbers of a period's figures, everywhere at once: one table never tells what another one hides. */
export function shownFigures(figures: PeriodFigures): ShownFigures {
  const { period, questionsByDay, askedAgain, firstAnswer } = figures;
  const questions = questionsByDay && sum(daysOf(period).map((day) => questionsByDay[day] ?? 0));
  return {
    period,
    tables: shownTables(figures),
    questions: questions === undefined ? undefined : shown(questions),
    askedAgain: questions === undefined || askedAgain === undefined ? undefined : shownPart(askedAgain, questions),
    overdue: firstAnswer && shown(firstAnswer.overdue),
    medianHours:
      firstAnswer && firstAnswer.inTime + firstAnswer.late >= SMALLEST_SHOWN ? firstAnswer.medianHours : undefined,
  };
}

function shownTables(figures: PeriodFigures): ShownTables {
  const byOutcome = ifMeasured(figures.questionsByOutcome, (counts) =>
    shownTable(questions('theo-ket-qua', 'Câu hỏi theo kết quả', 'Kết quả', keyed(COUNTED_OUTCOMES, OUTCOME, counts))),
  );
  const answerRatings = ifMeasured(figures.answerRatings, ({ helpful, unhelpful }) =>
    shownTable(
      once('danh-gia-cau-tra-loi', 'Đánh giá câu trả lời của ứng dụng', 'lượt đánh giá', 'Đánh giá', [
        { label: 'Hữu ích', counts: [helpful] },
        { label: 'Không hữu ích', counts: [unhelpful] },
      ]),
    ),
  );
  return {
    overTime: ifMeasured(figures.questionsByDay, (counts) => shownTable(overTime(figures.period, counts))),
    byChannel: ifMeasured(figures.questionsByChannel, (counts) =>
      shownTable(questions('theo-kenh', 'Câu hỏi theo kênh', 'Kênh', keyed(COUNTED_CHANNELS, CHANNEL, counts))),
    ),
    byOutcome,
    byTopic: ifMeasured(figures.questionsByTopic, (topics) =>
      shownTable(severalTimes('theo-linh-vuc', 'Câu hỏi theo lĩnh vực', 'Lĩnh vực', topics)),
    ),
    byGroup: ifMeasured(figures.questionsByGroup, (groups) =>
      shownTable(severalTimes('theo-nhom-nguoi', 'Câu hỏi theo nhóm người', 'Nhóm người', groups)),
    ),
    byArticle: ifMeasured(figures.questionsByArticle, (articles) =>
      shownTable(severalTimes('theo-dieu-cong-uoc', 'Câu hỏi theo điều công ước', 'Điều được viện dẫn', articles)),
    ),
    urgent: ifMeasured(figures.urgentByDanger, (counts) =>
      shownTable(
        once('khan-cap', 'Câu hỏi có dấu hiệu khẩn cấp', 'câu hỏi', 'Dấu hiệu', keyed(DANGERS, DANGER, counts)),
      ),
    ),
    answerRatings,
    unhelpfulReasons: ifMeasured(figures.answerRatings, ({ reasons }) =>
      shownTable(
        once('ly-do-khong-huu-ich', 'Lý do không hữu ích', 'lượt đánh giá', 'Lý do', named(reasons)),
        answerRatings?.rows[1]?.cells[0],
      ),
    ),
    referrals: ifMeasured(figures.referrals, (provinces) =>
      shownTable({
        ...once('chuyen-gui-theo-tinh', 'Chuyển gửi theo tỉnh', 'hồ sơ', 'Tỉnh, thành phố', []),
        columns: ['Mở', 'Kết thúc', 'Người hỏi rút'],
        order: 'largest-first',
        rows: provinces
          .toSorted((a, b) => inAlphabet(a.province, b.province))
          .map(({ province, opened, closed, withdrawn }) => ({
            label: province,
            counts: [opened, closed, withdrawn],
          })),
      }),
    ),
    firstAnswers: ifMeasured(figures.firstAnswer, ({ inTime, late }) =>
      shownTable(
        once('tra-loi-dau-tien', 'Trả lời đầu tiên của trung tâm', 'hồ sơ', 'Thời hạn', [
          { label: 'Đúng hạn', counts: [inTime] },
          { label: 'Quá hạn', counts: [late] },
        ]),
      ),
    ),
    referralRatings: ifMeasured(figures.referralRatings, (counts) =>
      shownTable(
        once('hai-long', 'Đánh giá hồ sơ đã đóng', 'lượt đánh giá', 'Đánh giá', keyed(COUNTED_RATINGS, RATING, counts)),
      ),
    ),
    unmet: ifMeasured(figures.unmetByTopic, (topics) =>
      shownTable(
        severalTimes('nhu-cau-chua-dap-ung', 'Chưa có câu trả lời, theo lĩnh vực', 'Lĩnh vực', topics),
        outcomeCell(byOutcome, 'unresolved'),
      ),
    ),
    delivery: ifMeasured(figures.delivery, ({ sent, waiting, givenUp }) =>
      shownTable(
        once('gui-tin', 'Tin gửi tới người hỏi', 'tin', 'Tình trạng', [
          { label: 'Đã gửi', counts: [sent] },
          { label: 'Đang chờ gửi', counts: [waiting] },
          ...keyed(GIVEN_UP_REASONS, GIVEN_UP, givenUp),
        ]),
      ),
    ),
  };
}

/** How many questions had an outcome, as the table shows it. */
export function outcomeCell(byOutcome: ShownTable | undefined, outcome: CountedOutcome): ShownCount | undefined {
  return byOutcome?.rows[COUNTED_OUTCOMES.indexOf(outcome)]?.cells[0];
}

function overTime(period: Period, counts: CountsBy<string>): Table {
  const days = daysOf(period);
  if (days.length <= DAYS_OF_A_MONTH) {
    const rows = days.map((day) => ({ label: dayForPeople(day), counts: [counts[day] ?? 0] }));
    return questions('theo-ngay', 'Câu hỏi theo ngày', 'Ngày', rows);
  }
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  const rows = months.map((month) => ({
    label: monthForPeople(month),
    counts: [sum(days.filter((day) => day.startsWith(month)).map((day) => counts[day] ?? 0))],
  }));
  return questions('theo-thang', 'Câu hỏi theo tháng', 'Tháng', rows);
}

function once(name: string, title: string, unit: string, rowHeading: string, rows: readonly Row[]): Table {
  return { name, title, unit, rowHeading, columns: [`Số ${unit}`], rows, counting: 'once', order: 'as-given' };
}

function questions(name: string, title: string, rowHeading: string, rows: readonly Row[]): Table {
  return once(`cau-hoi-${name}`, title, 'câu hỏi', rowHeading, rows);
}

function severalTimes(name: string, title: string, rowHeading: string, counts: readonly Named[]): Table {
  return {
    ...questions(name, title, rowHeading, named(counts)),
    counting: 'several-times',
    order: 'largest-first',
  };
}

function keyed<Key extends string>(
  keys: readonly Key[],
  labels: Readonly<Record<Key, string>>,
  counts: CountsBy<Key>,
): readonly Row[] {
  return keys.map((key) => ({ label: labels[key], counts: [counts[key] ?? 0] }));
}

/** By name, because the order of rows must not depend on their counts (`shownParts`). */
function named(counts: readonly Named[]): readonly Row[] {
  return counts
    .toSorted((a, b) => inAlphabet(a.name, b.name))
    .map(({ name, count }) => ({ label: name, counts: [count] }));
}

function inAlphabet(a: string, b: string): number {
  return a.localeCompare(b, 'vi');
}

function ifMeasured<Counts>(counts: Counts | undefined, table: (counts: Counts) => ShownTable): ShownTable | undefined {
  return counts && table(counts);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
