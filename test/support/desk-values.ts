import type { AccountId, ReferralCode, TicketId } from '../../src/base/ids.ts';
import type { StaffMember } from '../../src/ports/desk.ts';
import type { NewTicket, Records, Whereabouts } from '../../src/ports/store.ts';

/** Nine o'clock in Vietnam. */
export const NINE = new Date('2026-11-21T02:00:00.000Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const later = (ms: number): Date => new Date(NINE.getTime() + ms);

export const HUNG_YEN = '33';
export const HA_NOI = '01';
export const LAN: Whereabouts = { channel: 'telegram', address: '5012345678' };
export const HUNG: Whereabouts = { channel: 'zalo', address: '6ede9afa66b88fe6d6a9' };

export const HOA: StaffMember = { id: 'hoa' as AccountId, name: 'Phạm Thị Hoa', province: HUNG_YEN };
export const BINH: StaffMember = { id: 'binh' as AccountId, name: 'Trần Văn Bình', province: HUNG_YEN };
export const MAI: StaffMember = { id: 'mai' as AccountId, name: 'Đỗ Mai', province: HA_NOI };

let tickets = 0;

/** A new ticket at the centre of Hưng Yên; a test says only what it is about. Each has its own id and code. */
function aNewTicket(more: Partial<NewTicket> = {}): NewTicket {
  tickets += 1;
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const code = [27_000, 900, 30, 1].map((place) => letters[Math.floor(tickets / place) % 30]).join('');
  return {
    id: `t${String(tickets).padStart(6, '0')}` as TicketId,
    code: `HQ-${code}` as ReferralCode,
    who: LAN,
    province: HUNG_YEN,
    lines: ['Chồng tui nhậu về là đánh', 'tui ở Đông Hưng'],
    consent: 'Tôi đồng ý chuyển các dòng trên tới trung tâm.',
    at: NINE,
    day: '2026-11-21',
    ...more,
  };
}

/** Opens a ticket. @returns What it was opened with. */
export async function opened({ tickets: kept }: Records, more: Partial<NewTicket> = {}): Promise<NewTicket> {
  const ticket = aNewTicket(more);
  await kept.open(ticket);
  return ticket;
}
