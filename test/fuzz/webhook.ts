import fc from 'fast-check';
import type { OpenEntrance } from './entrance.ts';
import { type FuzzedProgram, WEBHOOK_SECRET } from './fuzzed-program.ts';
import { bodyOf, type Json, mutated } from './mutate-json.ts';

/** What is posted to a webhook. */
export interface WebhookCall {
  readonly body: Uint8Array;
  /** Undefined: none is named. */
  readonly secret: string | undefined;
}

/** Header in which each platform names the secret. */
const SECRET_HEADERS = { telegram: 'x-telegram-bot-api-secret-token', zalo: 'x-bot-api-secret-token' } as const;

/** The webhook of a messenger: its updates as they come and with other values, mostly with the right secret. */
export function webhook(
  on: keyof typeof SECRET_HEADERS,
  program: FuzzedProgram,
  update: fc.Arbitrary<Json>,
): OpenEntrance<WebhookCall> {
  return {
    inputs: fc.record({
      body: bodyOf(fc.oneof({ weight: 3, arbitrary: update }, { weight: 2, arbitrary: mutated(update) })),
      secret: fc.oneof(
        { weight: 20, arbitrary: fc.constant(WEBHOOK_SECRET) },
        fc.constantFrom(undefined, '', 'doan-mo'),
      ),
    }),
    async put({ body, secret }) {
      const response = await program.fetch(`/webhooks/${on}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret !== undefined && { [SECRET_HEADERS[on]]: secret }),
        },
        body,
      });
      await program.settle();
      await program.judge(response);
    },
    check: () => program.check(),
    close: () => program.close(),
  };
}
