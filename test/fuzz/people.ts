import fc from 'fast-check';
import { hostileText } from './hostile-text.ts';

/** Buttons as they come back: real ones, of things that are not there, and nothing of ours. */
export const presses: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['referral', 'offer:no', 'review:next', 'contact:skip', 'consent:yes', 'cancel', 'back-to-bot', 'province:33'],
    ...[
      'province:01',
      'province:99',
      'rate:helpful',
      'rate:partly',
      'rate:not-helpful',
      'rate:',
      'withdraw:',
      'withdraw:khong-co',
    ],
    ...[
      'transfer:yes:33:khong-co',
      'transfer:no:01:',
      'transfer:::',
      'entry:qa/lao-dong/bi-no-luong',
      'entry:khong/co',
      'entry:',
    ],
    ...[
      'h+:qa/lao-dong/bi-no-luong',
      'h-:qa/lao-dong/bi-no-luong',
      'r1:qa/lao-dong/bi-no-luong',
      'r9:qa/khong/co',
      'r-1:x',
    ],
    ...[
      'law:crc:37',
      'law:crc:99999999999999999999',
      'law::',
      'law:crc:37.1.a',
      'contents:crc:1',
      'contents:crc:999',
      'contents:~:0',
    ],
    ...[
      'look:crc',
      'look:crc:37',
      'look::',
      'language:km:qa/lao-dong/bi-no-luong',
      'language:en:article/udhr/1',
      'language::',
    ],
  ),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }),
  hostileText(80),
);

/**
 * Few enough people that their conversations come far, and enough that nobody writes all the time.
 *
 * @param inputs How many inputs they share.
 */
export function peopleFor(inputs: number): number {
  return Math.min(2_500, Math.max(25, Math.round(inputs / 40)));
}
