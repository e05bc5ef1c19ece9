import { actingMember, type Work } from '../work.ts';
import type { CaseEventRow, CaseId, NewCaseEventRow } from './rows.ts';

type Happening = Pick<NewCaseEventRow, 'to_id' | 'note'> & { act: CaseEventRow['act'] };

/** Writes down for ever what the acting member did with a case. */
export async function noteEvent(work: Work, id: CaseId, happening: Happening): Promise<void> {
  await work.trx('case_events').insert({
    ...{ case_id: id, actor_id: actingMember(work).id, happened_at: work.at },
    ...happening,
  });
}
