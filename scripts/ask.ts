/** `npm run ask`: what the bot would answer. Without a question: a conversation in the terminal. See USAGE. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { askWithTexts } from '../src/ask.ts';
import { isDay, vietnamDay } from '../src/base/days.ts';
import { AppError } from '../src/base/errors.ts';
import { CAPABILITIES } from '../src/channels/capabilities.ts';
import { chat } from '../src/chat.ts';
import type { Say } from '../src/conversation/conversation.ts';
import { know } from '../src/know.ts';
import { CHANNEL_NAMES } from '../src/ports/channel.ts';
import { DATABASE } from '../src/settings.ts';
import { readBatchLine } from './batch-line.ts';
import { openHeldLaw } from './held-law.ts';
import { tellLearning } from './tell-learning.ts';

const USAGE = `npm run --silent ask -- "câu hỏi"                     the reply as a person would read it
npm run --silent ask -- --json "câu hỏi"              one JSON object
npm run --silent ask -- --json --batch FILE.jsonl     reads {"id","text"} lines, prints one JSON line each, in order
npm run --silent ask                                  a conversation in the terminal

  --as-of YYYY-MM-DD   the law on that day (default: today in Vietnam)
                       Official texts are those of the database in DATABASE_URL (npm run law -- import).
  --knowledge DIR      another knowledge folder (default: KNOWLEDGE_DIR or ./knowledge)
  --channel NAME       ${CHANNEL_NAMES.join(' | ')}: how the reply is cut and marked up (default: terminal)
  --help
`;

async function main(): Promise<number> {
  // `| head` closes the pipe before everything is said.
  process.stdout.on('error', () => process.exit(0));
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      batch: { type: 'string' },
      'as-of': { type: 'string' },
      knowledge: { type: 'string' },
      channel: { type: 'string', default: 'terminal' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const day = values['as-of'] ?? vietnamDay(new Date());
  if (!isDay(day)) throw new AppError('invalid-input', `--as-of ${day}: must be a day that exists, YYYY-MM-DD`);
  const channel = CHANNEL_NAMES.find((name) => name === values.channel);
  if (!channel)
    throw new AppError('invalid-input', `--channel ${values.channel}: must be one of ${CHANNEL_NAMES.join(', ')}`);

  const folder = values.knowledge ?? process.env.KNOWLEDGE_DIR ?? './knowledge';
  const { knowledgeOn: shippedOn, library, faults } = know(folder, tellLearning);
  if (faults.length > 0) process.stderr.write(`${faults.length} faults in the knowledge; see npm run kb:check\n`);
  const question = positionals.join(' ').trim();
  if (question === '' && values.batch === undefined) {
    if (values.json) throw new AppError('invalid-input', '--json needs a question or --batch FILE');
    await chat({ input: process.stdin, output: process.stdout, knowledgeDir: folder });
    return 0;
  }
  const laws = await openHeldLaw(process.env.DATABASE_URL ?? DATABASE);
  const knowledgeOn = laws ? laws.knowledgeOn(shippedOn) : shippedOn;
  const read = async (say: readonly Say[]) => laws?.read(say, library);
  knowledgeOn(day).judge('khởi động'); // builds the index, so that ms below is the time of an answer

  const ask = (text: string) => askWithTexts(text, { knowledgeOn, day, capabilities: CAPABILITIES[channel], read });
  const json = async (id: string | undefined, text: string) => {
    const began = performance.now();
    const { messages, ...asked } = await ask(text);
    const ms = Math.round((performance.now() - began) * 100) / 100;
    return JSON.stringify({
      ...(id !== undefined && { id }),
      ...asked,
      reply: messages.map((message) => message.text),
      ms,
    });
  };

  try {
    if (values.batch !== undefined) {
      await eachLine(values.batch, async (line, number) => {
        const { id, text } = readBatchLine(line, `${values.batch}:${number}`);
        process.stdout.write(`${await json(id, text)}\n`);
      });
    } else if (values.json) {
      process.stdout.write(`${await json(undefined, question)}\n`);
    } else {
      const { messages } = await ask(question);
      process.stdout.write(`${messages.map((message) => message.text).join('\n\n———\n\n')}\n`);
    }
  } finally {
    await laws?.close();
  }
  return 0;
}

async function eachLine(file: string, use: (line: string, number: number) => Promise<void>): Promise<void> {
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() !== '') await use(line, number);
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n\n${USAGE}`);
    process.exitCode = 2;
  },
);
