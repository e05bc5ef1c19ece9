import { Conflict, found } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';
import type { NewOfficialFactRow, OfficialFactId } from '../rows.ts';

export type NewFact = Omit<
  NewOfficialFactRow,
  'valid_to' | 'written_by' | 'written_at' | 'ended_by' | 'document'
>;

/** A moderator writes down an official answer or a price, from a day on. */
export async function writeFact(work: Work, fact: NewFact): Promise<void> {
  const { id: written_by } = actingModerator(work);
  const [written] = await work
    .trx('official_facts')
    .insert({ ...fact, written_by, written_at: work.at })
    .returning('id');
  await logAct(work, { act: 'fact-written', subject: `fact:${String(written?.id)}` });
}

/** It holds until this calendar day, as YYYY-MM-DD, and no longer; what it said stays readable. */
export async function endFact(work: Work, id: OfficialFactId, day: string): Promise<void> {
  const { id: ended_by } = actingModerator(work);
  const fact = found(
    await work.trx('official_facts').where({ id }).forUpdate().first(),
    'official answer',
  );
  if (fact.valid_to !== null) throw new Conflict('This one has ended already.');
  const valid_to = fact.valid_from > day ? fact.valid_from : day;
  await work.trx('official_facts').where({ id }).update({ valid_to, ended_by });
  await logAct(work, { act: 'fact-ended', subject: `fact:${String(id)}` });
}
