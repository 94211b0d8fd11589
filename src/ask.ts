import type { Day } from './base/days.ts';
import type { ReferralCode, TicketId } from './base/ids.ts';
import { NEW_CONVERSATION, type Outcome, type Say, type Turn } from './conversation/conversation.ts';
import { IN_SERVICE } from './conversation/service.ts';
import { type Given, takeTurn } from './conversation/take-turn.ts';
import type { KnowledgeOn } from './flow/knowledge-on.ts';
import { messagesFor } from './reply/discreet.ts';
import type { Capabilities, OutgoingMessage } from './reply/message.ts';
import type { Rendering } from './reply/render.ts';

/** What one question by itself comes to, in the form of contracts §3. */
export interface Asked {
  readonly outcome: Outcome;
  readonly urgent: string | null;
  readonly answers: readonly {
    readonly entry: string;
    readonly kind: string;
    readonly title: string;
    readonly citations: readonly string[];
    readonly confidence: number;
  }[];
  readonly messages: readonly OutgoingMessage[];
}

export interface AskNeeds {
  readonly knowledgeOn: KnowledgeOn;
  readonly day: Day;
  readonly capabilities: Capabilities;
}

/** Asks as a person would who never wrote before. The same question always gets the same reply. */
export function askOnce(text: string, needs: AskNeeds): Asked {
  const turn = turnFor(text, needs);
  return askedIn(turn, text, needs);
}

/** The same, where words of official texts are to be read from a database. */
export async function askWithTexts(
  text: string,
  needs: AskNeeds & { readonly read: (say: readonly Say[]) => Promise<Rendering['officialText']> },
): Promise<Asked> {
  const turn = turnFor(text, needs);
  return askedIn(turn, text, needs, await needs.read(turn.say));
}

function turnFor(text: string, { knowledgeOn, day }: AskNeeds): Turn {
  const knowledge = knowledgeOn(day);
  const { rendering } = knowledge;
  const given: Given = {
    judge: knowledge.judge,
    entry: knowledge.entry,
    centre: knowledge.centre,
    law: knowledge.law,
    hotlines: rendering.hotlines,
    provinces: rendering.provinces,
    linked: () => false,
    tickets: [],
    nextTicket: 'asked' as TicketId,
    nextCode: 'HQ-0000' as ReferralCode,
    inGroup: false,
    service: IN_SERVICE,
    now: new Date(`${day}T00:00:00+07:00`),
  };
  return takeTurn(NEW_CONVERSATION, { kind: 'text', text }, given);
}

function askedIn(
  turn: Turn,
  text: string,
  { knowledgeOn, day, capabilities }: AskNeeds,
  officialText?: Rendering['officialText'],
): Asked {
  const knowledge = knowledgeOn(day);
  const rendering = { ...knowledge.rendering, officialText };
  const candidates = turn.asked?.candidates.length ? turn.asked.candidates : knowledge.judge(text).candidates;
  return {
    outcome: turn.asked?.outcome ?? 'help',
    urgent: turn.asked?.urgent ?? null,
    answers: candidates.map(({ entry, confidence }) => ({
      entry: entry.id,
      kind: entry.kind,
      title: entry.title,
      citations: entry.citations,
      confidence: Math.round(confidence * 1000) / 1000,
    })),
    messages: turn.say.flatMap((say) =>
      messagesFor(say, turn.conversation.discreet !== undefined, capabilities, rendering),
    ),
  };
}
