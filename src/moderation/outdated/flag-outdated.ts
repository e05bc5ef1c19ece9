import { countFixesSince } from '../../forum/fixed/read-fixes.ts';
import { holdAnswer, refuseRemoved } from '../../forum/hold.ts';
import type { AnswerId, AnswerRow, QuestionRow } from '../../forum/rows.ts';
import { writingMember } from '../../members/writing-member.ts';
import type { Events } from '../../events.ts';
import { Conflict } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import { openItem } from '../queue/items.ts';
import { areEnough, areManyReaders, listenedSince, wordOf } from './enough.ts';
import { markOutdated } from './mark-outdated.ts';
import { readOutdatedTerms } from './terms.ts';

/**
 * A member says that an answer no longer works, each once while it waits (409). The word of its
 * author, a moderator or a trusted member is enough for readers to be told; others' once they are
 * several, and until then a moderator has a look. What is removed needs none (410).
 */
export async function flagOutdated(
  work: Work,
  { answer: id, note }: { answer: AnswerId; note: string },
): Promise<AnswerRow> {
  const member = writingMember(work);
  const { answer, question } = await holdAnswer(work, id);
  refuseRemoved(question, answer);
  const marked = await work.trx('outdated_marks').where({ answer_id: id, ended_at: null }).first();
  if (marked) throw new Conflict('Readers are told already that it may be out of date.');
  const flag = { answer_id: id, member_id: member.id };
  const said = await work
    .trx('outdated_flags')
    .where({ ...flag, settled_at: null })
    .first();
  if (said) throw new Conflict('You’ve said so already. Somebody has a look.');
  await work.trx('outdated_flags').insert({ ...flag, note, said_at: work.at });
  const because = wordOf(member, answer) ?? (await wordOfSeveral(work, answer));
  if (!because) await queueOutdated(work, { answer, question }, 'said-outdated');
  else {
    await markOutdated(work, id, { because, by: member.id });
    if (because === 'staff') {
      await logAct(work, { act: 'outdated-marked', subject: `answer:${String(id)}`, note });
    }
  }
  return answer;
}

/** Has somebody look where readers say that an answer did not fix it for them, and few that it did. */
export async function heedReaders(
  work: Work,
  { answerId: id }: Events['answer did not help'],
): Promise<void> {
  const terms = await readOutdatedTerms(work.trx);
  const counted = await countFixesSince(work.trx, id, listenedSince(terms, work.at));
  if (!areManyReaders(terms, counted)) return;
  const { answer, question } = await holdAnswer(work, id);
  const waits = { kind: 'outdated', subject_id: id, state: 'waiting' } as const;
  const known =
    (await work.trx('outdated_marks').where({ answer_id: id, ended_at: null }).first()) ??
    (await work.trx('queue_items').where(waits).first());
  if (!known) await queueOutdated(work, { answer, question }, 'readers-say-no');
}

async function wordOfSeveral({ trx, at }: Work, { id, answered_at }: AnswerRow) {
  const flags = await trx('outdated_flags').where({ answer_id: id, settled_at: null });
  const age = at.getTime() - answered_at.getTime();
  return areEnough(await readOutdatedTerms(trx), flags.length, { age })
    ? ('members' as const)
    : undefined;
}

const queueOutdated = (
  work: Work,
  { answer, question }: { answer: AnswerRow; question: QuestionRow },
  reason: string,
) =>
  openItem(work, {
    ...{ kind: 'outdated', subject_id: answer.id, member_id: answer.author_id },
    ...{ question_id: question.id, answer_id: answer.id, risk: 2, reasons: [reason] },
    barred: [answer.author_id],
  });
