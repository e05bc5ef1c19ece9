/** The parts of the house for staff: moderators, finance, admins. */
export type StaffArea = 'staff' | 'finance' | 'admin';

/** What can be marked as the page one is on. `elsewhere` marks nothing. */
export type Here = CommunityPage | AreaPage | 'elsewhere';

export type NavItem = {
  key: Here;
  label: string;
  href: string;
  current: boolean;
  /** Never nought. */
  count: number | undefined;
  /** Whether the count is work that waits for this person. */
  hot: boolean;
};

/** The links under the header: the community's or an area's, and the ways between them. */
export function mainNav({ nav, here, viewer, counts }: Place): NavItem[] {
  const others = (viewer?.areas ?? []).filter((area) => area !== nav);
  const entrances = others.map((area) => ENTRANCES[area]);
  const community = viewer?.steward ? [...COMMUNITY, STEWARDS] : COMMUNITY;
  const own = nav === 'customer' ? community : [HOME_FROM_AREA, ...AREAS[nav]];
  return [...own, ...entrances].map((link) => ({
    ...link,
    current: link.key === here,
    count: countOf(link.key, counts),
    hot: ['audits', 'cases', 'approvals'].includes(link.key),
  }));
}

type CommunityPage = 'stewards' | 'home' | 'open' | 'topics' | 'status' | 'rewards' | 'ask' | 'you';
type AreaPage =
  | ('audits' | 'cases' | 'personal-data' | 'silent' | 'words')
  | ('governance' | 'log' | 'fraud' | 'staff-reports' | 'appeals')
  | ('agreement' | 'facts')
  | ('finance' | 'ledger' | 'reports' | 'approvals' | 'adjustments' | 'rules')
  | ('close' | 'exports')
  | ('members' | 'roles' | 'posting' | 'admin-topics' | 'texts' | 'sanction-texts' | 'settings')
  | 'promise';

type Link = Pick<NavItem, 'key' | 'label' | 'href'>;

/** How much there is to do under a link. */
export type Counts = Partial<Record<'open' | 'audits' | 'cases' | 'approvals', number | undefined>>;

type Place = {
  nav: 'customer' | StaffArea;
  here: Here;
  viewer?: { areas: readonly StaffArea[]; steward?: boolean | undefined } | undefined;
  counts?: Counts | undefined;
};

const COMMUNITY: readonly Link[] = [
  { key: 'home', label: 'Home', href: '/' },
  { key: 'open', label: 'Needs an answer', href: '/questions?tab=open' },
  { key: 'topics', label: 'Topics', href: '/topics' },
  { key: 'status', label: 'Service status', href: '/status' },
  { key: 'rewards', label: 'How rewards work', href: '/rewards' },
];

const STEWARDS: Link = { key: 'stewards', label: 'Checks', href: '/steward/audits' };

const HOME_FROM_AREA: Link = { key: 'home', label: 'Community', href: '/' };

const AREAS: Record<StaffArea, readonly Link[]> = {
  staff: [
    { key: 'audits', label: 'Audits', href: '/staff/audits' },
    { key: 'cases', label: 'Private cases', href: '/staff/cases' },
    { key: 'personal-data', label: 'Personal data', href: '/staff/personal-data' },
    { key: 'governance', label: 'Governance', href: '/staff/governance' },
    { key: 'log', label: 'Log', href: '/staff/log' },
    { key: 'words', label: 'Word lists', href: '/staff/word-lists' },
    { key: 'silent', label: 'Silent askers', href: '/staff/silent' },
    { key: 'fraud', label: 'Fraud', href: '/staff/fraud' },
    { key: 'staff-reports', label: 'Reports', href: '/staff/reports' },
    { key: 'appeals', label: 'Appeals', href: '/staff/appeals' },
    { key: 'agreement', label: 'Agreement', href: '/staff/agreement' },
    { key: 'facts', label: 'Official answers', href: '/staff/facts' },
  ],
  finance: [
    { key: 'finance', label: 'Dashboard', href: '/finance' },
    { key: 'ledger', label: 'Ledger', href: '/finance/ledger' },
    { key: 'reports', label: 'Reports', href: '/finance/as-of' },
    { key: 'approvals', label: 'Approvals', href: '/finance/approvals' },
    { key: 'adjustments', label: 'Adjustments', href: '/finance/adjustments' },
    { key: 'rules', label: 'Reward rules', href: '/finance/rules' },
    { key: 'close', label: 'Month close', href: '/finance/close' },
    { key: 'exports', label: 'Exports', href: '/finance/exports' },
    { key: 'log', label: 'Moderation log', href: '/staff/log' },
  ],
  admin: [
    { key: 'members', label: 'Members', href: '/admin/members' },
    { key: 'cases', label: 'Private cases', href: '/staff/cases' },
    { key: 'appeals', label: 'Appeals', href: '/staff/appeals' },
    { key: 'roles', label: 'Roles', href: '/admin/roles' },
    { key: 'admin-topics', label: 'Topics', href: '/admin/topics' },
    { key: 'posting', label: 'Posting', href: '/admin/posting' },
    { key: 'texts', label: 'Texts', href: '/admin/texts' },
    { key: 'sanction-texts', label: 'Sanction texts', href: '/admin/sanction-texts' },
    { key: 'agreement', label: 'Agreement', href: '/admin/agreement' },
    { key: 'silent', label: 'Silent askers', href: '/admin/silent' },
    { key: 'promise', label: 'Private promise', href: '/admin/promise' },
    { key: 'settings', label: 'Settings', href: '/admin/settings' },
    { key: 'governance', label: 'Governance', href: '/staff/governance' },
    { key: 'log', label: 'Log', href: '/staff/log' },
  ],
};

const ENTRANCES: Record<StaffArea, Link> = {
  staff: { key: 'audits', label: 'Audits', href: '/staff/audits' },
  finance: { key: 'finance', label: 'Finance', href: '/finance' },
  admin: { key: 'members', label: 'Admin', href: '/admin/members' },
};

function countOf(key: Here, counts: Counts = {}): number | undefined {
  return (counts as Partial<Record<Here, number>>)[key] || undefined;
}
