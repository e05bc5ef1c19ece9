import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import { holdBack } from '../../forum/hold-back.ts';
import { isStaff } from '../../forum/permissions.ts';
import type { PostRef } from '../../forum/posts.ts';
import type { MemberRow } from '../../members/rows.ts';
import { Invalid } from '../../refusals.ts';
import { actorId, type Work } from '../../work.ts';
import { readTyped, type Typed } from '../personal-data/read-typed.ts';
import { refuseBeyondLimits } from './limits.ts';
import { linksIn } from './links.ts';
import { openSuspicion } from './suspicions.ts';
import { suspect } from './suspect.ts';
import { findListed } from './word-lists.ts';

/** Screens a question that was just asked. */
export const screenQuestion = (work: Work, { questionId }: Events['question asked']) =>
  screen(work, { question: questionId }, 'new');

/** Screens an answer that was just posted. */
export const screenAnswer = (work: Work, { answerId }: Events['answer posted']) =>
  screen(work, { answer: answerId }, 'new');

/** Screens a comment that was just posted. */
export const screenComment = (work: Work, { commentId }: Events['comment posted']) =>
  screen(work, { comment: commentId }, 'new');

/** Screens the new version of a question. */
export const screenQuestionEdit = (work: Work, { questionId }: Events['question edited']) =>
  screen(work, { question: questionId }, 'edited');

/** Screens the new version of an answer. */
export const screenAnswerEdit = (work: Work, { answerId }: Events['answer edited']) =>
  screen(work, { answer: answerId }, 'edited');

/**
 * Refuses what the lists block and what is beyond the limits of the author's level; what may be
 * spam is put before a person, and held back where the author is new. Nothing is removed by itself,
 * nothing of staff is looked at, and an edit of what readers have seen is never hidden.
 */
async function screen(work: Work, post: PostRef, as: 'new' | 'edited'): Promise<void> {
  const typed = await readTyped(work.trx, post);
  assert(typed, 'what was published is there');
  const author = await authorOf(work, typed);
  if (isStaff(author) || author.id !== actorId(work)) return;
  await refuseBlocked(work, typed);
  const text = textOf(typed);
  if (as === 'new') {
    await refuseBeyondLimits(work, author, linksIn(text, work.operator.siteUrl).length);
  }
  const suspicion = await suspect(work, author, text);
  if (!suspicion) return;
  const held = suspicion.hold && as === 'new';
  if (held) await holdBack(work, post);
  await openSuspicion(work, post, { ...suspicion, held, author: author.id });
}

async function authorOf(work: Work, { author_id }: Typed): Promise<MemberRow> {
  const author = await work.trx('members').where({ id: author_id }).first();
  assert(author, 'somebody wrote it');
  return author;
}

async function refuseBlocked(work: Work, { title, body }: Typed): Promise<void> {
  for (const [field, text] of [
    ['title', title ?? ''],
    ['body', body],
  ] as const) {
    const blocked = (await findListed(work.trx, text)).find(({ effect }) => effect === 'block');
    if (!blocked) continue;
    const sentence = `“${blocked.phrase}” can’t be posted here. Take it out and post again.`;
    throw new Invalid({ [field]: sentence });
  }
}

/** All that a post says. */
export const textOf = ({ title, body }: Pick<Typed, 'title' | 'body'>) => `${title ?? ''}\n${body}`;
