import { Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { writingMember } from './writing-member.ts';

/** Sets what the acting member's page says about them: at most 500 characters of plain text. */
export async function changeProfile(work: Work, { bio }: { bio: string }): Promise<void> {
  const { id } = writingMember(work);
  const text = bio.trim();
  if ([...text].length > 500) throw new Invalid({ bio: 'This can have 500 characters.' });
  await work.trx('members').where({ id }).update({ bio: text });
}
