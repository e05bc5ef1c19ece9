import { Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { holdForStaff } from './hold-case.ts';
import type { CaseId } from './rows.ts';
import type { Writing } from './write-message.ts';

/** Notes something that only our team reads; sent twice under one key, it is one note. */
export async function noteOnCase(work: Work, id: CaseId, { body, key }: Writing): Promise<void> {
  const { actor } = await holdForStaff(work, id);
  if (body.trim() === '') throw new Invalid({ note: 'Write the note first.' });
  const [noted] = await work
    .trx('case_notes')
    .insert({ case_id: id, author_id: actor.id, body, request_key: key, written_at: work.at })
    .onConflict(['author_id', 'request_key'])
    .ignore()
    .returning('id');
  if (noted) await work.record('case handled', { caseId: id, act: 'case-noted' });
}
