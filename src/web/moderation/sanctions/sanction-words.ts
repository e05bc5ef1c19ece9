import type { SanctionRow } from '../../../moderation/rows.ts';

/** The steps of the ladder. */
export const KIND_NAMES: Record<SanctionRow['kind'], string> = {
  warning: 'Warning',
  limited: 'Limited',
  suspended: 'Suspended',
  closed: 'Closed',
};

/** What each of them means, for the member. */
export const KIND_MEANS: Record<SanctionRow['kind'], string> = {
  warning: 'Nothing else changes for you.',
  limited: 'Your posts wait until our team has read them, and you earn nothing meanwhile.',
  suspended: 'You can read, appeal and ask our team privately. You earn nothing meanwhile.',
  closed: 'You can read, appeal and ask our team privately, and not earn any more.',
};
