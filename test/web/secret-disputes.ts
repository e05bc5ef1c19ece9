import type { MemberRow } from '#src/members/rows.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { decideReport } from '#src/moderation/reports/decide-report.ts';
import { reportPost } from '#src/moderation/reports/report-post.ts';
import { imposeSanction } from '#src/moderation/sanctions/impose-sanction.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import type { Community } from '#test/support/community.ts';
import { aComment, aMember, anAnswer } from '#test/support/make.ts';
import { appealing } from '../moderation/appeals/appealing.ts';

type People = Record<'author' | 'moderator' | 'admin', MemberRow>;

/**
 * Reports of the author's posts, one decided and one waiting, and their appeals against a sanction
 * and a removal, with a word in all that somebody wrote for the team or for one person alone.
 */
export async function disputeThings(
  { owner, perform, now }: Community,
  { author, moderator, admin }: People,
  plantText: (secret: string) => string,
): Promise<void> {
  const reporter = await aMember(owner);
  const { appeal, removalOf, decideOn } = appealing({ perform, db: owner });
  const report = async (note: string) => {
    const comment = await aComment(owner, { author_id: author.id });
    return perform(reporter, (work) =>
      reportPost(work, { comment: comment.id }, { ground: 'rude', note }),
    );
  };
  const decided = await report(plantText('what a reporter wrote'));
  await report(plantText('what a reporter wrote of what waits'));
  const note = plantText('what our team wrote on a report');
  await perform(moderator, (work) =>
    decideReport(work, createMarkdown(), decided.id, {
      ...{ decision: 'dismissed', note, abusive: false },
    }),
  );

  const sanction = await perform(moderator, (work) =>
    imposeSanction(work, author.id, {
      ...{ kind: 'warning', reason: 'rude', note: plantText('what a sanction says') },
      until: new Date(now().getTime() + 86_400_000),
    }),
  );
  const plea = plantText('why somebody appeals against a sanction');
  const opened = await appeal(author, `sanction:${String(sanction.id)}`, plea);
  const words = {
    reason: plantText('what an appeal came to'),
    note: plantText('what our team wrote on an appeal'),
  };
  await decideOn(admin, opened, 'upheld', words);
  const removed = await anAnswer(owner, {
    author_id: author.id,
    body: plantText('a removed answer that is appealed'),
  });
  await perform(moderator, (work) =>
    removePost(work, { answer: removed.id }, { reason: 'rude', note: '' }),
  );
  await appeal(
    author,
    await removalOf(removed),
    plantText('why somebody appeals against a removal'),
  );
}
