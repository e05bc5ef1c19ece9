import { randomUUID } from 'node:crypto';

import { askPrivately, type PrivateQuestion } from '#src/handoff/ask-privately.ts';
import { replyAsMember, replyAsStaff } from '#src/handoff/reply.ts';
import type { CaseId, CaseRow } from '#src/handoff/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import type { Domain } from '#test/support/domain.ts';

export const markdown = createMarkdown();

/** Hands for tests of private cases: each does one thing as its person does it. */
export function casework(domain: Pick<Domain, 'perform' | 'owner'>) {
  const lastSeen = async (id: CaseId) =>
    (await domain.owner('case_messages').where({ case_id: id }).orderBy('id', 'desc').first())?.id;
  return {
    ask: (member: MemberRow, asked: Partial<PrivateQuestion> = {}): Promise<CaseRow> =>
      domain.perform(member, (work) =>
        askPrivately(work, markdown, {
          ...{ subject: 'My bill is wrong', body: 'It says £99.', origin: 'asked' },
          ...{ key: randomUUID(), ...asked },
        }),
      ),
    write: (member: MemberRow, id: CaseId, body = 'Any news?', key: string = randomUUID()) =>
      domain.perform(member, (work) => replyAsMember(work, markdown, id, { body, key })),
    reply: async (staff: MemberRow, id: CaseId, body = 'We’ve looked.', key = randomUUID()) => {
      const seen = await lastSeen(id);
      await domain.perform(staff, (work) => replyAsStaff(work, markdown, id, { body, key, seen }));
    },
    lastSeen,
    row: async (id: CaseId): Promise<CaseRow> => {
      const row = await domain.owner('cases').where({ id }).first();
      if (!row) throw new Error('there is no such case');
      return row;
    },
  };
}
