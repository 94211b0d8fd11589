import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { dangerIn } from '../../src/safety/danger.ts';
import { tellsOfViolenceAtHome } from '../../src/safety/violence-at-home.ts';
import { library } from '../answering/shipped.ts';

/*
 * Our own wordings of calm topics, some ten thousand with marks and without. A false alarm costs the one who asks about
 * land or pay a screen of hotlines, so their number may only fall.
 */

/** Entries of calm topics whose wordings tell of somebody in danger: these shall alarm. */
const URGENT: Readonly<Record<string, string>> = {
  'qa/lao-dong/bi-ep-lam-viec-tren-tau': 'held on a boat or behind a locked door',
  'qa/lao-dong/giup-viec-gia-dinh': 'a housemaid locked in or beaten',
  'qa/lao-dong/quay-roi-tinh-duc-noi-lam-viec': 'somebody who has just been groped',
  'qa/noi-lam-viec/quay-roi-thuc-tap': 'a minor whom the master comes to at night',
  'qa/noi-lam-viec/chu-danh-chui': 'beaten by an employer',
  'qa/no-nan/doi-no-doa-gia-dinh': 'collectors at the door who threaten',
  'qa/an-sinh/trung-tam-nuoi-duong-doi-xu-te': 'a child beaten or starved in a centre',
  'qa/an-sinh/benh-vien-tu-choi-cap-cuu': 'turned away in an emergency',
  'qa/y-te/khong-giay-to-di-vien': 'somebody unconscious or bleeding without papers',
  'qa/y-te/ngo-doc-thuc-pham': 'poisoned and vomiting',
  'qa/quyen-tu-do/nha-bao-bi-can-tro': 'threatened with the loss of a hand',
  'qa/quyen-tu-do/bi-quay-phim-chup-anh': 'a friend who wants to die',
};

/** Entries that tell of violence at home: the first line is neutral there. */
const AT_HOME: Readonly<Record<string, string>> = {
  ...URGENT,
  'qa/quyen-tu-do/bi-theo-doi-mo-thu': 'a husband who tracks her telephone',
  'qa/ton-giao/bi-ep-theo-hoac-bo-dao': 'forced by the family, with blows and threats',
  'qa/ton-giao/bi-ep-theo-hoac-bo-dao-tu-2027': 'forced by the family, with blows and threats',
  'qa/nha-o/con-duoi-cha-me-ra-khoi-nha': 'old parents driven out by a child',
  'qa/y-te/co-thai-muon-bo-ai-quyet': 'forced to bear or not to bear a child',
  'qa/ho-tich/mat-giay-khai-sinh': 'fled from a husband who burnt the papers',
};

/** Of every other entry: how many wordings alarm, and how many begin the neutral first line. Lower them when you can. */
const MOST: Readonly<Record<string, readonly [danger: number, atHome: number]>> = {
  'lao-dong': [14, 2],
  'bao-hiem': [2, 3],
  'dat-dai': [0, 3],
  'giay-to-cu-tru': [2, 4],
  'ho-tich': [0, 2],
  'y-te': [14, 2],
  'thai-san': [5, 2],
  'khieu-nai-to-cao': [4, 2],
  'quoc-tich': [2, 2],
  'nha-o': [4, 2],
  'nguoi-tieu-dung': [0, 2],
  'no-nan': [3, 3],
  'moi-truong': [10, 2],
  'an-sinh': [8, 5],
  'noi-lam-viec': [8, 9],
  'quyen-tu-do': [5, 5],
  'ton-giao': [3, 2],
  'thua-ke': [9, 10],
};

const texts = library.entries.flatMap((entry) =>
  [entry.title, ...entry.variants].flatMap((wording) =>
    [wording, fold(wording)].map((text) => ({ id: entry.id, topic: entry.id.split('/')[1] ?? '', text })),
  ),
);

describe('calm topics', () => {
  it.each(Object.entries(MOST))('%s: no more alarm than these', (topic, [danger, atHome]) => {
    const calm = texts.filter((one) => one.topic === topic);
    const alarming = calm.filter(({ id, text }) => !(id in URGENT) && dangerIn(text) !== undefined);
    const neutral = calm.filter(({ id, text }) => !(id in AT_HOME) && tellsOfViolenceAtHome(text));

    expect(calm.length).toBeGreaterThan(50);
    expect({
      alarming: alarming.length > danger ? alarming : [],
      neutral: neutral.length > atHome ? neutral : [],
    }).toEqual({ alarming: [], neutral: [] });
  });

  it.each(Object.entries(URGENT))('%s alarms: %s', (id) => {
    expect(texts.some((one) => one.id === id && dangerIn(one.text) !== undefined)).toBe(true);
  });
});
