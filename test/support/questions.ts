/** Questions whose fate does not depend on small changes of the knowledge. One place to change them. */

/** Answered by the entry on unpaid wages, however it is typed. */
export const WAGES = 'công ty nợ lương hai tháng nay chưa trả, đòi thế nào';
export const WAGES_LAW = 'Điều 97 Bộ luật Lao động 2019';

/** A field of law, not a question: the bot asks back. */
export const VAGUE = 'ly hôn';

/** About law, and nothing the bot knows. */
export const UNKNOWN = 'đốt pháo bông đám cưới xin ở đâu';
export const UNKNOWN_TOO = 'nuôi ong trên sân thượng có bị cấm không';

/** Not about rights. */
export const OUT_OF_SCOPE = 'giá vàng hôm nay';

/** Danger to life. */
export const EMERGENCY = 'chồng đang cầm dao đuổi giết mẹ con tôi';
