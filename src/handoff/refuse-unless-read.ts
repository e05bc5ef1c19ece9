import { Conflict } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { CaseMessageId, CaseRow } from './rows.ts';

/** Refuses (409) where somebody else has written in a held case since it was read. */
export async function refuseUnlessRead(
  work: Work,
  { id }: Pick<CaseRow, 'id'>,
  seen: CaseMessageId | undefined,
): Promise<void> {
  const { rows } = await work.trx.raw<{ rows: { name: string }[] }>(
    `select m.name from case_messages c join members m on m.id = c.author_id
      where c.case_id = :id and c.id > :seen and c.author_id <> :me
      order by c.id desc limit 1`,
    { id, seen: seen ?? 0, me: actingMember(work).id },
  );
  const [last] = rows;
  if (last) {
    throw new Conflict(`${last.name} wrote while you were writing. Read it first; yours is below.`);
  }
}
