import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { OutdatedMarkRow } from '../moderation/rows.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';
import { answerUrl } from './thread-link.ts';

/** Tells the author that readers are told that their answer may be out of date; not who said so. */
export async function tellOfOutdated(
  work: Work,
  { markId }: Events['answer marked outdated'],
): Promise<void> {
  const mark = await work.trx('outdated_marks').where({ id: markId }).first();
  assert(mark, 'it has just been made');
  const who = WHO[mark.because];
  if (who === undefined) return;
  const answer = await work.trx('answers').where({ id: mark.answer_id }).first();
  const question =
    answer && (await work.trx('questions').where({ id: answer.question_id }).first());
  assert(answer && question, 'what is marked is an answer to a question');
  await tell(work, {
    ...{ kind: 'outdated', memberId: answer.author_id },
    about: { questionId: question.id, answerId: answer.id },
    dedupeKey: `outdated.${String(markId)}`,
    subject: `Your answer may be out of date: ${question.title}`,
    text:
      `${who} that your answer to “${question.title}” no longer works, and readers are told ` +
      'that it may be out of date. If something has changed, edit it, and that goes away. ' +
      'Nothing about your rewards changes.',
    button: { label: 'See your answer', url: answerUrl(work.operator, question, answer.id) },
  });
}

const WHO: Record<OutdatedMarkRow['because'], string | undefined> = {
  staff: 'Our team says',
  trusted: 'A trusted member says',
  members: 'Several members say',
  author: undefined,
};
