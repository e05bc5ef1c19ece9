import type { MemberRow } from '../../../members/rows.ts';
import type { Tabs } from '../../forum/tabs.ts';
import type { StaffArea } from '../../nav.ts';

/** The part of the house whose links stand above a page that several kinds of staff share. */
export const areaOf = ({ role }: Pick<MemberRow, 'role'>): StaffArea =>
  role === 'admin' || role === 'finance' ? role : 'staff';

export const GOVERNANCE = '/staff/governance';

export const topicHref = (slug: string) => `${GOVERNANCE}/topics/${slug}`;

/** The ways between the pages of the dial. */
export const governanceTabs = (
  current: 'topics' | 'stewards' | 'undertaking' | 'thresholds',
): Tabs => ({
  label: 'Governance',
  links: [
    { href: GOVERNANCE, label: 'Topics', current: current === 'topics' },
    { href: `${GOVERNANCE}/stewards`, label: 'Stewards', current: current === 'stewards' },
    {
      href: `${GOVERNANCE}/undertaking`,
      label: 'Undertaking',
      current: current === 'undertaking',
    },
    { href: `${GOVERNANCE}/settings`, label: 'Thresholds', current: current === 'thresholds' },
  ],
});
