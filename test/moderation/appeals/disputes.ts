import assert from 'node:assert/strict';

import type { AnswerRow, CommentRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { reportPost } from '#src/moderation/reports/report-post.ts';
import { imposeSanction } from '#src/moderation/sanctions/impose-sanction.ts';
import type { Domain } from '#test/support/domain.ts';
import { appealing } from './appealing.ts';

type Cast = Record<'asker' | 'helper' | 'bystander' | 'moderator', MemberRow> & {
  removed: AnswerRow;
  comment: CommentRow;
};

/** A report, a sanction and an appeal, each waiting for somebody, and their ids. */
export async function someDisputes(
  where: Pick<Domain, 'perform' | 'db' | 'now'>,
  { asker, helper, bystander, moderator, removed, comment }: Cast,
) {
  const reported = await where.perform(asker, (work) =>
    reportPost(work, { comment: comment.id }, { ground: 'rude', note: 'Not nice.' }),
  );
  const sanction = await where.perform(moderator, (work) =>
    imposeSanction(work, bystander.id, {
      ...{ kind: 'limited', reason: 'spam', note: 'Three adverts.' },
      until: new Date(where.now().getTime() + 7 * 86_400_000),
    }),
  );
  const { appeal, removalOf } = appealing(where);
  const { id } = await appeal(helper, await removalOf(removed));
  assert(id, 'an appeal waits');
  return { reported: reported.id, sanction: sanction.id, appeal: id };
}
