import type { Fixes } from '../../forum/fixed/read-fixes.ts';
import type { AnswerId } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import { mayModerate } from '../../forum/permissions.ts';
import type { LiveState } from '../../forum/live/live-state.ts';
import type { Splits } from '../../forum/threads/read-splits.ts';
import type { Outdated } from '../../moderation/outdated/read-outdated.ts';
import type { Wait } from '../../forum/waits/read-wait.ts';
import type { CannedPicker } from '../canned/picker.ts';
import type { Formats } from '../format.ts';
import type { Restored } from './drafts/draft-form.ts';
import type { Outcome } from './question-outcomes.ts';

/** Who looks at a thread, and all that its page needs besides the thread. */
export type Reader = {
  viewer: MemberRow | undefined;
  outcomes: readonly Outcome[];
  /** What an accepted answer earns now, in minor units. */
  worth: bigint;
  /** What readers said of the answers. */
  fixes: ReadonlyMap<AnswerId, Fixes>;
  /** What is said of answers that may no longer hold. */
  outdated: ReadonlyMap<AnswerId, Outdated>;
  /** What came out of the thread, and what it came out of. */
  splits: Splits;
  /** Whose posts are folded for this reader. */
  blocked: ReadonlySet<MemberRow['id']>;
  /** Whether they hear nothing of the thread. */
  muted: boolean;
  formats: Pick<Formats, 'money' | 'day'>;
  /** For our team where they may answer. */
  canned: CannedPicker | undefined;
  /** How far the question is; undefined where it is solved, or where readers cannot see it. */
  live: LiveState | undefined;
  /** Whether they have said that they are writing an answer. */
  writing: boolean;
  /** What their answer begins with: somebody’s words, where they asked to quote some. */
  quote: string;
  /** What could be expected when it was asked; undefined where it waits for nothing. */
  wait: Wait | undefined;
  /** What their answer begins with. */
  restored: Restored;
  /** What this reader typed for an address before signing in. */
  draft: (action: string) => string;
};

/**
 * Whether to draw a button: for whom the command allows it, and for readers who have not signed
 * in if any member may; they are asked to sign in first.
 */
export const isOffered = (
  viewer: MemberRow | undefined,
  may: (viewer: MemberRow) => boolean,
  toAnybody: boolean,
) => (viewer ? may(viewer) : toAnybody);

/** Whether somebody may read what is between an author and the moderators. */
export const isCandidWith = (viewer: MemberRow | undefined, post: { author_id: MemberRow['id'] }) =>
  viewer !== undefined && (viewer.id === post.author_id || mayModerate(viewer));
