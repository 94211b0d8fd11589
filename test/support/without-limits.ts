/** Settings of a program whose limits are not what a test is about: one person is many, and nobody has time. */
export const WITHOUT_LIMITS = {
  TELEGRAM_PER_SECOND: '1000',
  ZALO_PER_SECOND: '1000',
  CHAT_REST_MS: '0',
  PERSON_PER_MINUTE: '100000',
  ADDRESS_PER_MINUTE: '1000000',
} as const;
