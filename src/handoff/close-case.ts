import { askQuestion } from '../forum/ask-question.ts';
import type { Markdown } from '../forum/markdown.ts';
import { postAnswer } from '../forum/post-answer.ts';
import { resolveQuestion } from '../forum/resolve-question.ts';
import type { AnswerRow, QuestionRow } from '../forum/rows.ts';
import { Conflict, Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { holdForStaff } from './hold-case.ts';
import { noteEvent } from './note-event.ts';
import { refuseUnlessRead } from './refuse-unless-read.ts';
import type { CaseId, CaseMessageId, CaseRow } from './rows.ts';

/** What everybody may learn from a case: a question and our answer, without whoever asked. */
export type Summary = { topic: string; title: string; body: string; answer: string };

export type Closing = {
  /** The last message that was read. */
  seen: CaseMessageId | undefined;
  summary?: Summary | undefined;
};

export type Published = { question: QuestionRow; answer: AnswerRow };

/**
 * One of our people closes a case, and may tell everybody what there was to learn: as a question
 * and an answer of the team's own, in their name. What was written meanwhile, or a colleague who
 * closed it, refuses it (409). `markdown` is that of public posts, which masks.
 */
export async function closeCase(
  work: Work,
  markdown: Markdown,
  id: CaseId,
  { seen, summary }: Closing,
): Promise<Published | undefined> {
  const { actor, held } = await holdForStaff(work, id);
  if (held.state === 'closed') throw new Conflict('A colleague has closed it meanwhile.');
  await refuseUnlessRead(work, held, seen);
  if (summary) await refuseIfNamed(work, held, summary);
  const published = summary && (await publish(work, markdown, summary));
  await work
    .trx('cases')
    .where({ id })
    .update({
      ...{ state: 'closed', closed_at: work.at, closed_by: actor.id, due_at: null },
      ...{ moved_at: work.at, waiting_since: work.at },
      ...(published && { summary_question_id: published.question.id }),
    });
  await noteEvent(work, id, { act: 'closed' });
  if (held.state === 'waiting-for-staff') await work.record('case rests', { caseId: id });
  if (held.last_message_at !== null) {
    await work.record('case closed', { caseId: id, memberId: held.member_id });
  }
  await work.record('case handled', { caseId: id, act: 'case-closed' });
  return published;
}

/** A summary is for everybody, so it does not say who asked. */
async function refuseIfNamed({ trx }: Work, { member_id }: CaseRow, summary: Summary) {
  const { name = '' } = (await trx('members').where({ id: member_id }).first('name')) ?? {};
  const named = (['title', 'body', 'answer'] as const).filter((field) =>
    summary[field].split(/[^\p{L}\p{N}-]+/u).includes(name),
  );
  if (named.length === 0) return;
  const why = `This names ${name}. Everybody will read it, so leave the name out.`;
  throw new Invalid(Object.fromEntries(named.map((field) => [field, why])));
}

async function publish(work: Work, markdown: Markdown, summary: Summary): Promise<Published> {
  const { answer: text, ...asked } = summary;
  const question = await askQuestion(work, markdown, asked);
  const answer = await postAnswer(work, markdown, { question: question.id, body: text });
  // Nobody is to be thanked for it, and it must not look as if it still needed an answer.
  await resolveQuestion(work, question.id, 'no-single-answer');
  return { question, answer };
}
