import { expect, it } from 'vitest';
import type { AccountId } from '../../src/base/ids.ts';
import type { ConfigurationChange } from '../../src/ports/configuration.ts';
import { onBothDatabases } from '../support/both-databases.ts';
import { later, NINE } from '../support/desk-values.ts';

const change = (name: string, value: unknown, more: Partial<ConfigurationChange> = {}): ConfigurationChange => ({
  name,
  value,
  reason: 'theo công văn 12/STP',
  by: 'tk-admin' as AccountId,
  at: NINE,
  ...more,
});

onBothDatabases('what admins set', (empty) => {
  const within: ReturnType<typeof empty>['store']['transaction'] = (work) => empty().store.transaction(work);

  it('the newest value of each name holds, and every one is kept', async () => {
    await within(async ({ configuration }) => {
      await configuration.set(change('targets', { answerDays: 1 }));
      await configuration.set(change('centre/33', { address: 'Số 1' }));
      await configuration.set(change('targets', { answerDays: 2 }, { reason: 'thiếu người', at: later(1) }));
    });
    const { all, history, newest, none } = await within(async ({ configuration }) => ({
      all: await configuration.all(),
      history: await configuration.history('targets'),
      newest: await configuration.history('targets', 1),
      none: await configuration.history('wording'),
    }));
    expect([...all]).toEqual([
      ['targets', { answerDays: 2 }],
      ['centre/33', { address: 'Số 1' }],
    ]);
    expect(history).toMatchObject([
      { value: { answerDays: 2 }, reason: 'thiếu người', by: 'tk-admin', at: later(1) },
      { value: { answerDays: 1 }, reason: 'theo công văn 12/STP' },
    ]);
    expect([newest.length, none]).toEqual([1, []]);
  });

  it('tells by one id whether anything was set since', async () => {
    const latest = (name?: string) => within(({ configuration }) => configuration.latest(name));
    expect(await latest()).toBeUndefined();
    await within(({ configuration }) => configuration.set(change('targets', 1)));
    const first = await latest();
    expect(first).toBe((await within(({ configuration }) => configuration.history('targets')))[0]?.id);
    await within(({ configuration }) => configuration.set(change('switches', 2)));
    expect(await latest()).not.toBe(first);
    expect([await latest('targets'), await latest('wording')]).toEqual([first, undefined]);
  });

  it('a damaged value comes as it is stored and is in nobody’s way', async () => {
    await within(({ configuration }) => configuration.set(change('targets', { answerDays: 2 })));
    await within(({ configuration }) => configuration.set(change('switches', {})));
    await empty()
      .db.updateTable('configuration')
      .set({ value: '{"answerDays":' })
      .where('name', '=', 'targets')
      .execute();
    const { all, history } = await within(async ({ configuration }) => ({
      all: await configuration.all(),
      history: await configuration.history('targets'),
    }));
    expect([...all]).toEqual([
      ['targets', '{"answerDays":'],
      ['switches', {}],
    ]);
    expect(history).toMatchObject([{ value: '{"answerDays":' }]);
  });
});
