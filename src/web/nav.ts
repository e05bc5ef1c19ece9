import { PAIRS_COUNTED } from '../forum/duplicates/read-pairs.ts';
import { COUNTED } from '../moderation/queue/read-queue.ts';

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
  /** Whether there are more than that, which nobody has counted. */
  beyond: boolean;
  /** Whether the count is work that waits for this person. */
  hot: boolean;
};

/** What one goes to daily, side by side, and what stands folded behind it. */
export type Nav = {
  links: readonly NavItem[];
  more: readonly NavItem[];
  /** What unfolds the rest; with the name of the page where one of those is open. */
  moreLabel: string;
};

/** The links under the header: the community's or an area's, and the ways between them. */
export function mainNav({ nav, here, viewer, counts }: Place): Nav {
  const others = (viewer?.areas ?? []).filter((area) => area !== nav);
  const entrances = others.map((area) => ENTRANCES[area]);
  const community = viewer?.steward ? [...COMMUNITY, STEWARDS] : COMMUNITY;
  const own = nav === 'customer' ? community : [HOME_FROM_AREA, ...AREAS[nav].daily];
  const item = (link: Link) => itemOf(link, here, counts);
  const more = nav === 'customer' ? [] : AREAS[nav].more.map(item);
  const open = more.find(({ current }) => current);
  return {
    ...{ links: [...own, ...entrances].map(item), more },
    moreLabel: open ? `More: ${open.label}` : 'More',
  };
}

type CommunityPage =
  'stewards' | 'home' | 'open' | 'topics' | 'guides' | 'status' | 'rewards' | 'ask' | 'you';
type AreaPage =
  | ('audits' | 'cases' | 'personal-data' | 'silent' | 'words' | 'searches')
  | ('governance' | 'log' | 'fraud' | 'staff-reports' | 'appeals')
  | ('agreement' | 'facts' | 'staff-guides' | 'duplicates')
  | ('finance' | 'ledger' | 'reports' | 'approvals' | 'adjustments' | 'rules')
  | ('close' | 'exports')
  | ('members' | 'roles' | 'posting' | 'admin-topics' | 'texts' | 'sanction-texts' | 'settings')
  | ('promise' | 'mails' | 'outdated' | 'unanswered');

type Link = Pick<NavItem, 'key' | 'label' | 'href'>;

/** How much there is to do under a link. */
export type Counts = Partial<
  Record<'open' | 'audits' | 'cases' | 'approvals' | 'duplicates', number | undefined>
>;

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
  { key: 'guides', label: 'Guides', href: '/guides' },
  { key: 'status', label: 'Service status', href: '/status' },
  { key: 'rewards', label: 'How rewards work', href: '/rewards' },
];

const STEWARDS: Link = { key: 'stewards', label: 'Checks', href: '/steward/audits' };

const HOME_FROM_AREA: Link = { key: 'home', label: 'Community', href: '/' };

const AREAS: Record<StaffArea, { daily: readonly Link[]; more: readonly Link[] }> = {
  staff: {
    daily: [
      { key: 'audits', label: 'Audits', href: '/staff/audits' },
      { key: 'cases', label: 'Private cases', href: '/staff/cases' },
      { key: 'staff-reports', label: 'Reports', href: '/staff/reports' },
      { key: 'personal-data', label: 'Personal data', href: '/staff/personal-data' },
      { key: 'fraud', label: 'Fraud', href: '/staff/fraud' },
      { key: 'appeals', label: 'Appeals', href: '/staff/appeals' },
    ],
    more: [
      { key: 'unanswered', label: 'Unanswered', href: '/questions?tab=unanswered' },
      { key: 'silent', label: 'Silent askers', href: '/staff/silent' },
      { key: 'facts', label: 'Official answers', href: '/staff/facts' },
      { key: 'staff-guides', label: 'Guides', href: '/staff/guides' },
      { key: 'duplicates', label: 'Duplicates', href: '/staff/duplicates' },
      { key: 'words', label: 'Word lists', href: '/staff/word-lists' },
      { key: 'searches', label: 'Searches', href: '/staff/searches' },
      { key: 'agreement', label: 'Agreement', href: '/staff/agreement' },
      { key: 'governance', label: 'Governance', href: '/staff/governance' },
      { key: 'log', label: 'Log', href: '/staff/log' },
    ],
  },
  finance: {
    daily: [
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
    more: [],
  },
  admin: {
    daily: [
      { key: 'members', label: 'Members', href: '/admin/members' },
      { key: 'cases', label: 'Private cases', href: '/staff/cases' },
      { key: 'appeals', label: 'Appeals', href: '/staff/appeals' },
      { key: 'roles', label: 'Roles', href: '/admin/roles' },
      { key: 'admin-topics', label: 'Topics', href: '/admin/topics' },
      { key: 'texts', label: 'Texts', href: '/admin/texts' },
      { key: 'settings', label: 'Settings', href: '/admin/settings' },
    ],
    more: [
      { key: 'posting', label: 'Posting', href: '/admin/posting' },
      { key: 'searches', label: 'Searches', href: '/staff/searches' },
      { key: 'mails', label: 'Mails', href: '/admin/mails' },
      { key: 'sanction-texts', label: 'Sanction texts', href: '/admin/sanction-texts' },
      { key: 'agreement', label: 'Agreement', href: '/admin/agreement' },
      { key: 'silent', label: 'Silent askers', href: '/admin/silent' },
      { key: 'outdated', label: 'Outdated answers', href: '/admin/outdated' },
      { key: 'promise', label: 'Private promise', href: '/admin/promise' },
      { key: 'unanswered', label: 'Unanswered questions', href: '/admin/unanswered' },
      { key: 'governance', label: 'Governance', href: '/staff/governance' },
      { key: 'log', label: 'Log', href: '/staff/log' },
    ],
  },
};

const ENTRANCES: Record<StaffArea, Link> = {
  staff: { key: 'audits', label: 'Audits', href: '/staff/audits' },
  finance: { key: 'finance', label: 'Finance', href: '/finance' },
  admin: { key: 'members', label: 'Admin', href: '/admin/members' },
};

function itemOf(link: Link, here: Here, counts: Counts = {}): NavItem {
  const counted = (counts as Partial<Record<Here, number>>)[link.key] ?? 0;
  const most = MOST_COUNTED[link.key] ?? Infinity;
  const beyond = counted > most;
  return {
    ...link,
    current: link.key === here,
    count: (beyond ? most : counted) || undefined,
    beyond,
    hot: ['audits', 'cases', 'approvals'].includes(link.key),
  };
}

/** Where more than this is not counted, one more stands for any number beyond. */
const MOST_COUNTED: Partial<Record<Here, number>> = { audits: COUNTED, duplicates: PAIRS_COUNTED };
