import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AccountId, EntryId } from '../src/base/ids.ts';
import { beginDraft, submitDraft } from '../src/flow/entries/edit-entry.ts';
import { publish } from '../src/flow/entries/publish-entry.ts';
import { makeLog } from '../src/log.ts';
import { settingsFrom } from '../src/settings.ts';
import { openApp } from '../src/wiring.ts';

/** What a curator's change costs, and those who ask meanwhile. */
export interface PublishFigures {
  /** From the second person's yes to the first answer from the new text, all checks included. */
  readonly publishMs: number;
  /** Of these, taking the change up: what another process needs too. */
  readonly takeUpMs: number;
  /** Learning the index anew, in the background: what a change took before it could be folded in. */
  readonly relearnMs: number;
  /** The slowest of a hundred answers while the change is checked, taken up and learned. */
  readonly meanwhileP99Ms: number;
  /** The longest that nothing else happened. */
  readonly longestPauseMs: number;
}

const AUTHOR = { id: 'bench-author' as AccountId, role: 'curator' } as const;
const REVIEWER = { id: 'bench-reviewer' as AccountId, role: 'reviewer' } as const;
const ENTRY = 'qa/lao-dong/do-toc-do' as EntryId;
const ASKED = 'làm thuê cho trại ong bị chích phải đi cấp cứu, chủ có trả tiền thuốc không';
const TEXT = `---
id: ${ENTRY}
question: Làm ở trại ong bị ong đốt thì chủ có trả tiền thuốc không?
variants:
  - em quay mật thuê cho một trại ong ở Đắk Lắk, chủ không phát mũ lưới với găng tay, hôm qua cả đàn ong xổ ra đốt em sưng hết mặt phải chở đi cấp cứu, nằm viện hai ngày hết hơn bốn triệu, chủ nói nghề này ai cũng bị đốt nên tự chịu, vậy có đúng không
  - chồng em đi theo xe chở ong mùa hoa nhãn ở Hưng Yên, tối khuya kê thùng thì bị ong chích nhiều quá ngất xỉu, bác sĩ nói dị ứng nọc ong, giờ nằm nhà cả tuần không có lương mà chủ trại im luôn không hỏi thăm gì, em phải đòi ở đâu tiền thuốc với tiền công
  - mẹ tui sáu mươi tuổi làm thời vụ lấy sáp ong cho người ta, không có hợp đồng, trả công theo ngày, bị ong đốt vô mắt giờ nhìn mờ, đi khám mấy lần tốn tiền dữ lắm, tui hỏi chủ thì họ bảo làm thời vụ nên không có trách nhiệm gì hết, có phải vậy không
  - lam thue trai ong bi ong dot di cap cuu ai tra tien thuoc
  - ong dot trong gio lam co phai tai nan lao dong khong
  - ong đốt đòi chủ ong
  - cty nuôi ong ko phát đồ bảo hộ, e bị chích sưng tay
  - mần cho trại ong bị chích, chừ kêu ai trả tiền viện
  - hỏi giùm em trai quay mật bị ong vò vẽ đốt phải nhập viện
  - chủ trại ong vô trách nhiệm thiệt, thợ bị đốt ngất mà không đưa đi viện
  - dị ứng nọc ong vẫn bắt vô bắt tổ thì kiện được không
  - tiền viện do ong trong trại đốt ai trả
negativeTwin: ong nhà hàng xóm bay qua đốt con tôi thì bắt đền ai
topics: [lao-dong]
citations: [bo-luat-lao-dong-2019:97]
validFrom: 2021-01-01
validTo:
reviewedOn: 2026-11-21
reviewBy: 2999-12-31
sources:
  - chỉ để đo tốc độ, không phải câu trả lời
confidence: B
---
Chỉ để đo tốc độ, không phải câu trả lời.

## Việc cần làm
1. Chỉ để đo tốc độ.

## Căn cứ
- \`bo-luat-lao-dong-2019:97\`: chỉ để đo tốc độ.
`;

/** Publishes an entry in a database of its own, while somebody asks one question after the other. */
export async function measurePublishing(questions: readonly string[], day: string): Promise<PublishFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-bench-'));
  const log = makeLog({ level: 'error', secrets: [] });
  const { store, knowledge, stop } = await openApp({
    settings: settingsFrom({ NODE_ENV: 'development', DATABASE_URL: `file:${join(folder, 'bench.db')}` }),
    log,
    channels: [],
  });
  const now = () => new Date();
  const needs = { store, knowledge, now, log };
  const draft = await beginDraft({ entry: ENTRY, text: TEXT, origin: 'edit', note: 'bench' }, AUTHOR, needs);
  await submitDraft(draft.id, AUTHOR, needs);

  const pauses = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  let asking = true;
  const askers = (async () => {
    for (let nth = 0; asking; nth += 1) {
      const began = performance.now();
      knowledge.on(day).judge(questions[nth % questions.length] ?? '');
      times.push(performance.now() - began);
      await nextTurn();
    }
  })();

  pauses.enable();
  const began = performance.now();
  const published = await publish(draft.id, '', REVIEWER, needs);
  const { answer } = knowledge.on(day).judge(ASKED);
  const publishMs = performance.now() - began;
  if (published.result !== 'published' || answer.kind !== 'answered' || answer.entry.id !== ENTRY) {
    throw new Error(`publishing came to ${published.result}, the question to ${answer.kind}`);
  }
  const relearning = performance.now();
  while (!knowledge.state().learned) {
    await knowledge.follow();
    await nextTurn();
  }
  const relearnMs = performance.now() - relearning;
  await store.transaction(({ revisions }) => revisions.takeBack(ENTRY, { by: REVIEWER.id, at: now(), why: 'bench' }));
  await knowledge.reload();
  await store.transaction(({ revisions }) => revisions.putLive(ENTRY, draft.id, undefined, now()));
  const takingUp = performance.now();
  await knowledge.follow();
  const takeUpMs = performance.now() - takingUp;
  pauses.disable();
  asking = false;
  await askers;
  await stop();
  rmSync(folder, { recursive: true, force: true });
  const sorted = times.toSorted((a, b) => a - b);
  return {
    publishMs,
    takeUpMs,
    relearnMs,
    meanwhileP99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    longestPauseMs: pauses.max / 1e6,
  };
}
