import { describe, expect, it } from 'vitest';
import { isWorking } from '../../src/base/working-time.ts';
import { settingsFrom, USUAL_SETTINGS } from '../../src/service/service-settings.ts';
import { isOff } from '../../src/service/switches.ts';

/** As the store gives it back: what was JSON is a value again. */
const read = (stored: Readonly<Record<string, unknown>>) =>
  settingsFrom(new Map(Object.entries(JSON.parse(JSON.stringify(stored)) as Record<string, unknown>)));

const DAYS = { 1: [{ from: '08:00', to: '12:00' }], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
const CONTACT = { address: 'Số 1', phones: [], email: '', hours: '', note: '', source: 'công văn', verifiedBy: 'Hoa' };
const HOTLINE = { number: '1900 1', name: 'n', hours: '', cost: '', off: false, source: 's', verifiedOn: '2026-11-01' };

describe('what admins set, as it is stored', () => {
  it('is what is usual where nothing is set', () => {
    expect(read({})).toEqual({ settings: USUAL_SETTINGS, faults: [] });
  });

  it('reads each value', () => {
    const { settings, faults } = read({
      switches: { 'channel-zalo': { reason: 'Zalo đổi mã', since: '2026-11-20T02:00:00.000Z', by: 'tk-1' } },
      'working-time': { days: DAYS, closed: [], worked: [], exchanged: [] },
      targets: { answerDays: 2, answerDaysOf: { '33': 1 }, remindHours: 1.5, escalateDays: 2 },
      'centre/33': { ...CONTACT, verifiedOn: '2026-11-01' },
      'centre/01': CONTACT,
      'hotline/ngoi-nha-binh-yen': { ...HOTLINE, number: '1900 969 680' },
      wording: { rated: 'Cảm ơn bạn.' },
    });
    expect(faults).toEqual([]);
    expect(settings.switches['channel-zalo']?.since).toEqual(new Date('2026-11-20T02:00:00.000Z'));
    expect(['zalo', 'telegram', 'terminal'].map((channel) => isOff(channel, settings.switches))).toEqual([
      true,
      false,
      false,
    ]);
    expect(isWorking(new Date('2026-11-23T09:00:00+07:00'), settings.workingTime)).toBe(true);
    expect(isWorking(new Date('2026-11-23T14:00:00+07:00'), settings.workingTime)).toBe(false);
    expect(settings.targets.answerDaysOf).toEqual({ '33': 1 });
    expect([...settings.centres.keys()]).toEqual(['33', '01']);
    expect(settings.hotlines.get('ngoi-nha-binh-yen')?.number).toBe('1900 969 680');
    expect(settings.texts.get('rated')).toBe('Cảm ơn bạn.');
  });

  it.each([
    ['switches', { 'channel-zalo': { reason: '', since: '2026-11-20T02:00:00.000Z', by: 'tk-1' } }],
    ['switches', { 'moi-thu': { reason: 'thử', since: '2026-11-20T02:00:00.000Z', by: 'tk-1' } }],
    ['switches', 'hỏng'],
    ['working-time', { days: { ...DAYS, 1: [] }, closed: [], worked: [], exchanged: [] }],
    ['working-time', { days: DAYS, closed: [{ day: '2027-02-30', name: 'x' }], worked: [], exchanged: [] }],
    ['targets', { answerDays: 0, answerDaysOf: {}, remindHours: 2, escalateDays: 1 }],
    ['centre/33', { address: 1 }],
    ['hotline/111', { ...HOTLINE, number: 'gọi công an' }],
    ['wording', ['chào']],
  ])('a value of %s that cannot be read is told, and the usual one stands: %o', (name, value) => {
    expect(read({ [name]: value })).toEqual({ settings: USUAL_SETTINGS, faults: [{ name }] });
  });

  it('one broken value leaves the others alone', () => {
    const { settings, faults } = read({ targets: 'hỏng', wording: { rated: 'Cảm ơn.', closed: 'mất mã' } });
    expect(settings.texts.get('rated')).toBe('Cảm ơn.');
    expect(faults).toEqual([{ name: 'targets' }, { name: 'wording/closed' }]);
  });

  it('what was set can be taken back', () => {
    expect(read({ targets: null, 'hotline/ngoi-nha-binh-yen': null })).toEqual({
      settings: USUAL_SETTINGS,
      faults: [],
    });
  });

  it('does not trip over names of others', () => {
    expect(read({ 'something-else': 1 })).toEqual({ settings: USUAL_SETTINGS, faults: [] });
  });
});
