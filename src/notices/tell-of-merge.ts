import type { Knex } from 'knex';

import type { Events } from '../events.ts';
import type { QuestionMergeId } from '../forum/rows.ts';
import type { Perform, Work } from '../work.ts';
import { eachHundredFollowers } from './each-hundred-followers.ts';
import { carryMutes, dropCarriedMutes } from './carry-mutes.ts';
import { findMergeRow, keyOf, readMerge, type Told } from './read-merge.ts';
import { tell } from './tell.ts';
import { questionUrl } from './thread-link.ts';

/** Two questions became one: who asked them is told, and by a job who follows the one that went. */
export async function tellOfMerge(
  work: Work,
  { mergeId }: Events['questions merged'],
): Promise<void> {
  const { merge, source, target } = await readMerge(work, mergeId);
  await carryMutes(work, merge);
  await tellAsker(work, { merge, source, target });
  await tell(work, {
    ...{ kind: 'merged', memberId: target.author_id, about: { questionId: target.id } },
    dedupeKey: keyOf(merge, target.author_id),
    subject: `Somebody asked the same: ${target.title}`,
    text:
      `“${source.title}” asks what you asked in “${target.title}”, so our team has put the two ` +
      'together. What was answered there stands with your question now. If one of those answers ' +
      'fixes it, you can accept it.',
    button: { label: 'Go to your question', url: questionUrl(work.operator, target) },
  });
  await work.enqueue('tell-of-merge', { mergeId });
}

/** They are two again: who asked them is told. */
export async function tellOfMergeUndone(
  work: Work,
  { mergeId }: Events['merge undone'],
): Promise<void> {
  const { merge, source, target } = await readMerge(work, mergeId);
  await dropCarriedMutes(work, merge);
  for (const own of [source, target]) {
    await tell(work, {
      ...{ kind: 'unmerged', memberId: own.author_id, about: { questionId: own.id } },
      dedupeKey: `un${keyOf(merge, own.author_id)}`,
      subject: `On its own again: ${own.title}`,
      text:
        `Our team had put “${source.title}” and “${target.title}” together, and has taken that ` +
        'back. Each has its own answers again.',
      button: { label: 'Go to your question', url: questionUrl(work.operator, own) },
    });
  }
}

/** Tells the followers of a question that was merged where it is now; each once. */
export async function tellFollowersOfMerge(
  db: Knex,
  perform: Perform,
  mergeId: QuestionMergeId,
): Promise<void> {
  const { source_id } = await findMergeRow(db, mergeId);
  await eachHundredFollowers(db, source_id, (followers) =>
    perform('system', async (work) => {
      const { merge, source, target } = await readMerge(work, mergeId);
      if (merge.undone_at !== null || target.removed_at !== null) return;
      for (const memberId of followers) {
        await tell(work, {
          ...{ kind: 'merged', memberId, about: { questionId: target.id } },
          dedupeKey: keyOf(merge, memberId),
          subject: `Now together with: ${target.title}`,
          text:
            `You follow “${source.title}”. It asks what “${target.title}” asks, so our team has ` +
            'put the two together, and you follow that one now.',
          button: { label: 'Go to the question', url: questionUrl(work.operator, target) },
        });
      }
    }),
  );
}

function tellAsker(work: Work, { merge, source, target }: Told): Promise<void> {
  return tell(work, {
    ...{ kind: 'merged', memberId: source.author_id, about: { questionId: target.id } },
    dedupeKey: keyOf(merge, source.author_id),
    subject: `Your question is together with another: ${source.title}`,
    text:
      `You asked “${source.title}”. “${target.title}” asks the same, so our team has put the two ` +
      'together: the answers to yours stand there, its address leads there, and you follow it. ' +
      'If you accepted an answer, it stays accepted, and you can still take that back.',
    button: { label: 'Go to the question', url: questionUrl(work.operator, target) },
  });
}
