import type { MemberId } from '../members/rows.ts';

/**
 * Tells many members, a hundred at a time, so that no transaction is long; `read` answers with the
 * ids after one, in their order.
 */
export async function inHundreds(
  read: (after: MemberId, limit: number) => Promise<MemberId[]>,
  tell: (members: readonly MemberId[]) => Promise<void>,
): Promise<void> {
  let last = 0 as MemberId;
  for (;;) {
    const members = await read(last, 100);
    const end = members.at(-1);
    if (end === undefined) return;
    await tell(members);
    last = end;
  }
}
