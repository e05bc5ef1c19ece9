import type { Knex } from 'knex';

import type { QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';
import type { Perform, Work } from '../work.ts';
import { inHundreds } from './in-hundreds.ts';
import { tell } from './tell.ts';
import { questionUrl } from './thread-link.ts';

/** A new question is told to whoever follows its topic by a job, for they may be many. */
export const tellOfQuestion = (
  work: Work,
  { questionId }: { questionId: QuestionId },
): Promise<void> => work.enqueue('tell-topic-followers', { questionId });

/**
 * Tells everybody who follows the topic of a question of it, but whoever asked it and whoever has
 * blocked them; nobody while readers do not see it. Can be called twice: each is told once.
 */
export async function tellTopicFollowers(
  db: Knex,
  perform: Perform,
  { questionId }: { questionId: QuestionId },
): Promise<void> {
  const question = await db('questions').where({ id: questionId }).first('topic_id');
  if (!question) return;
  const { topic_id } = question;
  await inHundreds(
    (after, limit) =>
      db('topic_follows')
        .where({ topic_id })
        .where('member_id', '>', after)
        .orderBy('member_id')
        .limit(limit)
        .pluck('member_id'),
    (members) => perform('system', (work) => tellSome(work, questionId, members)),
  );
}

async function tellSome(work: Work, questionId: QuestionId, members: readonly MemberId[]) {
  const question = await work.trx('questions').where({ id: questionId }).first();
  if (!question || question.removed_at !== null || question.merged_into !== null) return;
  const topic = await work.trx('topics').where({ id: question.topic_id }).first('name');
  for (const memberId of members) {
    await tell(work, {
      ...{ kind: 'topic-question', memberId, by: question.author_id },
      dedupeKey: `topic-question.${String(questionId)}.${String(memberId)}`,
      about: { questionId },
      subject: `New in ${topic?.name ?? 'a topic'}: ${question.title}`,
      text: `You follow ${topic?.name ?? 'a topic'}. Somebody asked “${question.title}”.`,
      button: { label: 'Read the question', url: questionUrl(work.operator, question) },
    });
  }
}
