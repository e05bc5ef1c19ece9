import { mayModerate } from '../../forum/permissions.ts';
import type { AnswerRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { OutdatedMarkRow } from '../rows.ts';

/** Whose word is enough by itself that an answer no longer works; undefined where it takes more. */
export function wordOf(
  { id, role, level }: Pick<MemberRow, 'id' | 'role' | 'level'>,
  answer: Pick<AnswerRow, 'author_id'>,
): OutdatedMarkRow['because'] | undefined {
  if (answer.author_id === id) return 'author';
  if (mayModerate({ role })) return 'staff';
  return role === 'member' && TRUSTED.includes(level) ? 'trusted' : undefined;
}

/** Whether several members are enough: three, and of an answer older than a year two. */
export const areEnough = (members: number, { age }: { age: number }) =>
  members >= (age > OLD ? 2 : 3);

/** Whether readers who say that it did not help are enough for somebody to have a look. */
export const areManyReaders = ({ worked, failed }: { worked: number; failed: number }) =>
  failed >= 10 && failed > worked;

/** Milliseconds: how far back readers are listened to. */
export const LISTENED_FOR = 90 * 86_400_000;

const TRUSTED: readonly MemberRow['level'][] = ['guide', 'steward'];

/** Milliseconds. */
const OLD = 365 * 86_400_000;
