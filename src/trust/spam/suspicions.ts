import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import { holdPost, type HeldPost } from '../../forum/held-post.ts';
import type { PostRef } from '../../forum/posts.ts';
import type { MemberId } from '../../members/rows.ts';
import { found } from '../../refusals.ts';
import { actorId, type Work } from '../../work.ts';
import { keyOf } from '../personal-data/read-shown.ts';
import { readTyped } from '../personal-data/read-typed.ts';
import { postOf } from '../personal-data/settle-finding.ts';
import type { SuspicionId, SuspicionRow } from '../rows.ts';
import { teach } from './learn.ts';
import type { Suspected } from './suspect.ts';

type Opening = Omit<Suspected, 'hold'> & { held: boolean; author: MemberId };

/** Puts down that a post may be spam, for a person to decide; what waits already is weighed anew. */
export async function openSuspicion(
  work: Work,
  post: PostRef,
  { kind, reasons, score, held, author }: Opening,
): Promise<void> {
  const waiting = { ...keyOf(post), state: 'waiting' as const };
  const known = await work.trx('suspicions').where(waiting).first('id', 'held');
  if (known) {
    await work
      .trx('suspicions')
      .where({ id: known.id })
      .update({ reasons: [...reasons], score });
    return;
  }
  const [opened] = await work
    .trx('suspicions')
    .insert({
      ...{ ...keyOf(post), author_id: author, kind, reasons: [...reasons], score, held },
      opened_at: work.at,
    })
    .returning('id');
  assert(opened, 'the suspicion was written');
  await work.record('post suspected', { suspicionId: opened.id });
}

/** A suspicion and its post, held still: the post first. */
export async function holdSuspicion(
  work: Work,
  id: SuspicionId,
): Promise<{ suspicion: SuspicionRow; ref: PostRef; held: HeldPost }> {
  const known = found(await work.trx('suspicions').where({ id }).first(), 'post');
  const ref = postOf(known);
  const held = await holdPost(work, ref);
  const suspicion = await work.trx('suspicions').where({ id }).forUpdate().first();
  return { suspicion: found(suspicion, 'post'), ref, held };
}

/** Ends a suspicion that the caller holds. */
export async function settleSuspicion(
  work: Work,
  { id }: Pick<SuspicionRow, 'id'>,
  state: Exclude<SuspicionRow['state'], 'waiting'>,
): Promise<void> {
  await work
    .trx('suspicions')
    .where({ id })
    .update({ state, decided_by: actorId(work), decided_at: work.at });
  await work.record('suspicion settled', { suspicionId: id });
}

/** Learns that a post is fine. */
export const learnFine = (work: Work, post: PostRef) => learn(work, post, 'fine');

/** What was removed as spam is learnt; a suspicion of what was removed for whatever reason ends. */
export async function learnFromRemoval(work: Work, facts: Events['post removed']): Promise<void> {
  const post = refOf(facts);
  const removal = await work
    .trx('removals')
    .where({ ...keyOf(post), restored_at: null })
    .first();
  if (removal?.reason === 'spam') await learn(work, post, 'spam');
  const waiting = await work
    .trx('suspicions')
    .where({ ...keyOf(post), state: 'waiting' })
    .forUpdate()
    .first();
  if (waiting) await settleSuspicion(work, waiting, 'removed');
}

/** What was removed as spam and comes back is unlearnt, and learnt to be fine. */
export async function learnFromRestoration(
  work: Work,
  facts: Events['post restored'],
): Promise<void> {
  const post = refOf(facts);
  const lesson = { subject: subjectOf(post), label: 'spam', undone_at: null } as const;
  if (await work.trx('spam_lessons').where(lesson).first('id')) await learn(work, post, 'fine');
}

async function learn(work: Work, post: PostRef, label: 'spam' | 'fine'): Promise<void> {
  const typed = await readTyped(work.trx, post);
  assert(typed, 'what is decided is there');
  await teach(work, {
    subject: subjectOf(post),
    label,
    text: `${typed.title ?? ''}\n${typed.body}`,
  });
}

const refOf = ({ questionId, answerId, commentId }: Events['post removed']): PostRef => {
  if (commentId !== null) return { comment: commentId };
  return answerId === null ? { question: questionId } : { answer: answerId };
};

const subjectOf = (post: PostRef): string =>
  Object.entries(post)
    .map(([kind, id]) => `${kind}:${String(id)}`)
    .join();
