import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { TerminalChannel } from './channels/terminal/terminal-channel.ts';
import { clean } from './language/clean.ts';
import { makeLog } from './log.ts';
import { settingsFrom } from './settings.ts';
import { openApp } from './wiring.ts';

export interface ChatNeeds {
  readonly input: Readable;
  readonly output: Writable;
  readonly knowledgeDir: string;
}

const WELCOME =
  'Hỏi Quyền – bản thử trong máy này, không nối với trung tâm nào, tắt là quên hết.\nGõ câu hỏi rồi Enter. Thoát: Ctrl+D hoặc gõ "thoát".\n\n';

/** A conversation in the terminal: the whole bot, with a database in memory that is gone at the end. */
export async function chat({ input, output, knowledgeDir }: ChatNeeds): Promise<void> {
  const settings = settingsFrom({
    DATABASE_URL: 'file::memory:',
    KNOWLEDGE_DIR: knowledgeDir,
    NODE_ENV: 'development',
  });
  const channel = new TerminalChannel(output);
  const app = await openApp({ settings, log: makeLog({ level: 'error', secrets: [] }), channels: [channel] });
  app.start();
  output.write(WELCOME);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let count = 0;
  for await (const line of lines) {
    const text = clean(line);
    if (/^(thoát|thoat|exit|quit)$/i.test(text)) break;
    if (text === '') continue;
    count += 1;
    await app.receive(channel, [
      {
        externalId: String(count),
        from: 'terminal',
        heard: { kind: 'text', text },
        sentAt: new Date(),
        inGroup: false,
      },
    ]);
    await app.idle();
  }
  lines.close();
  await app.stop();
}
