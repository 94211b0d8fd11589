import type { Judgement } from '../answering/answer.ts';
import { type AnswerNeeds, answerQuestion, type Knowing, type Thresholds } from '../answering/answer-question.ts';
import type { KnownLaw } from '../answering/known-law.ts';
import type { LookUps } from '../answering/look-up.ts';
import type { Danger } from '../base/danger.ts';
import type { Day } from '../base/days.ts';
import type { EntryId } from '../base/ids.ts';
import type { KnowledgeEntry } from '../knowledge/entry.ts';
import type { Glossary } from '../knowledge/glossary.ts';
import { NOTHING_HELD } from '../knowledge/held-law.ts';
import type { Library } from '../knowledge/library.ts';
import type { LegalAidCentre, Province, ProvinceCode } from '../referral/legal-aid-centre.ts';
import type { Rendering } from '../reply/render.ts';
import type { Wording } from '../reply/wording/wording.ts';
import type { Hotline } from '../safety/hotlines.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { lawOf } from './law/law-of.ts';

/** What may be said on one day. */
export interface Knowledge {
  /** @param law The official texts; those that came with the program where none are given. */
  readonly judge: (question: string, danger?: Danger, law?: KnownLaw) => Judgement;
  readonly entry: (id: EntryId) => KnowledgeEntry | undefined;
  readonly centre: (province: ProvinceCode) => LegalAidCentre;
  readonly rendering: Rendering;
  /** The official texts, for talking of them. */
  readonly law: KnownLaw;
  /** From which confidence on something is said. */
  readonly thresholds: Thresholds;
  /** What the words alone point to, with what speaks for it: for those who write entries. */
  readonly search: SearchIndex['search'];
}

export type KnowledgeOn = (day: Day) => Knowledge;

export interface KnowledgeNeeds extends AnswerNeeds {
  readonly library: Library;
  /** The index of a day; the same one for all days with the same law. */
  readonly indexOn: (day: Day) => SearchIndex;
  readonly lookUps: LookUps;
  readonly glossary: Glossary;
  readonly hotlines: readonly Hotline[];
  readonly provinces: readonly Province[];
  readonly centres: readonly LegalAidCentre[];
  readonly wording: Wording;
}

/** Where no centre is listed for a province: nobody is left without an address. */
const NATIONAL: Omit<LegalAidCentre, 'province'> = { name: 'Trung tâm Trợ giúp pháp lý nhà nước' };

/**
 * What we know, for any day: the night in which a law changes needs no restart.
 */
export function knowledgeFrom(needs: KnowledgeNeeds): KnowledgeOn {
  const { library, indexOn, lookUps, glossary, model, thresholds, hotlines, provinces, centres, wording } = needs;
  const rendering: Rendering = { wording, library, hotlines, provinces };
  const shipped = lawOf(library, NOTHING_HELD, new Map(), lookUps);
  return (day) => {
    const knowing: Knowing = { day, library, index: indexOn(day), lookUps, glossary, model, thresholds };
    return {
      judge: (question, danger, law = shipped) => answerQuestion(question, knowing, danger, law),
      entry: (id) => {
        const entry = library.entry(id);
        return entry && library.isCurrent(entry, day) ? entry : undefined;
      },
      centre: (province) => centres.find((centre) => centre.province === province) ?? { ...NATIONAL, province },
      rendering,
      law: shipped,
      thresholds,
      search: (question, limit) => knowing.index.search(question, limit),
    };
  };
}
