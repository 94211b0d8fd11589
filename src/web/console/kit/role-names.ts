import type { Role } from '../../../accounts/account.ts';
import type { InBoth } from './words.ts';

/** The roles as people call them. */
export const ROLE_NAMES: InBoth<Readonly<Record<Role, string>>> = {
  vi: {
    staff: 'Cán bộ trung tâm',
    curator: 'Người biên soạn',
    reviewer: 'Người duyệt',
    admin: 'Người quản trị',
  },
  en: { staff: 'Staff of a centre', curator: 'Curator', reviewer: 'Reviewer', admin: 'Admin' },
};
