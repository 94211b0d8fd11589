import type { Answer, Judgement } from '../../src/answering/answer.ts';
import { NO_LAW } from '../../src/answering/known-law.ts';
import type { EntryId, ReferralCode, TicketId } from '../../src/base/ids.ts';
import {
  type Conversation,
  type Draft,
  NEW_CONVERSATION,
  type OwnTicket,
  type Say,
  type Step,
  type Turn,
} from '../../src/conversation/conversation.ts';
import { IN_SERVICE } from '../../src/conversation/service.ts';
import { type Event, type Given, takeTurn } from '../../src/conversation/take-turn.ts';
import type { Province } from '../../src/referral/legal-aid-centre.ts';
import type { Hotline } from '../../src/safety/hotlines.ts';
import { anEntry } from './knowledge-values.ts';

export const WAGES = anEntry();
export const DISMISSED = anEntry({ id: 'qa/lao-dong/duoi-viec', title: 'Bị đuổi việc thì làm gì?' });
export const DECLARED = anEntry({
  id: 'article/udhr/5',
  title: 'Tuyên ngôn, Điều 5',
  citations: ['udhr:5'],
  shortAnswer: '',
  quotes: (['vi', 'en', 'km'] as const).map((language, nth) => ({
    citation: 'udhr:5' as (typeof WAGES)['citations'][0],
    language,
    languageName: ['tiếng Việt', 'tiếng Anh', 'tiếng Khmer'][nth] ?? '',
    text: ['Không ai bị tra tấn.', 'No one shall be subjected to torture.', 'គ្មានជនណាម្នាក់'][nth] ?? '',
    source: 'gói udhr',
  })),
});

const province = (code: string, shortName: string, rest: Partial<Province> = {}): Province => ({
  code,
  name: `Tỉnh ${shortName}`,
  shortName,
  formerNames: [shortName],
  aliases: [],
  weakAliases: [],
  ...rest,
});
const PROVINCES: readonly Province[] = [
  province('33', 'Hưng Yên', { formerNames: ['Thái Bình', 'Hưng Yên'], weakAliases: ['TB'] }),
  province('52', 'Gia Lai', { formerNames: ['Bình Định', 'Gia Lai'], weakAliases: ['BĐ'] }),
  province('79', 'TP. Hồ Chí Minh', {
    formerNames: ['Bình Dương', 'Hồ Chí Minh'],
    aliases: ['Sài Gòn'],
    weakAliases: ['SG', 'BD'],
  }),
];
export const HOTLINES: readonly Hotline[] = [
  {
    id: '113',
    number: '113',
    name: 'Công an',
    purpose: 'nguy hiểm',
    hours: '24/7',
    cost: 'miễn phí',
    dangers: ['violence', 'child'],
  },
  {
    id: '115',
    number: '115',
    name: 'Cấp cứu',
    purpose: 'bị thương',
    hours: '24/7',
    cost: 'miễn phí',
    dangers: ['self-harm', 'medical'],
  },
];

export const TICKET = 'ticket-1' as TicketId;
export const CODE = 'HQ-7K3M' as ReferralCode;
export function aTicket(change: Partial<OwnTicket> = {}): OwnTicket {
  return { id: TICKET, code: CODE, state: 'waiting', province: '33', openedOn: '2026-11-21', ...change };
}
export const NEXT_TICKET = 'ticket-next' as TicketId;
export const NEXT_CODE = 'HQ-NEXT' as ReferralCode;

export const known: Answer = { kind: 'answered', entry: WAGES };
export const several: Answer = { kind: 'which-one', choices: [WAGES, DISMISSED] };
export const unknown: Answer = { kind: 'not-known' };
export const outside: Answer = { kind: 'out-of-scope' };

const judged = (answer: Answer): Judgement => ({ answer, candidates: [{ entry: WAGES, confidence: 0.9 }] });

/** What a turn may use. A test says only what differs. */
export function given(change: Partial<Given> & { answer?: Answer } = {}): Given {
  const { answer = known, ...rest } = change;
  return {
    judge: () => judged(answer),
    entry: (id: EntryId) => [WAGES, DISMISSED, DECLARED].find((entry) => entry.id === id),
    hotlines: HOTLINES,
    provinces: PROVINCES,
    centre: (code) => ({ province: code, name: `Trung tâm trợ giúp pháp lý số ${code}` }),
    law: NO_LAW,
    linked: () => true,
    tickets: [],
    nextTicket: NEXT_TICKET,
    nextCode: NEXT_CODE,
    inGroup: false,
    service: IN_SERVICE,
    now: new Date('2026-11-21T03:00:00Z'),
    ...rest,
  };
}

export const text = (words: string): Event => ({ kind: 'text', text: words });
export const press = (what: string): Event => ({ kind: 'press', press: what });
export const photo: Event = { kind: 'unreadable', what: 'photo' };

export const draft: Draft = { lines: ['công ty nợ lương', 'ba tháng rồi'] };
export const placed: Draft = { ...draft, province: '33' };

/** Every step there is, as a talk stands in it. */
export const STEPS = {
  listening: { at: 'listening' },
  'offered-referral': { at: 'offered-referral' },
  'finding-centre': { at: 'finding-centre' },
  'giving-reason': { at: 'giving-reason', entry: WAGES.id },
  reviewing: { at: 'reviewing', draft },
  'giving-province': { at: 'giving-province', draft },
  'giving-contact': { at: 'giving-contact', draft: placed },
  'giving-reach': { at: 'giving-reach', draft: placed },
  consenting: { at: 'consenting', draft: placed, linked: true },
  'with-staff': { at: 'with-staff', ticket: TICKET, code: CODE, told: false },
  'asked-transfer': { at: 'asked-transfer', ticket: TICKET, code: CODE, to: '79', linked: true },
  rating: { at: 'rating', ticket: TICKET, code: CODE },
} as const satisfies { [At in Step['at']]: Extract<Step, { at: At }> };

export function talk(step: Step = STEPS.listening, change: Partial<Conversation> = {}): Conversation {
  return { ...NEW_CONVERSATION, step, ...change };
}

/** What was said, by name. */
export const said = (turn: Turn): readonly Say['say'][] => turn.say.map(({ say }) => say);

/** A talk as it goes on: each event meets what the one before it left. */
export function talkThrough(
  events: readonly Event[],
  with_: Given,
  begin: Conversation = NEW_CONVERSATION,
): readonly Turn[] {
  const turns: Turn[] = [];
  for (const event of events) turns.push(takeTurn(turns.at(-1)?.conversation ?? begin, event, with_));
  return turns;
}
