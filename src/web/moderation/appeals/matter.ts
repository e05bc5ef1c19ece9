import type { Knex } from 'knex';

import { findComment } from '../../../forum/find-posts.ts';
import {
  readAnswerVersions,
  readQuestionVersions,
  type Version,
} from '../../../forum/read-versions.ts';
import type { MemberId, MemberRow } from '../../../members/rows.ts';
import type { AppealableDecision } from '../../../moderation/appeals/decisions.ts';
import { readSanctions, type Sanction } from '../../../moderation/sanctions/sanction.ts';
import type { RewardRow } from '../../../rewards/rows.ts';

/** What an appeal is about: the post with its versions and its rewards, or the sanctions. */
export type Matter = {
  body_html: string | undefined;
  versions: readonly Version[];
  rewards: readonly Pick<
    RewardRow,
    'state' | 'amount_minor' | 'currency' | 'made_at' | 'because'
  >[];
  sanctions: readonly Sanction[];
};

/** Whoever decides reads what a moderator does: what was taken down, and as it was typed. */
export async function readMatter(
  db: Knex,
  against: AppealableDecision,
  reviewer: MemberRow,
): Promise<Matter> {
  const viewer = { ...reviewer, role: 'moderator' } as const;
  const { kind, question_id, answer_id, comment_id, appellants } = against;
  const sanctions = kind === 'sanction' ? await readSanctions(db, appellants[0] as MemberId) : [];
  const none = { body_html: undefined, versions: [], rewards: [], sanctions };
  if (comment_id !== null) {
    const { comment } = await findComment(db, comment_id, viewer);
    return { ...none, body_html: comment.body_html };
  }
  if (answer_id !== null) {
    const { answer, versions } = await readAnswerVersions(db, answer_id, viewer);
    const rewards = await db('rewards')
      .whereIn('acceptance_id', db('acceptances').where({ answer_id }).select('id'))
      .orderBy('id')
      .select('state', 'amount_minor', 'currency', 'made_at', 'because');
    return { ...none, body_html: answer.body_html, versions, rewards };
  }
  if (question_id === null) return none;
  const { question, versions } = await readQuestionVersions(db, question_id, viewer);
  return { ...none, body_html: question.body_html, versions };
}
