import { foldedLine } from '../language/terms.ts';
import { type Asked, BODY, GROUP, HEAD, SAID, type TextDocument, type TextIndex, TWIN } from './text-index.ts';

/**
 * How a document compares with a question. All are between 0 and about 1, so that they mean the same for every question.
 * `words` and `pairs` are shares of the question's weight, where rarer words weigh more.
 */
export const FEATURES = [
  'score', // BM25F over all fields, against the most it could be
  'headWords',
  'headPairs',
  'headPrecision', // share of the heading that the question holds
  'groupWords',
  'groupPrecision',
  'words',
  'pairs',
  'marked', // words typed with marks that stand there with the same marks
  'bodyScore',
  'bodyPairs',
  'saidWords',
  'saidPairs',
  'nearest', // words and pairs that the nearest phrasing holds
  'nearestDice', // the same words against both lengths
  'nearestMarked',
  'nearestThree', // mean of the three nearest phrasings
  'clause', // the best paragraph, longer ones counting less
  'clauseWords',
  'window', // words that stand within `WINDOW` of each other
  'run', // the longest run of the question's words
  'skips', // words that stand near each other in both
  'groupShare', // of the candidates' scores, what the document's group has
  'groupBest',
  'length',
  'rank', // 1 for the first of the first choice, 1/2, 1/3 …
  'older', // years since the newest group among the candidates
  'definitions',
  'definitionsAsked',
  'frame', // scope, entry into force, who is responsible
  'fines',
  'finesAsked',
  'procedureAsked',
  'unknown', // share of the question's weight that no text knows
  'asked', // length of the question
] as const;
export type Feature = (typeof FEATURES)[number];
const COUNT = FEATURES.length;
const AT = Object.fromEntries(FEATURES.map((name, nth) => [name, nth])) as Record<Feature, number>;

const WINDOW = 15;
const SKIP = 4;
const K1 = 1;
const BODY_B = 0.4;
/** A paragraph of so many words counts half. */
const LONG_CLAUSE = 80;
const LONG_QUESTION = 60;

/** Features of the documents that a question points to, `FEATURES.length` in a row for each. */
export interface Compared {
  readonly documents: readonly number[];
  readonly features: Float32Array;
  /** For each document how like the question is to the near question that the document must not answer, 0 to 1. */
  readonly twins: Float32Array;
}

/** What of a document says its kind. */
type Headed = Pick<TextDocument, 'head' | 'group'>;

/** What the heading of a document says of its kind, folded. */
interface Kind {
  readonly year: number;
  readonly definitions: boolean;
  readonly frame: boolean;
  readonly fines: boolean;
  readonly procedure: boolean;
}

/** Compares a question with documents of one index, closely and word by word. */
export class Comparer {
  readonly #index: TextIndex;
  readonly #documents: readonly Headed[];
  /** Read when a document is first compared: most are not, and an index that is renewed must be ready at once. */
  readonly #kinds: (Kind | undefined)[];
  /** Slot + 1 of a plain word of the question, 0 for every other word. */
  readonly #slotOf: Uint16Array;

  constructor(index: TextIndex, documents: readonly Headed[]) {
    this.#index = index;
    this.#documents = documents;
    this.#kinds = new Array(documents.length);
    this.#slotOf = new Uint16Array(index.vocabulary.size);
  }

  /**
   * @param limit How many documents of the first choice are compared.
   * @param also Documents that something else points to; compared too, behind those of the first choice.
   */
  compare(question: string, limit: number, also: readonly number[] = []): Compared {
    const asked = this.#index.read(question);
    const chosen = this.#index.choose(asked, limit);
    const documents = [...new Set([...chosen, ...also])];
    for (const [slot, { number }] of asked.words.entries()) this.#slotOf[number] = slot + 1;
    const scan = new Scan(this.#index, asked, this.#slotOf);
    const features = new Float32Array(documents.length * COUNT);
    const twins = new Float32Array(documents.length);
    for (const [nth, document] of documents.entries()) {
      scan.document(document, features.subarray(nth * COUNT, (nth + 1) * COUNT));
      twins[nth] = scan.twin(document);
    }
    for (const { number } of asked.words) this.#slotOf[number] = 0;
    this.#together(question, asked, documents, features);
    return { documents, features, twins };
  }

  /** Features that need the other candidates, or the kind of question. */
  #together(question: string, asked: Asked, documents: readonly number[], features: Float32Array): void {
    const line = foldedLine(question);
    const asks = {
      meaning: / (?:la gi|la nhu the nao|hieu la|duoc hieu|la sao) /.test(line) ? 1 : 0,
      fines: / (?:phat|xu ly|xu li) /.test(line) ? 1 : 0,
      procedure: / (?:thu tuc|ho so|trinh tu|bao lau|thoi han) /.test(line) ? 1 : 0,
    };
    const scores = documents.map((_, nth) => features[nth * COUNT + AT.score] ?? 0);
    const total = Math.max(
      1e-6,
      scores.reduce((sum, score) => sum + score, 0),
    );
    const best = Math.max(1e-6, ...scores);
    const sums = new Map<number, number>();
    const bests = new Map<number, number>();
    for (const [nth, document] of documents.entries()) {
      const group = this.#index.groups[document] ?? 0;
      sums.set(group, (sums.get(group) ?? 0) + (scores[nth] ?? 0));
      bests.set(group, Math.max(bests.get(group) ?? 0, scores[nth] ?? 0));
    }
    const newest = documents.reduce((year, document) => Math.max(year, this.#kindOf(document)?.year ?? 0), 0);
    const words = asked.words.reduce((sum, { weight }) => sum + weight, 0);
    const unknown = asked.unknownWeight / Math.max(1e-6, asked.unknownWeight + words);
    for (const [nth, document] of documents.entries()) {
      const of = features.subarray(nth * COUNT, (nth + 1) * COUNT);
      const group = this.#index.groups[document] ?? 0;
      const kind = this.#kindOf(document);
      of[AT.groupShare] = (sums.get(group) ?? 0) / total;
      of[AT.groupBest] = (bests.get(group) ?? 0) / best;
      of[AT.rank] = 1 / (1 + nth);
      of[AT.older] = newest > 0 && kind && kind.year > 0 ? (newest - kind.year) / 10 : 0;
      of[AT.definitions] = kind?.definitions ? 1 : 0;
      of[AT.definitionsAsked] = kind?.definitions ? asks.meaning : 0;
      of[AT.frame] = kind?.frame ? 1 : 0;
      of[AT.fines] = kind?.fines ? 1 : 0;
      of[AT.finesAsked] = kind?.fines ? asks.fines : 0;
      of[AT.procedureAsked] = kind?.procedure ? asks.procedure : 0;
      of[AT.unknown] = unknown;
      of[AT.asked] = Math.min(asked.slots.length, LONG_QUESTION) / LONG_QUESTION;
    }
  }

  #kindOf(document: number): Kind | undefined {
    const known = this.#kinds[document];
    if (known) return known;
    const headed = this.#documents[document];
    const kind = headed && kindOf(headed);
    this.#kinds[document] = kind;
    return kind;
  }
}

function kindOf({ head, group }: Headed): Kind {
  const line = foldedLine(head);
  const years = group.match(/(?:19|20)\d\d/g) ?? [];
  return {
    year: Math.max(0, ...years.map(Number)),
    definitions: line.includes(' giai thich tu ngu '),
    frame: / (?:pham vi dieu chinh|doi tuong ap dung|hieu luc thi hanh|trach nhiem) /.test(line),
    fines: / (?:phat|vi pham|toi) /.test(line),
    procedure: / (?:thu tuc|ho so|trinh tu|thoi han) /.test(line),
  };
}

/** One pass over the tokens of a document. The scratch is made once for a question. */
class Scan {
  readonly #index: TextIndex;
  readonly #slotOf: Uint16Array;
  readonly #asked: Asked;
  readonly #words: number;
  readonly #pairs: number;
  readonly #wordWeight: Float32Array;
  readonly #markedOf: Int32Array;
  readonly #markedWeight: number;
  /** Pair number + 1 by first and second slot. */
  readonly #pairAt: Uint16Array;
  /** Weight of two words that stand two or three apart in the question, by their slots. */
  readonly #skipAt: Float32Array;
  readonly #skipWeight: number;
  /** Positions in the question of each slot. */
  readonly #positions: readonly (readonly number[])[];
  readonly #slots: number;

  // Marks of what was seen, stamped so that nothing needs to be emptied between documents and segments.
  #stamp = 0;
  readonly #inDocument: Int32Array;
  readonly #inSegment: Int32Array;
  readonly #markedInDocument: Int32Array;
  readonly #markedInSegment: Int32Array;
  readonly #pairInDocument: Int32Array;
  readonly #pairInSegment: Int32Array;
  readonly #pairInHead: Int32Array;
  readonly #pairInSaid: Int32Array;
  readonly #inSaid: Int32Array;
  readonly #skipSeen: Int32Array;
  readonly #bodyCounts: Float32Array;
  readonly #bodyPairCounts: Float32Array;
  readonly #counts: Float32Array;
  readonly #window: Int32Array;
  #hitAt: Int32Array = new Int32Array(256);
  #hitSlot: Uint16Array = new Uint16Array(256);
  /** Weight of the run that ends at a position of the question, and the token at which it stood. */
  readonly #runs: Float32Array;
  readonly #runAt: Int32Array;

  constructor(index: TextIndex, asked: Asked, slotOf: Uint16Array) {
    this.#index = index;
    this.#asked = asked;
    this.#slotOf = slotOf;
    const { words, pairs, slots } = asked;
    const count = words.length;
    this.#slots = count;
    this.#wordWeight = Float32Array.from(words, ({ weight }) => weight);
    this.#markedOf = Int32Array.from(words, ({ marked }) => marked);
    this.#words = words.reduce((sum, { weight }) => sum + weight, 0);
    this.#pairs = pairs.reduce((sum, { weight }) => sum + weight, 0);
    this.#markedWeight = words.reduce((sum, { weight, marked }) => sum + (marked >= 0 ? weight : 0), 0);
    this.#pairAt = new Uint16Array(count * count);
    for (const [nth, { first, second }] of pairs.entries()) this.#pairAt[first * count + second] = nth + 1;
    this.#skipAt = new Float32Array(count * count);
    this.#positions = words.map((_, slot) => slots.flatMap((one, position) => (one === slot ? [position] : [])));
    let skipWeight = 0;
    for (const [position, slot] of slots.entries()) {
      for (const apart of [2, 3]) {
        const other = slots[position + apart] ?? -1;
        if (slot < 0 || other < 0) continue;
        const weight = Math.min(words[slot]?.weight ?? 0, words[other]?.weight ?? 0);
        if (weight > 0 && this.#skipAt[slot * count + other] === 0) skipWeight += weight;
        this.#skipAt[slot * count + other] = weight;
      }
    }
    this.#skipWeight = skipWeight;
    this.#inDocument = new Int32Array(count);
    this.#inSegment = new Int32Array(count);
    this.#inSaid = new Int32Array(count);
    this.#markedInDocument = new Int32Array(count);
    this.#markedInSegment = new Int32Array(count);
    this.#pairInDocument = new Int32Array(pairs.length);
    this.#pairInSegment = new Int32Array(pairs.length);
    this.#pairInHead = new Int32Array(pairs.length);
    this.#pairInSaid = new Int32Array(pairs.length);
    this.#skipSeen = new Int32Array(count * count);
    this.#bodyCounts = new Float32Array(count);
    this.#bodyPairCounts = new Float32Array(pairs.length);
    this.#counts = new Float32Array(count + pairs.length);
    this.#window = new Int32Array(count);
    this.#runs = new Float32Array(slots.length);
    this.#runAt = new Int32Array(slots.length).fill(-2);
  }

  document(document: number, of: Float32Array): void {
    const index = this.#index;
    const { tokens, segmentEnds, segmentField, segmentWeight, documentSegments, vocabulary } = index;
    const count = this.#slots;
    const firstSegment = documentSegments[document] ?? 0;
    const lastSegment = documentSegments[document + 1] ?? 0;
    this.#stamp += 1;
    const seen = this.#stamp;
    this.#bodyCounts.fill(0);
    this.#bodyPairCounts.fill(0);
    this.#counts.fill(0);
    const whole = this.#words + this.#pairs || 1;
    const asksWords = this.#words || 1;
    const asksPairs = this.#pairs || 1;
    let words = 0;
    let pairs = 0;
    let marked = 0;
    let headWords = 0;
    let headPairs = 0;
    let headWeight = 0;
    let groupWords = 0;
    let groupWeight = 0;
    let saidWords = 0;
    let saidPairs = 0;
    let nearest = 0;
    let nearestSecond = 0;
    let nearestThird = 0;
    let nearestDice = 0;
    let nearestMarked = 0;
    let clause = 0;
    let clauseWords = 0;
    let skips = 0;
    let run = 0;
    let hits = 0;
    let bodyLength = 0;
    let length = 0;
    for (let segment = firstSegment; segment < lastSegment; segment += 1) {
      const field = segmentField[segment] ?? 0;
      if (field === TWIN) continue;
      const from = index.startOf(segment);
      const to = segmentEnds[segment] ?? 0;
      this.#stamp += 1;
      const here = this.#stamp;
      let before = -1;
      let inSegment = 0;
      let pairsInSegment = 0;
      let markedInSegment = 0;
      for (let at = from; at < to; at += 1) {
        const token = tokens[at] ?? 0;
        const slot = (this.#slotOf[vocabulary.plainOf(token)] ?? 0) - 1;
        if (slot < 0) {
          before = -1;
          continue;
        }
        const weight = this.#wordWeight[slot] ?? 0;
        this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
        if (field === BODY) this.#bodyCounts[slot] = (this.#bodyCounts[slot] ?? 0) + 1;
        if (this.#inSegment[slot] !== here) {
          this.#inSegment[slot] = here;
          inSegment += weight;
        }
        if ((this.#inDocument[slot] ?? 0) < seen) {
          this.#inDocument[slot] = seen;
          words += weight;
        }
        if (field === SAID && (this.#inSaid[slot] ?? 0) < seen) {
          this.#inSaid[slot] = seen;
          saidWords += weight;
        }
        if (this.#markedOf[slot] === token) {
          if ((this.#markedInDocument[slot] ?? 0) < seen) {
            this.#markedInDocument[slot] = seen;
            marked += weight;
          }
          if (this.#markedInSegment[slot] !== here) {
            this.#markedInSegment[slot] = here;
            markedInSegment += weight;
          }
        }
        const pair = before >= 0 ? (this.#pairAt[before * count + slot] ?? 0) - 1 : -1;
        if (pair >= 0) {
          const pairWeight = this.#asked.pairs[pair]?.weight ?? 0;
          this.#counts[count + pair] = (this.#counts[count + pair] ?? 0) + 1;
          if (field === BODY) this.#bodyPairCounts[pair] = (this.#bodyPairCounts[pair] ?? 0) + 1;
          if (this.#pairInSegment[pair] !== here) {
            this.#pairInSegment[pair] = here;
            pairsInSegment += pairWeight;
          }
          if ((this.#pairInDocument[pair] ?? 0) < seen) {
            this.#pairInDocument[pair] = seen;
            pairs += pairWeight;
          }
          if (field === HEAD && (this.#pairInHead[pair] ?? 0) < seen) {
            this.#pairInHead[pair] = seen;
            headPairs += pairWeight;
          }
          if (field === SAID && (this.#pairInSaid[pair] ?? 0) < seen) {
            this.#pairInSaid[pair] = seen;
            saidPairs += pairWeight;
          }
        }
        before = slot;
        run = Math.max(run, this.#runOn(slot, weight, at, at > from));
        if (weight > 0) {
          if (hits === this.#hitAt.length) this.#moreHits();
          this.#hitAt[hits] = at + segment * WINDOW; // no window reaches over the end of a segment
          this.#hitSlot[hits] = slot;
          hits += 1;
          skips += this.#skipsFrom(slot, at, to, seen);
        }
      }
      const own = segmentWeight[segment] ?? 0;
      const size = to - from;
      length += size;
      if (field === HEAD) {
        headWords = inSegment;
        headWeight = own;
      } else if (field === GROUP) {
        groupWords = inSegment;
        groupWeight = own;
      }
      // The question of an entry is one of its phrasings.
      if (field === SAID || field === HEAD) {
        const holds = (inSegment + pairsInSegment) / whole;
        if (holds > nearest) {
          nearestThird = nearestSecond;
          nearestSecond = nearest;
          nearest = holds;
        } else if (holds > nearestSecond) {
          nearestThird = nearestSecond;
          nearestSecond = holds;
        } else if (holds > nearestThird) nearestThird = holds;
        const dice = (2 * inSegment) / (asksWords + own || 1);
        if (dice > nearestDice) nearestDice = dice;
        if (markedInSegment > nearestMarked) nearestMarked = markedInSegment;
      } else if (field === BODY) {
        bodyLength += size;
        const holds = (inSegment + pairsInSegment) / whole;
        if (holds > clauseWords) clauseWords = holds;
        const discounted = holds / (1 + size / LONG_CLAUSE);
        if (discounted > clause) clause = discounted;
      }
    }
    const norm = 1 - BODY_B + (BODY_B * bodyLength) / Math.max(1, index.meanLength[BODY] ?? 1);
    const all = 1 - BODY_B + (BODY_B * length) / Math.max(1, sum(index.meanLength));
    let bodyScore = 0;
    let bodyPairs = 0;
    let score = 0;
    for (let slot = 0; slot < count; slot += 1) {
      const weight = this.#wordWeight[slot] ?? 0;
      bodyScore += weight * saturated(this.#bodyCounts[slot] ?? 0, norm);
      score += weight * saturated(this.#counts[slot] ?? 0, all);
    }
    for (let pair = 0; pair < this.#asked.pairs.length; pair += 1) {
      const weight = this.#asked.pairs[pair]?.weight ?? 0;
      bodyPairs += weight * saturated(this.#bodyPairCounts[pair] ?? 0, norm);
      score += weight * saturated(this.#counts[count + pair] ?? 0, all);
    }
    of[AT.score] = score / whole;
    of[AT.headWords] = headWords / asksWords;
    of[AT.headPairs] = headPairs / asksPairs;
    of[AT.headPrecision] = headWeight > 0 ? headWords / headWeight : 0;
    of[AT.groupWords] = groupWords / asksWords;
    of[AT.groupPrecision] = groupWeight > 0 ? groupWords / groupWeight : 0;
    of[AT.words] = words / asksWords;
    of[AT.pairs] = pairs / asksPairs;
    of[AT.marked] = this.#markedWeight > 0 ? marked / this.#markedWeight : words / asksWords;
    of[AT.bodyScore] = bodyScore / asksWords;
    of[AT.bodyPairs] = bodyPairs / asksPairs;
    of[AT.saidWords] = saidWords / asksWords;
    of[AT.saidPairs] = saidPairs / asksPairs;
    of[AT.nearest] = nearest;
    of[AT.nearestDice] = nearestDice;
    of[AT.nearestMarked] = this.#markedWeight > 0 ? nearestMarked / this.#markedWeight : nearest;
    of[AT.nearestThree] = (nearest + nearestSecond + nearestThird) / 3;
    of[AT.clause] = clause;
    of[AT.clauseWords] = clauseWords;
    of[AT.window] = this.#widest(hits) / asksWords;
    of[AT.run] = Math.min(1, run / asksWords); // words said twice count once in the question
    of[AT.skips] = this.#skipWeight > 0 ? skips / this.#skipWeight : 0;
    of[AT.length] = Math.log(1 + length) / 8;
  }

  /** Likeness of words and pairs to the near question that the document must not answer; 0 where it has none. */
  twin(document: number): number {
    const { tokens, segmentEnds, segmentField, segmentWeight, documentSegments, vocabulary } = this.#index;
    const segment = (documentSegments[document + 1] ?? 0) - 1; // a twin is the last segment
    if (segment < (documentSegments[document] ?? 0) || segmentField[segment] !== TWIN) return 0;
    this.#stamp += 1;
    let shared = 0;
    for (let at = this.#index.startOf(segment); at < (segmentEnds[segment] ?? 0); at += 1) {
      const slot = (this.#slotOf[vocabulary.plainOf(tokens[at] ?? 0)] ?? 0) - 1;
      if (slot < 0 || this.#inSegment[slot] === this.#stamp) continue;
      this.#inSegment[slot] = this.#stamp;
      shared += this.#wordWeight[slot] ?? 0;
    }
    return (2 * shared) / (this.#words + (segmentWeight[segment] ?? 0) || 1);
  }

  /** Goes on with every run of the question's words that this token continues. */
  #runOn(slot: number, weight: number, at: number, goesOn: boolean): number {
    const positions = this.#positions[slot] ?? [];
    let best = 0;
    // From the back, so that a word said twice in a row reads the run before it is written over.
    for (let nth = positions.length - 1; nth >= 0; nth -= 1) {
      const position = positions[nth] ?? 0;
      const continued = goesOn && position > 0 && this.#runAt[position - 1] === at - 1;
      const run = (continued ? (this.#runs[position - 1] ?? 0) : 0) + weight;
      this.#runs[position] = run;
      this.#runAt[position] = at;
      if (run > best) best = run;
    }
    return best;
  }

  #skipsFrom(slot: number, at: number, to: number, seen: number): number {
    const { tokens, vocabulary } = this.#index;
    let sum = 0;
    for (let next = at + 1; next < Math.min(to, at + SKIP + 1); next += 1) {
      const other = (this.#slotOf[vocabulary.plainOf(tokens[next] ?? 0)] ?? 0) - 1;
      if (other < 0) continue;
      const place = slot * this.#slots + other;
      const weight = this.#skipAt[place] ?? 0;
      if (weight === 0 || (this.#skipSeen[place] ?? 0) >= seen) continue;
      this.#skipSeen[place] = seen;
      sum += weight;
    }
    return sum;
  }

  /** The most weight of different words within `WINDOW` tokens. */
  #widest(hits: number): number {
    let best = 0;
    let inside = 0;
    let first = 0;
    this.#window.fill(0);
    for (let last = 0; last < hits; last += 1) {
      const slot = this.#hitSlot[last] ?? 0;
      if (this.#window[slot] === 0) inside += this.#wordWeight[slot] ?? 0;
      this.#window[slot] = (this.#window[slot] ?? 0) + 1;
      while ((this.#hitAt[last] ?? 0) - (this.#hitAt[first] ?? 0) >= WINDOW) {
        const left = this.#hitSlot[first] ?? 0;
        this.#window[left] = (this.#window[left] ?? 0) - 1;
        if (this.#window[left] === 0) inside -= this.#wordWeight[left] ?? 0;
        first += 1;
      }
      if (inside > best) best = inside;
    }
    return best;
  }

  #moreHits(): void {
    const at = new Int32Array(this.#hitAt.length * 2);
    const slot = new Uint16Array(this.#hitSlot.length * 2);
    at.set(this.#hitAt);
    slot.set(this.#hitSlot);
    this.#hitAt = at;
    this.#hitSlot = slot;
  }
}

/** BM25's share of a count: the second time says less than the first. */
function saturated(count: number, length: number): number {
  return count === 0 ? 0 : count / (count + K1 * length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
