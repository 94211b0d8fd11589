import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../../../src/channels/capabilities.ts';
import { type ClockNeeds, watchClock } from '../../../src/flow/service/watch-clock.ts';
import { withService } from '../../../src/flow/service/with-service.ts';
import { know } from '../../../src/know.ts';
import { ADMIN_GROUPS, type NewTicket, type Records, type Whereabouts } from '../../../src/ports/store.ts';
import { vi } from '../../../src/reply/wording/vi.ts';
import { settingsFrom } from '../../../src/service/service-settings.ts';
import { dueAt } from '../../../src/service/targets.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { idMaker } from '../../../src/store/new-id.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { SqlStore } from '../../../src/store/sql-store.ts';
import { Vault } from '../../../src/store/vault.ts';
import { type CollectingLog, collectingLog } from '../../channels/collecting-log.ts';
import { BINH, HA_NOI, HUNG, HUNG_YEN, LAN, opened } from '../../support/desk-values.ts';

const known = know('knowledge').knowledgeOn;
const GROUP: Whereabouts = { channel: 'telegram', address: '-1001234567890' };
const ADMINS: Whereabouts = { channel: 'telegram', address: '-1009876543210' };
const CENTRE = 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Hưng Yên';
const at = (vietnam: string) => new Date(`${vietnam}:00+07:00`);

/** The whole clock on a SQLite file, at times that the test says. */
class Clock {
  readonly store: SqlStore;
  readonly log: CollectingLog = collectingLog();
  readonly #folder: string;
  readonly #stored = new Map<string, unknown>();
  #now = at('2026-11-18T09:00');

  private constructor(store: SqlStore, folder: string) {
    this.store = store;
    this.#folder = folder;
  }

  static async start(): Promise<Clock> {
    const folder = mkdtempSync(join(tmpdir(), 'hoi-quyen-clock-'));
    const db = openDatabase(`file:${join(folder, 'test.db')}`);
    await migrate(db);
    const vault = new Vault(Buffer.alloc(32, 'khoá để thử'));
    const clock = new Clock(
      new SqlStore(
        db,
        vault,
        idMaker(() => new Date()),
      ),
      folder,
    );
    await clock.within(({ staffGroups }) => staffGroups.link(GROUP, HUNG_YEN, at('2026-11-01T09:00')));
    return clock;
  }

  within<T>(work: (records: Records) => Promise<T>): Promise<T> {
    return this.store.transaction(work);
  }

  set(name: string, value: unknown): void {
    this.#stored.set(name, value);
  }

  needs(): ClockNeeds {
    const settings = () => settingsFrom(this.#stored).settings;
    return {
      store: this.store,
      knowledgeOn: withService(known, settings),
      capabilities: (name) => CAPABILITIES[name],
      settings,
      now: () => this.#now,
      log: this.log,
      onOwed: () => {},
    };
  }

  /** Passed on at a moment, with the due time that the centre's target gives. */
  open(vietnam: string, more: Partial<NewTicket> = {}): Promise<NewTicket> {
    const { targets, workingTime } = this.needs().settings();
    const opening = at(vietnam);
    const due = dueAt(opening, more.province ?? HUNG_YEN, targets, workingTime);
    return this.within((records) => opened(records, { at: opening, dueAt: due, ...more }));
  }

  /** The clock is watched at a moment. @returns What each address reads since. */
  async watch(vietnam: string): Promise<Readonly<Record<string, readonly string[]>>> {
    this.#now = at(vietnam);
    await watchClock(this.needs());
    return this.delivered();
  }

  async delivered(): Promise<Readonly<Record<string, readonly string[]>>> {
    const read: Record<string, string[]> = {};
    for (const channel of ['telegram', 'zalo'] as const) {
      for (;;) {
        const owed = await this.within(({ outbox }) => outbox.take(channel, this.#now, 9));
        for (const { key, address, message } of owed) {
          read[address] = [...(read[address] ?? []), message.text];
          await this.within(({ outbox }) => outbox.markSent(key, key, this.#now));
        }
        if (owed.length === 0) break;
      }
    }
    return read;
  }

  async end(): Promise<void> {
    await this.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

let clock: Clock;
beforeEach(async () => {
  clock = await Clock.start();
});
afterEach(() => clock.end());

describe('a referral that nobody answers', () => {
  it('is reminded of, is late, the person is told, the admin is told; each once', async () => {
    await clock.within(({ staffGroups }) => staffGroups.link(ADMINS, ADMIN_GROUPS, at('2026-11-01T09:00')));
    const { code } = await clock.open('2026-11-18T09:20'); // Wednesday, due on Thursday at 9:20
    const told: Record<string, unknown> = {};
    for (const moment of [
      '2026-11-18T16:49',
      '2026-11-18T16:50',
      '2026-11-18T16:51',
      '2026-11-19T09:19',
      '2026-11-19T09:20',
      '2026-11-19T12:00',
      '2026-11-20T09:19',
      '2026-11-20T09:20',
      '2026-11-20T15:00',
    ]) {
      const read = await clock.watch(moment);
      if (Object.keys(read).length > 0) told[moment] = read;
    }
    expect(told).toEqual({
      // Two working hours before: ten minutes of Wednesday, an hour and fifty minutes of Thursday.
      '2026-11-18T16:50': { [GROUP.address]: [vi.staff.dueSoon(code, '09:20 ngày 19/11/2026', false)] },
      '2026-11-19T09:20': {
        [GROUP.address]: [vi.staff.late(code, false)],
        [LAN.address]: [vi.takesLonger(code, CENTRE, true)],
      },
      '2026-11-20T09:20': {
        [ADMINS.address]: [
          `${vi.staff.lateForAdmins(1)}\n• ${vi.staff.lateTicket(code, 'Hưng Yên', '09:20 ngày 19/11/2026')}`,
        ],
      },
    });
    expect(await clock.within(({ ticketClock }) => ticketClock.countEscalated())).toBe(1);
  });

  it('claimed and silent is no better', async () => {
    const { id, code } = await clock.open('2026-11-18T09:20');
    await clock.within(({ desk }) => desk.claim(id, BINH, at('2026-11-18T10:00')));
    expect(await clock.watch('2026-11-19T07:30')).toEqual({
      [GROUP.address]: [vi.staff.dueSoon(code, '09:20 ngày 19/11/2026', true)],
    });
    expect((await clock.watch('2026-11-19T09:20'))[GROUP.address]).toEqual([vi.staff.late(code, true)]);
  });

  it('an answer in time stops everything', async () => {
    const { id } = await clock.open('2026-11-18T09:20');
    await clock.within(({ tickets }) =>
      tickets.addWords({ ticket: id, by: 'staff', words: 'Chị ghé trung tâm nhé.', at: at('2026-11-19T08:00') }),
    );
    for (const moment of ['2026-11-19T08:30', '2026-11-19T09:30', '2026-11-23T09:30']) {
      expect(await clock.watch(moment)).toEqual({});
    }
  });

  it('the reminder waits for the office to open, and the weekend does not count', async () => {
    const { code } = await clock.open('2026-11-20T08:00'); // Friday; due on Monday at 8:00
    expect(await clock.watch('2026-11-20T15:30')).toEqual({
      [GROUP.address]: [vi.staff.dueSoon(code, '08:00 ngày 23/11/2026', false)],
    });
    const other = await clock.open('2026-11-20T08:45'); // due on Monday at 8:45; reminded on Friday at 16:15
    expect(await clock.watch('2026-11-21T10:00')).toEqual({});
    expect(await clock.watch('2026-11-23T07:30')).toEqual({
      [GROUP.address]: [vi.staff.dueSoon(other.code, '08:45 ngày 23/11/2026', false)],
    });
  });
});

describe('the person', () => {
  it('is not woken: what was found at night is told at seven', async () => {
    const { code } = await clock.open('2026-11-18T09:20');
    expect(await clock.watch('2026-11-19T21:00')).toEqual({ [GROUP.address]: [vi.staff.late(code, false)] });
    expect(await clock.watch('2026-11-20T06:59')).toEqual({});
    expect(await clock.watch('2026-11-20T07:00')).toEqual({ [LAN.address]: [vi.takesLonger(code, CENTRE, true)] });
    expect(await clock.watch('2026-11-20T07:01')).toEqual({});
  });

  it('is not told where they blocked the bot', async () => {
    await clock.open('2026-11-18T09:20', { who: HUNG });
    await clock.within(async ({ conversations }) => {
      await conversations.save(HUNG, await conversations.of(HUNG), at('2026-11-18T09:20'));
      await conversations.markBlocked(HUNG, true, at('2026-11-18T10:00'));
    });
    expect(Object.keys(await clock.watch('2026-11-19T10:00'))).toEqual([GROUP.address]);
  });

  it('of a centre where nobody reads is told so, and whom to call instead', async () => {
    const { code } = await clock.open('2026-11-18T09:20', { province: HA_NOI });
    const { [LAN.address]: told } = await clock.watch('2026-11-19T09:20');
    expect(told).toEqual([vi.takesLonger(code, 'Trung tâm Trợ giúp pháp lý nhà nước thành phố Hà Nội', false)]);
  });

  it('reads where the centre is, where that was checked', async () => {
    clock.set('centre/33', {
      address: 'Số 1 đường Quảng Trường',
      phones: ['0221 3863 111'],
      email: '',
      hours: '',
      note: '',
      source: 'công văn 12/STP',
      verifiedOn: '2026-11-01',
      verifiedBy: 'Hoa',
    });
    await clock.open('2026-11-18T09:20');
    const { [LAN.address]: told } = await clock.watch('2026-11-19T09:20');
    expect(told?.[0]).toContain(`${CENTRE}\nĐịa chỉ: Số 1 đường Quảng Trường\nĐiện thoại: 0221 3863 111`);
  });

  it('keeps their place in the talk', async () => {
    const { id, code } = await clock.open('2026-11-18T09:20');
    const talk = { step: { at: 'with-staff', ticket: id, code, told: true }, menu: [], recent: [] } as const;
    await clock.within(({ conversations }) => conversations.save(LAN, talk, at('2026-11-18T09:20')));
    await clock.watch('2026-11-19T09:20');
    expect(await clock.within(({ conversations }) => conversations.of(LAN))).toEqual(talk);
  });
});

describe('whatever happens in between', () => {
  it('two processes that look at the same moment tell once', async () => {
    await clock.open('2026-11-18T09:20');
    await clock.watch('2026-11-18T09:21');
    const needs = { ...clock.needs(), now: () => at('2026-11-19T09:20') };
    await Promise.all([watchClock(needs), watchClock(needs), watchClock(needs)]);
    const read = await clock.watch('2026-11-19T09:20');
    expect([read[GROUP.address]?.length, read[LAN.address]?.length]).toEqual([1, 1]);
  });

  it('a process that was away tells late what is late, and reminds of nothing that has passed', async () => {
    const { code } = await clock.open('2026-11-18T09:20');
    expect(await clock.watch('2026-11-20T10:00')).toEqual({
      [GROUP.address]: [vi.staff.late(code, false)],
      [LAN.address]: [vi.takesLonger(code, CENTRE, true)],
    });
    expect(await clock.within(({ ticketClock }) => ticketClock.countEscalated())).toBe(1);
  });

  it('a ticket that moves to another centre is timed anew there', async () => {
    const { id, code } = await clock.open('2026-11-18T09:20', { province: HA_NOI });
    await clock.watch('2026-11-19T09:20');
    const moved = at('2026-11-19T10:00');
    const { targets, workingTime } = clock.needs().settings();
    await clock.within(({ desk }) => desk.moveTo(id, HUNG_YEN, moved, dueAt(moved, HUNG_YEN, targets, workingTime)));
    expect(await clock.watch('2026-11-20T09:00')).toEqual({
      [GROUP.address]: [vi.staff.dueSoon(code, '10:00 ngày 20/11/2026', false)],
    });
    expect(await clock.watch('2026-11-20T10:00')).toEqual({
      [GROUP.address]: [vi.staff.late(code, false)],
      [LAN.address]: [vi.takesLonger(code, CENTRE, true)],
    });
  });

  it('a bad day is one post to the admins, and nothing is left out', async () => {
    await clock.within(({ staffGroups }) => staffGroups.link(ADMINS, ADMIN_GROUPS, at('2026-11-01T09:00')));
    for (let nth = 0; nth < 23; nth += 1) await clock.open('2026-11-18T09:20', { province: HA_NOI });
    const { [ADMINS.address]: posts } = await clock.watch('2026-11-20T09:20');
    expect(posts).toHaveLength(1);
    expect(posts?.[0]?.match(/HQ-[2-9A-Z]{4}/g)).toHaveLength(20);
    expect(posts?.[0]).toContain(vi.staff.andMore(3));
  });

  it('more than one look can hold are all told in the end', async () => {
    for (let nth = 0; nth < 55; nth += 1) {
      await clock.open('2026-11-18T09:20', { who: { channel: 'telegram', address: `nguoi-${nth}` }, province: HA_NOI });
    }
    const needs = { ...clock.needs(), now: () => at('2026-11-19T10:00') };
    expect([await watchClock(needs), await watchClock(needs)]).toEqual([true, false]);
    const read = await clock.watch('2026-11-19T10:00');
    expect(Object.keys(read)).toHaveLength(55);
  });

  it('says in the log how many, and nothing else', async () => {
    const { code } = await clock.open('2026-11-18T09:20');
    await clock.watch('2026-11-19T09:20');
    expect(clock.log.lines).toEqual([
      { event: 'the clock was watched', facts: { reminded: 0, alarmed: 1, told: 1, escalated: 0 } },
    ]);
    expect(JSON.stringify(clock.log.lines)).not.toContain(code);
  });
});
