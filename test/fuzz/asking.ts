import fc from 'fast-check';
import { readBatchLine } from '../../scripts/batch-line.ts';
import { askOnce } from '../../src/ask.ts';
import { type Day, vietnamDay } from '../../src/base/days.ts';
import { AppError } from '../../src/base/errors.ts';
import { CAPABILITIES } from '../../src/channels/capabilities.ts';
import { know } from '../../src/know.ts';
import { CHANNEL_NAMES, type ChannelName } from '../../src/ports/channel.ts';
import { WAGES, WAGES_LAW } from '../support/questions.ts';
import { Broken, type Entrance, type OpenEntrance } from './entrance.ts';
import { hostileText, MARK } from './hostile-text.ts';
import { damagedBytes, type Json, mutated } from './mutate-json.ts';

/** Asks, and looks at every message of the reply. */
function asker(): (text: string, channel: ChannelName) => void {
  const day: Day = vietnamDay(new Date());
  const { knowledgeOn } = know('./knowledge');
  return (text, channel) => {
    const capabilities = CAPABILITIES[channel];
    const { messages, answers, outcome } = askOnce(text, { knowledgeOn, day, capabilities });
    if (messages.length === 0) throw new Broken('inconsistent', 'no reply');
    const wrong = messages.find((one) => one.text.trim() === '' || one.text.length > capabilities.textLimit);
    if (wrong) throw new Broken('inconsistent', `a message of ${wrong.text.length} characters`);
    const odd = answers.find(
      ({ confidence, citations }) => !(confidence >= 0 && confidence <= 1) || citations.length === 0,
    );
    if (odd)
      throw new Broken('inconsistent', `${odd.entry}: confidence ${odd.confidence}, ${odd.citations.length} citations`);
    if (outcome === 'answer' && answers.length === 0) throw new Broken('inconsistent', 'an answer without an entry');
  };
}

function checkAnswers(ask: (text: string) => readonly { readonly text: string }[]): void {
  if (!ask(WAGES).some(({ text }) => text.includes(WAGES_LAW)))
    throw new Broken('inconsistent', 'the next question is not answered');
}

async function nextIsAnswered(): Promise<void> {
  const { knowledgeOn } = know('./knowledge');
  checkAnswers(
    (text) => askOnce(text, { knowledgeOn, day: vietnamDay(new Date()), capabilities: CAPABILITIES.web }).messages,
  );
}

interface Question {
  readonly text: string;
  readonly channel: ChannelName;
}

export const asking: Entrance = {
  name: 'asking',
  about: 'questions in any letters, long ones and repeats, searched, answered and laid out for each channel',
  async open(): Promise<OpenEntrance<Question>> {
    const ask = asker();
    ask(WAGES, 'web');
    return {
      inputs: fc.record({ text: hostileText(20_000), channel: fc.constantFrom(...CHANNEL_NAMES) }),
      put: async ({ text, channel }) => ask(text, channel),
      check: nextIsAnswered,
      close: async () => {},
    };
  },
};

const validLine = fc.record({ id: fc.string(), text: hostileText(8_000) });

export const askBatch: Entrance = {
  name: 'ask-batch',
  about: 'lines of a batch for npm run ask: well-formed, with other values, and broken',
  async open(): Promise<OpenEntrance<string>> {
    const ask = asker();
    ask(WAGES, 'web');
    const line = validLine.map((value): Json => value);
    const written = fc
      .oneof({ weight: 3, arbitrary: line }, { weight: 2, arbitrary: mutated(line) })
      .map((value) => JSON.stringify(value));
    return {
      inputs: fc.oneof(
        { weight: 5, arbitrary: written },
        {
          weight: 1,
          arbitrary: damagedBytes(written.map((text) => new TextEncoder().encode(text))).map((bytes) =>
            Buffer.from(bytes).toString(),
          ),
        },
        { weight: 1, arbitrary: hostileText() },
      ),
      async put(text) {
        try {
          ask(readBatchLine(text, 'tệp:1').text, 'terminal');
        } catch (fault) {
          if (!(fault instanceof AppError)) throw fault;
          if (fault.message.includes(MARK)) throw new Broken('leak', 'the error repeats the line');
        }
      },
      check: nextIsAnswered,
      close: async () => {},
    };
  },
};
