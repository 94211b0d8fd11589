/**
 * Words that tell whoever glances at a telephone what it is about. What is shown of a message before it is opened must hold
 * none of them.
 */
const TOPIC_WORDS = [
  'bạo lực',
  'bạo hành',
  'đánh',
  'đập',
  'giết',
  'dao',
  'xâm hại',
  'hiếp',
  'doạ',
  'dọa',
  'ly hôn',
  'chồng',
  'vợ',
  'con',
  'trẻ em',
  'công an',
  'cán bộ',
  'trung tâm',
  'trợ giúp',
  'pháp lý',
  'luật',
  'luật sư',
  'quyền',
  'toà',
  'tòa',
  'tố cáo',
  'hồ sơ',
  'HQ',
];

const TOPIC = new RegExp(`(?<!\\p{L})(?:${TOPIC_WORDS.join('|')})(?!\\p{L})`, 'iu');

/** The first word in a text that tells what it is about. */
export function topicIn(text: string): string | undefined {
  return TOPIC.exec(text)?.[0];
}
