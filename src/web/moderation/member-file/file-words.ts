import type { FileRecord } from '../../../moderation/member-file/read-record.ts';
import type { RewardRow } from '../../../rewards/rows.ts';
import type { SanctionRow } from '../../../moderation/rows.ts';
import type { LinkedMember } from '../../../trust/risk/links-of.ts';

/** Where rewards are, without what they are. */
export const REWARD_STATES: Record<RewardRow['state'], string> = {
  waiting: 'waiting for a budget',
  held: 'being checked',
  released: 'paid',
  voided: 'not paid',
  'clawed-back': 'taken back',
  refused: 'refused by the rules',
};

export const SANCTION_KINDS: Record<SanctionRow['kind'], string> = {
  ...{ warning: 'Warning', limited: 'Limited', suspended: 'Suspended', closed: 'Closed' },
};

export const REPORT_ENDS: Record<NonNullable<FileRecord['reported'][number]['word']>, string> = {
  removed: 'removed',
  masked: 'masked',
  warned: 'led to a warning',
  dismissed: 'dismissed',
};

export const FINDING_STATES: Record<FileRecord['findings'][number]['word'], string> = {
  waiting: 'waiting',
  masked: 'hidden',
  shown: 'found harmless',
};

export const LINK_WORDS: Record<LinkedMember['kind'], string> = {
  device: 'Both have used the same device',
  number: 'Both have verified the same phone number',
};

export const FRAUD_STATES: Record<FileRecord['fraud'][number]['state'], string> = {
  ...{ open: 'open', harmless: 'found harmless', confirmed: 'confirmed' },
};
