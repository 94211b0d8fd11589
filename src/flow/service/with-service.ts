import { checkedContact } from '../../service/centre-contact.ts';
import { withHotlineChanges } from '../../service/hotline-change.ts';
import type { ServiceSettings } from '../../service/service-settings.ts';
import { withTexts } from '../../service/texts.ts';
import type { KnowledgeOn } from '../knowledge-on.ts';

/**
 * What we know, with what admins set in front of it: texts of the bot, hotlines, and how a centre is reached where that is
 * sure on the day.
 */
export function withService(knowledgeOn: KnowledgeOn, settings: () => ServiceSettings): KnowledgeOn {
  return (day) => {
    const knowledge = knowledgeOn(day);
    const { rendering } = knowledge;
    const { texts, hotlines, centres, switches } = settings();
    const wording = withTexts(rendering.wording, texts);
    return {
      ...knowledge,
      centre: (province) => ({
        ...knowledge.centre(province),
        contact: checkedContact(centres.get(province), day),
      }),
      rendering: {
        ...rendering,
        hotlines: withHotlineChanges(rendering.hotlines, hotlines),
        // A way to people that is closed is not offered.
        wording: switches.referrals
          ? { ...wording, notKnown: wording.notKnownAlone, machineNotice: wording.machineNoticeAlone }
          : wording,
      },
    };
  };
}
