import { nameKey } from '../members/names.ts';
import type { MemberId } from '../members/rows.ts';
import { Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import type { GuideId } from './rows.ts';

/**
 * Says whose words a guide was made of: always the author of its answer, and those of these names.
 * Invalid where nobody has a name.
 */
export async function setCredits(
  work: Work,
  guide_id: GuideId,
  { author, names }: { author: MemberId; names: readonly string[] },
): Promise<void> {
  const credited = new Set([author, ...(await findNamed(work, names))]);
  const credits = work.trx('guide_credits').where({ guide_id });
  await credits.whereNotIn('member_id', [...credited]).delete();
  await work
    .trx('guide_credits')
    .insert([...credited].map((member_id) => ({ guide_id, member_id, credited_at: work.at })))
    .onConflict(['guide_id', 'member_id'])
    .ignore();
}

async function findNamed({ trx }: Work, names: readonly string[]): Promise<MemberId[]> {
  const keys = names.map(nameKey);
  const known = await trx('members').whereIn('name_key', keys).select('id', 'name_key');
  const missing = names.find((_, at) => !known.some(({ name_key }) => name_key === keys[at]));
  if (missing !== undefined) throw new Invalid({ credits: `Nobody here is called ${missing}.` });
  return known.map(({ id }) => id);
}
