import type { QueueItemRow } from '../../../moderation/rows.ts';

export type QueueKind = QueueItemRow['kind'];

type KindWords = {
  /** One of them, where there is no title to name it by. */
  one: string;
  /** All of them, as a tab. */
  many: string;
  /** Where one is read and decided. */
  href: (subjectId: number) => string;
};

/** Everything that waits in the queue, in the order of its tabs: a new kind is a new line here. */
export const KINDS: Record<QueueKind, KindWords> = {
  audit: { one: 'Answer to check', many: 'Answers', href: at('/staff/audits') },
  report: { one: 'Report', many: 'Reports', href: at('/staff/reports') },
  'first-post': { one: 'First post', many: 'First posts', href: at('/staff/first-posts') },
  'personal-data': {
    one: 'Personal data',
    many: 'Personal data',
    href: at('/staff/personal-data'),
  },
  spam: { one: 'Suspected spam', many: 'Spam', href: at('/staff/spam') },
  fraud: { one: 'Suspected fraud', many: 'Fraud', href: at('/staff/fraud') },
  case: { one: 'Private case', many: 'Private cases', href: at('/staff/cases') },
  'steward-decision': {
    ...{ one: 'A decision of stewards', many: 'Stewards’ decisions' },
    href: at('/staff/governance/reviews'),
  },
  unanswered: {
    ...{ one: 'Unanswered question', many: 'Unanswered', href: at('/staff/unanswered') },
  },
  outdated: { one: 'Answer that may be out of date', many: 'Out of date', href: at('/a') },
  guide: { one: 'Guide to check', many: 'Guides', href: at('/staff/guides') },
  appeal: { one: 'Appeal', many: 'Appeals', href: at('/staff/appeals') },
};

/** The kind of that name, if there is one. */
export const kindFrom = (text: string | undefined): QueueKind | undefined =>
  (Object.keys(KINDS) as QueueKind[]).find((kind) => kind === text);

function at(path: string): KindWords['href'] {
  return (id) => `${path}/${String(id)}`;
}
