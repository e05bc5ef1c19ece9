import type { MemberRow } from '../../members/rows.ts';
import { Invalid } from '../../refusals.ts';
import type { Deps } from '../deps.ts';

/** Makes sure that it is the member who sits there; Invalid if the password is not theirs. */
export async function confirmPassword(
  { passwords, limits }: Deps,
  member: MemberRow,
  password: string,
): Promise<void> {
  const who = `settings ${String(member.id)}`;
  await limits.count('sign-in', who);
  if (!(await passwords.verify(password, member.password_hash))) {
    throw new Invalid({ current_password: 'That’s not the password you have now.' });
  }
  await limits.forget('sign-in', who);
}
