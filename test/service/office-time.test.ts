import { describe, expect, it } from 'vitest';
import { STATE_OFFICE_TIME } from '../../src/base/public-holidays.ts';
import { isWorking } from '../../src/base/working-time.ts';
import { daysFrom, hoursFrom, hoursInWords, USUAL_OFFICE_TIME, workingTimeOf } from '../../src/service/office-time.ts';

const at = (vietnam: string) => new Date(`${vietnam}:00+07:00`);

describe('hours as people type them', () => {
  it.each([
    ['7:30–11:30, 13:00–17:00', '07:30–11:30, 13:00–17:00'],
    ['7h30-11h30; 13h-17h', '07:30–11:30, 13:00–17:00'],
    ['8 đến 12', '08:00–12:00'],
    ['8 đến 12'.normalize('NFD'), '08:00–12:00'],
    ['7.30 - 11.30', '07:30–11:30'],
    ['0:00–24:00', '00:00–24:00'],
    ['', ''],
    ['  ', ''],
  ])('%s', (typed, read) => {
    expect(hoursInWords(hoursFrom(typed) ?? [{ from: 'không', to: 'đọc được' }])).toBe(read);
  });

  it.each(['sáng', '8', '12:00–8:00', '8:00–12:00, 11:00–17:00', '8:70–12:00', '25:00–26:00', '8–12 và 13–17'])(
    'refuses %s',
    (typed) => {
      expect(hoursFrom(typed)).toBeUndefined();
    },
  );
});

describe('days as people type them', () => {
  it('one in a line, with or without a name', () => {
    expect(daysFrom('4/2/2027 Nghỉ Tết thêm\n\n 03-09-2027: Nghỉ liền Quốc khánh \n1.9.2027')).toEqual({
      ok: true,
      days: [
        { day: '2027-02-04', name: 'Nghỉ Tết thêm' },
        { day: '2027-09-03', name: 'Nghỉ liền Quốc khánh' },
        { day: '2027-09-01', name: '' },
      ],
    });
  });

  it.each(['30/2/2027 Tết', '2027-02-04', 'mùng 4 Tết', '4/2 Tết'])('names the line that is no day: %s', (line) => {
    expect(daysFrom(`1/9/2027\n${line}`)).toEqual({ ok: false, line });
  });
});

describe('the working time that comes of it', () => {
  it('is that of a state office where nothing is set', () => {
    expect(workingTimeOf(USUAL_OFFICE_TIME)).toEqual(STATE_OFFICE_TIME);
  });

  it.each([
    ['a day that was added', { closed: [{ day: '2027-02-04', name: 'Nghỉ Tết thêm' }] }, '2027-02-04T09:00', false],
    ['the day before it', { closed: [{ day: '2027-02-04', name: 'Nghỉ Tết thêm' }] }, '2027-02-03T09:00', true],
    ['a public holiday', {}, '2027-04-30T09:00', false],
    ['a holiday that is worked', { worked: ['2027-04-30'] }, '2027-04-30T09:00', true],
    // 1/5/2027 is a Saturday, so Monday 3/5 is off in lieu.
    ['a day in lieu', {}, '2027-05-03T09:00', false],
    ['a day in lieu that is worked', { worked: ['2027-05-03'] }, '2027-05-03T09:00', true],
    ['the day in lieu of a holiday that is worked', { worked: ['2027-05-01'] }, '2027-05-03T09:00', true],
    ['a Saturday', {}, '2027-05-08T09:00', false],
    ['a Saturday worked in exchange', { exchanged: ['2027-05-08'] }, '2027-05-08T09:00', true],
    [
      'both at once: closed wins',
      { exchanged: ['2027-05-08'], closed: [{ day: '2027-05-08', name: 'nghỉ' }] },
      '2027-05-08T09:00',
      false,
    ],
  ])('%s', (_, change, moment, works) => {
    expect(isWorking(at(moment), workingTimeOf({ ...USUAL_OFFICE_TIME, ...change }))).toBe(works);
  });
});
