import type { ProvinceCode } from '../referral/legal-aid-centre.ts';

/** How long one first answer took. Nothing in it leads to a ticket or a person. */
export interface FirstAnswerTime {
  readonly openedAt: Date;
  readonly answeredAt: Date;
  readonly dueAt: Date;
}

/** Messages in one state, of those that were written in a period. */
export interface MessageCount {
  readonly state: 'sent' | 'waiting' | 'given-up';
  /** Why it was given up, as `flow/deliver.ts` noted it. */
  readonly reason: string | undefined;
  readonly n: number;
}

/** What the dashboard and the report measure in tickets and messages: times and sums, never whose. */
export interface Measures {
  /** First answers given from `from` to before `to`, where one was due. `province`: of that centre alone. */
  firstAnswers(from: Date, to: Date, province?: ProvinceCode): Promise<readonly FirstAnswerTime[]>;
  /** Referrals whose first answer was due at a moment and had not come, and which were still open. */
  countOverdue(at: Date, province?: ProvinceCode): Promise<number>;
  /** Messages to people that were written from `from` to before `to`; posts to the groups of staff are not among them. */
  messages(from: Date, to: Date): Promise<readonly MessageCount[]>;
}
