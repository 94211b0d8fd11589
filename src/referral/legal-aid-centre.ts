import type { Day } from '../base/days.ts';

/** Two-digit code of a province or city after the mergers of 1 July 2025, for example `"01"` for Hà Nội. */
export type ProvinceCode = string;

/** One of the 34 provinces and cities (Resolution 202/2025/QH15). */
export interface Province {
  readonly code: ProvinceCode;
  /** `Tỉnh Hưng Yên`. */
  readonly name: string;
  readonly shortName: string;
  /** Names of the units that were merged into it, itself included. */
  readonly formerNames: readonly string[];
  /** Other names and towns that point to it alone. */
  readonly aliases: readonly string[];
  /** Short forms that may point to several provinces: `BD`, `TN`. */
  readonly weakAliases: readonly string[];
}

/** A State Legal Aid Centre (Luật Trợ giúp pháp lý 2017, Điều 11): one in each province, under its Department of Justice. */
export interface LegalAidCentre {
  readonly province: ProvinceCode;
  readonly name: string;
  /** Only where somebody checked it lately: nobody is sent to a wrong address. */
  readonly contact?: CheckedContact | undefined;
}

/** How a centre is reached. What is not known is empty. */
export interface CheckedContact {
  readonly address: string;
  /** As they are dialled. */
  readonly phones: readonly string[];
  readonly email: string;
  /** When somebody is there, in words. */
  readonly hours: string;
  readonly checkedOn: Day;
}
