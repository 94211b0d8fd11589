import type { Answer } from '../../src/answering/answer.ts';
import { NO_LAW } from '../../src/answering/known-law.ts';
import type { EntryId, ReferralCode, TicketId } from '../../src/base/ids.ts';
import type { Conversation, OwnTicket, Step, Turn } from '../../src/conversation/conversation.ts';
import { IN_SERVICE } from '../../src/conversation/service.ts';
import type { Event, Given } from '../../src/conversation/take-turn.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { anEntry, anInstrument } from '../support/knowledge-values.ts';

/** Real provinces and hotlines; entries of our own, so that no test hangs on a sentence of the knowledge. */
export const { provinces: PROVINCES, hotlines: HOTLINES } = readKnowledge('knowledge');

export const WAGES = anEntry({ id: 'qa/lao-dong/no-luong' });
export const DIVORCE = anEntry({ id: 'qa/gia-dinh/ly-hon', title: 'Ly hôn thì nộp đơn ở đâu?' });
export const CHILD = anEntry({ id: 'qa/tre-em/nuoi-con', title: 'Ly hôn thì ai được nuôi con?' });
export const BEATEN = anEntry({ id: 'qa/bao-luc-gia-dinh/goi-ai', title: 'Bị đánh thì gọi ai?', urgent: 'violence' });
/** Withdrawn from the library since it was shown. */
export const GONE = anEntry({ id: 'qa/ton-giao/luat-cu', title: 'Luật cũ nói gì?' });
const ENTRIES = [WAGES, DIVORCE, CHILD, BEATEN];

export const ASKS_WAGES = 'cty nợ lương em 2 tháng nay';
export const ASKS_VAGUELY = 'ly hôn';
export const ASKS_UNKNOWN = 'chó hàng xóm sủa suốt đêm';
export const ASKS_OUTSIDE = 'giá vàng hôm nay';
export const ASKS_NO_ARTICLE = 'điều 500 luật lao động';
export const DANGER = 'chồng đang cầm dao đuổi giết mẹ con tôi';

const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  [ASKS_WAGES, { kind: 'answered', entry: WAGES }],
  [ASKS_VAGUELY, { kind: 'which-one', choices: [DIVORCE, CHILD] }],
  [ASKS_OUTSIDE, { kind: 'out-of-scope' }],
  [ASKS_NO_ARTICLE, { kind: 'no-such-article', instrument: anInstrument(), article: '500' }],
]);

export const TICKET = 'ho-so-1' as TicketId;
export const CODE = 'HQ-7K3M' as ReferralCode;
export const NEXT_TICKET = 'ho-so-moi' as TicketId;
export const NEXT_CODE = 'HQ-NEW2' as ReferralCode;
/** Hưng Yên, Thái Bình before 1 July 2025. */
export const HUNG_YEN = '33';

export function aTicket(change: Partial<OwnTicket> = {}): OwnTicket {
  return { id: TICKET, code: CODE, state: 'waiting', province: HUNG_YEN, openedOn: '2026-11-20', ...change };
}

/** What a turn may use; a test says only what matters to it. */
export function given(change: Partial<Given> = {}): Given {
  return {
    judge: (question, danger) => ({
      answer: danger ? { kind: 'answered', entry: BEATEN } : (ANSWERS.get(question) ?? { kind: 'not-known' }),
      candidates: [{ entry: WAGES, confidence: 0.9 }],
    }),
    entry: (id: EntryId) => ENTRIES.find((entry) => entry.id === id),
    hotlines: HOTLINES,
    provinces: PROVINCES,
    centre: (province) => ({ province, name: `Trung tâm Trợ giúp pháp lý nhà nước số ${province}` }),
    law: NO_LAW,
    linked: () => true,
    tickets: [],
    nextTicket: NEXT_TICKET,
    nextCode: NEXT_CODE,
    inGroup: false,
    service: IN_SERVICE,
    now: new Date('2026-11-21T03:00:00Z'),
    ...change,
  };
}

export function talkAt(step: Step, change: Partial<Conversation> = {}): Conversation {
  return { step, menu: [], recent: [], ...change };
}

export const LINES = ['chồng em đánh em', 'em muốn ly hôn'];
export const DRAFT = { lines: LINES, province: HUNG_YEN };

/** Every step that there is. */
export const STEPS = {
  listening: { at: 'listening' },
  'offered-referral': { at: 'offered-referral' },
  'finding-centre': { at: 'finding-centre' },
  'giving-reason': { at: 'giving-reason', entry: WAGES.id },
  reviewing: { at: 'reviewing', draft: { lines: LINES } },
  'giving-province': { at: 'giving-province', draft: { lines: LINES } },
  'giving-contact': { at: 'giving-contact', draft: DRAFT },
  'giving-reach': { at: 'giving-reach', draft: DRAFT },
  consenting: { at: 'consenting', draft: DRAFT, linked: true },
  'with-staff': { at: 'with-staff', ticket: TICKET, code: CODE, told: false },
  'asked-transfer': { at: 'asked-transfer', ticket: TICKET, code: CODE, to: '79', linked: true },
  rating: { at: 'rating', ticket: TICKET, code: CODE },
} as const satisfies { readonly [At in Step['at']]: Extract<Step, { readonly at: At }> };
export const EVERY_STEP: readonly Step['at'][] = Object.values(STEPS).map(({ at }) => at);

export const typed = (text: string): Event => ({ kind: 'text', text });
export const pressed = (press: string): Event => ({ kind: 'press', press });

/** What was said, in order, by its kinds. */
export const said = (turn: Turn) => turn.say.map(({ say }) => say);
/** Said and where the talk stands now: what most rows of a table are about. */
export const outcome = (turn: Turn) => [said(turn), turn.conversation.step.at];
