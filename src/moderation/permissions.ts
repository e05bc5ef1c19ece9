import { mayModerate } from '../forum/permissions.ts';
import type { PostRow } from '../forum/posts.ts';
import type { AcceptanceRow } from '../forum/rows.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';

/** Nobody audits what they wrote, asked for or accepted. */
export const isRecused = (
  actor: MemberRow,
  acceptance: Pick<AcceptanceRow, 'author_id' | 'asker_id' | 'accepted_by'>,
) => [acceptance.author_id, acceptance.asker_id, acceptance.accepted_by].includes(actor.id);

export const mayAudit = (
  actor: MemberRow,
  acceptance: Pick<AcceptanceRow, 'author_id' | 'asker_id' | 'accepted_by'>,
) => mayModerate(actor) && !isRecused(actor, acceptance);

/** Nobody decides what readers see of their own post. */
export const mayDecideFinding = (actor: MemberRow, post: Pick<PostRow, 'author_id'>) =>
  mayModerate(actor) && actor.id !== post.author_id;

/** Nobody reads or decides a case that they are in. */
export const mayDecideCase = (actor: MemberRow, members: readonly MemberId[]) =>
  mayModerate(actor) && !members.includes(actor.id);
