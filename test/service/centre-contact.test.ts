import { expect, it } from 'vitest';
import { checkedContact, contactState, monthsLater, UNKNOWN_CONTACT } from '../../src/service/centre-contact.ts';

const CONTACT = {
  ...UNKNOWN_CONTACT,
  address: 'Số 1 đường Quảng Trường, phường Phố Hiến, tỉnh Hưng Yên',
  phones: ['0221 3863 111'],
  note: 'gặp chị Hà, phòng 2',
  source: 'Sở Tư pháp Hưng Yên, công văn 12/STP',
  verifiedOn: '2026-06-15',
  verifiedBy: 'Trần Thị Hoa',
};

it.each([
  ['checked within six months', CONTACT, '2026-12-15', 'sure'],
  ['six months and a day ago', CONTACT, '2026-12-16', 'old'],
  ['to be checked tomorrow', CONTACT, '2026-06-14', 'unverified'],
  ['nobody checked it', { ...CONTACT, verifiedOn: undefined }, '2026-06-20', 'unverified'],
  ['nobody says where it comes from', { ...CONTACT, source: '' }, '2026-06-20', 'unverified'],
  ['neither address nor number', { ...CONTACT, address: '', phones: [] }, '2026-06-20', 'none'],
  ['a number is enough', { ...CONTACT, address: '' }, '2026-06-20', 'sure'],
  ['nothing is stored', undefined, '2026-06-20', 'none'],
] as const)('a contact, %s', (_, contact, today, state) => {
  expect(contactState(contact, today)).toBe(state);
  expect(checkedContact(contact, today) !== undefined).toBe(state === 'sure');
});

it('what people read holds no note for colleagues and nobody’s name', () => {
  expect(checkedContact(CONTACT, '2026-07-01')).toEqual({
    address: CONTACT.address,
    phones: CONTACT.phones,
    email: '',
    hours: '',
    checkedOn: '2026-06-15',
  });
});

it.each([
  ['2026-06-15', 6, '2026-12-15'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-01', 1, '2027-01-01'],
])('%s and %i months is %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later);
});
