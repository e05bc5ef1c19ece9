import type { Knex } from 'knex';

import type { Events } from '../events.ts';
import type { MemberId } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { keyOf, readMerge } from './read-merge.ts';
import { tell } from './tell.ts';
import { questionUrl } from './thread-link.ts';

/** Two questions became one: members who had said that they ask the same are told that they were right. */
export async function tellSuggesters(
  work: Work,
  { mergeId }: Events['questions merged'],
): Promise<void> {
  const { merge, source, target } = await readMerge(work, mergeId);
  for (const memberId of await readSuggesters(work.trx, [source.id, target.id])) {
    await tell(work, {
      ...{ kind: 'suggestion-merged', memberId, about: { questionId: target.id } },
      // Whoever asked one of them is told of the merge already, and whoever follows one is not again.
      dedupeKey: keyOf(merge, memberId),
      subject: `You were right: ${target.title}`,
      text:
        `You said that “${source.title}” and “${target.title}” ask the same. Our team agrees and ` +
        'has put the two together. Thank you.',
      button: { label: 'Go to the question', url: questionUrl(work.operator, target) },
    });
  }
}

async function readSuggesters(db: Knex, ids: number[]): Promise<MemberId[]> {
  const { rows } = await db.raw<{ rows: { member_id: MemberId }[] }>(
    `select s.member_id
       from likely_duplicates p join duplicate_suggestions s on s.pair_id = p.id
      where p.older_id = least(:one::int, :other::int)
        and p.newer_id = greatest(:one::int, :other::int)
      order by s.member_id`,
    { one: ids[0], other: ids[1] },
  );
  return rows.map(({ member_id }) => member_id);
}
