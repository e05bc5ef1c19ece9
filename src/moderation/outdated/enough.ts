import { mayModerate } from '../../forum/permissions.ts';
import type { AnswerRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { OutdatedMarkRow } from '../rows.ts';
import type { OutdatedTerms } from './terms.ts';

/** Whose word is enough by itself that an answer no longer works; undefined where it takes more. */
export function wordOf(
  { id, role, level }: Pick<MemberRow, 'id' | 'role' | 'level'>,
  answer: Pick<AnswerRow, 'author_id'>,
): OutdatedMarkRow['because'] | undefined {
  if (answer.author_id === id) return 'author';
  if (mayModerate({ role })) return 'staff';
  return role === 'member' && TRUSTED.includes(level) ? 'trusted' : undefined;
}

/** Whether several members are enough; `age` is the answer's, in milliseconds. */
export const areEnough = (terms: OutdatedTerms, members: number, { age }: { age: number }) =>
  members >= (age > terms.old_days * DAY ? terms.members_old : terms.members);

/** Whether readers who say that it did not help are enough for somebody to have a look. */
export const areManyReaders = (
  terms: OutdatedTerms,
  { worked, failed }: { worked: number; failed: number },
) => failed >= terms.readers && failed > worked;

/** Since when readers are listened to, as a day in UTC. */
export const listenedSince = ({ listened_days }: OutdatedTerms, at: Date): string =>
  new Date(at.getTime() - listened_days * DAY).toISOString().slice(0, 10);

const TRUSTED: readonly MemberRow['level'][] = ['guide', 'steward'];

/** Milliseconds. */
const DAY = 86_400_000;
