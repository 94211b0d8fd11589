import type { Records } from '../ports/store.ts';
import type { ProvinceCode } from '../referral/legal-aid-centre.ts';

/** Where somebody reads what is passed on: a group is linked, or somebody can sign in to the console. */
export async function receivingCentres({
  staffGroups,
  desk,
}: Pick<Records, 'staffGroups' | 'desk'>): Promise<(province: ProvinceCode) => boolean> {
  const receiving = new Set([...(await staffGroups.linkedProvinces()), ...(await desk.staffedProvinces())]);
  return (province) => receiving.has(province);
}
