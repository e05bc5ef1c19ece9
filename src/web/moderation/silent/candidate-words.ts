import type { Candidate } from '../../../moderation/silent/find-candidates.ts';

/** What speaks for an answer, a phrase each; a part that is nought is left out. */
export function wordsFor({ votes, helped, stewards, lead }: Candidate): string[] {
  return [
    counted(votes, 'vote', 'votes'),
    helped > 0 ? `helped ${counted(helped, 'other', 'others')}` : '',
    stewards > 0 ? `a word from ${counted(stewards, 'steward', 'stewards')}` : '',
    `${counted(lead, 'point', 'points')} ahead of the next`,
  ].filter((words) => words !== '');
}

const counted = (count: number, one: string, more: string) =>
  count === 0 ? '' : `${String(count)} ${count === 1 ? one : more}`;
