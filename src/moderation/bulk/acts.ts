import type { RemovalRow } from '../../forum/rows.ts';
import type { QueueItemRow, VerdictRow } from '../rows.ts';

/** What can be decided on several items at once. */
export type BulkAct =
  | { act: 'pass' | 'mask' | 'show' | 'dismiss' }
  | { act: 'fail'; reason: NonNullable<VerdictRow['reason']> }
  | { act: 'remove'; reason: RemovalRow['reason'] };

/** Each of them as it is written down and posted, such as fail:copied. */
export const BULK_ACTS = {
  pass: { act: 'pass' },
  'fail:wrong': { act: 'fail', reason: 'wrong' },
  'fail:unsafe': { act: 'fail', reason: 'unsafe' },
  'fail:copied': { act: 'fail', reason: 'copied' },
  'fail:gaming': { act: 'fail', reason: 'gaming' },
  'remove:spam': { act: 'remove', reason: 'spam' },
  'remove:unsafe': { act: 'remove', reason: 'unsafe' },
  'remove:copied': { act: 'remove', reason: 'copied' },
  'remove:rude': { act: 'remove', reason: 'rude' },
  'remove:off-topic': { act: 'remove', reason: 'off-topic' },
  mask: { act: 'mask' },
  show: { act: 'show' },
  dismiss: { act: 'dismiss' },
} as const satisfies Record<string, BulkAct>;

export type BulkCode = keyof typeof BULK_ACTS;

/** The most that can be decided at once. */
export const BULK_MOST = 100;

/** Which kind of item an act is for. */
export const KIND_OF_ACT: Readonly<Record<BulkAct['act'], QueueItemRow['kind']>> = {
  ...{ pass: 'audit', fail: 'audit', remove: 'audit' },
  ...{ mask: 'personal-data', show: 'personal-data', dismiss: 'report' },
};
