import type { RemovalCase } from '../../../moderation/posts/read-removal.ts';
import type { RewardRow } from '../../../rewards/rows.ts';
import type { Formats } from '../../format.ts';
import { REMOVED_BECAUSE } from '../../forum/words.ts';
import type { Note } from '../../look/notes.ts';

type Words = Pick<Note, 'lead' | 'text'>;
type Kind = 'question' | 'answer' | 'comment';
type Money = { reward: RewardRow | undefined; formats: Formats };

/** What happens when a post is taken down, to the reward of an accepted answer above all. */
export function takingDownWords(kind: Kind, { reward, formats }: Money): Words {
  if (kind === 'comment') return { lead: 'Nothing else changes.', text: TOMBSTONE };
  if (kind === 'question') {
    const lead = 'The answers can’t be read any more either.';
    const loss = reward ? `Its accepted answer goes too. ${lossOf(reward, formats)} ` : '';
    return { lead, text: `${loss}${TOMBSTONE}` };
  }
  if (!reward)
    return { lead: 'This isn’t the accepted answer: no reward changes.', text: TOMBSTONE };
  const lead = 'This is the accepted answer: the question opens again.';
  return { lead, text: `${lossOf(reward, formats)} ${TOMBSTONE}` };
}

/** What happens when a post comes back. */
export function restoringWords({ removal, question }: RemovalCase, kind: Kind): Words {
  const why = removal
    ? `${removal.moderator} removed it: ${REMOVED_BECAUSE[removal.reason].toLowerCase()}.`
    : '';
  const text = removal?.note ? `${why} Note: ${removal.note}` : why;
  const comesBackAccepted =
    kind !== 'comment' && removal?.withdrew_acceptance && question.state === 'open';
  return comesBackAccepted
    ? { lead: ACCEPTED_ANEW, text }
    : { lead: 'It can be read again.', text };
}

const TOMBSTONE = 'Readers see that something stood here, and why it went.';

const ACCEPTED_ANEW =
  'The answer that was accepted is so again: a new acceptance, so the rules decide anew what it earns.';

function lossOf({ state, amount_minor, currency }: RewardRow, { money }: Formats): string {
  const amount = money(amount_minor, currency);
  if (state === 'held') return `The ${amount} that is being held is not paid.`;
  if (state === 'waiting') return `The ${amount} that waits for budget is not paid.`;
  if (state === 'released') return `The ${amount} that was released is taken back.`;
  return 'It earned nothing, so no reward changes.';
}
