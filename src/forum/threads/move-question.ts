import { Conflict, found, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { holdQuestion, refuseRemoved } from '../hold.ts';
import { mayAskIn, mayModerate } from '../permissions.ts';
import type { QuestionId, TopicRow } from '../rows.ts';
import { refreshSearch } from '../search/search-document.ts';
import { endPins } from './pin-question.ts';

/**
 * A moderator moves a question to the topic that it is about, and out of what was pinned in the
 * other. Refuses an archived topic and the one that it is in (409). Says which two they are.
 */
export async function moveQuestion(
  work: Work,
  id: QuestionId,
  slug: string,
): Promise<{ from: TopicRow; to: TopicRow }> {
  if (!mayModerate(actingMember(work))) throw new NotAllowed('Only moderators can move questions.');
  const question = await holdQuestion(work, id);
  refuseRemoved(question);
  const to = found(await work.trx('topics').where({ slug }).first(), 'topic');
  const from = found(await work.trx('topics').where({ id: question.topic_id }).first(), 'topic');
  if (to.id === from.id) throw new Conflict(`It is in ${to.name} already.`);
  if (!mayAskIn(to)) throw new Conflict(`${to.name} takes no questions any more.`);
  await work.trx('questions').where({ id }).update({ topic_id: to.id });
  await endPins(work, { question_id: id, topic_id: from.id });
  await refreshSearch(work, id);
  // Last and in one statement, because everybody who asks in either waits for these rows.
  await work.trx.raw(
    `with held as (select id from topics where id in (:from, :to) order by id for update)
     update topics t set question_count = question_count + case t.id when :to then 1 else -1 end
       from held where t.id = held.id`,
    { from: from.id, to: to.id },
  );
  return { from, to };
}
