import { vietnamDay } from '../base/days.ts';
import { NEW_CONVERSATION } from '../conversation/conversation.ts';
import type { KeptOfPerson } from '../conversation/own-data.ts';
import type { Store, Whereabouts } from '../ports/store.ts';
import { layOut } from '../reply/lay-out.ts';
import type { Capabilities } from '../reply/message.ts';
import { ownDataBlocks } from '../reply/own-data.ts';
import type { KnowledgeOn } from './knowledge-on.ts';

/** A file takes any length, and shows no more than its letters. */
const FILE: Capabilities = {
  textLimit: Number.POSITIVE_INFINITY,
  buttons: undefined,
  markup: false,
  edit: false,
  typing: false,
};
const NOTHING: KeptOfPerson = { heard: [], sent: 0, conversation: NEW_CONVERSATION, referrals: [], consents: [] };

/** Everything that is kept about a person as one text, for that person alone. `who` undefined: nobody that we know. */
export async function ownDataText(
  who: Whereabouts | undefined,
  { store, knowledgeOn, now }: { readonly store: Store; readonly knowledgeOn: KnowledgeOn; readonly now: () => Date },
): Promise<string> {
  const kept = who ? await store.transaction(({ ownData }) => ownData.of(who)) : NOTHING;
  const { rendering } = knowledgeOn(vietnamDay(now()));
  const messages = layOut(ownDataBlocks(kept, undefined, rendering), FILE, rendering.wording);
  return `${messages.map(({ text }) => text).join('\n\n')}\n`;
}
