import assert from 'node:assert/strict';

import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { decideAppeal } from '#src/moderation/appeals/decide-appeal.ts';
import { openAppeal } from '#src/moderation/appeals/open-appeal.ts';
import type { AppealId, AppealRow } from '#src/moderation/rows.ts';
import type { Domain } from '#test/support/domain.ts';
import { lastAudit } from '#test/support/rewarding.ts';
import { markdown } from '../desk.ts';

type Somewhere = Pick<Domain, 'perform' | 'db'>;

/** What members and moderators do about decisions. */
export const appealing = (where: Somewhere) => ({
  appeal: (member: MemberRow, subject: string, plea = 'I think this was right.') =>
    where.perform(member, (work) => openAppeal(work, subject, plea)),
  decideOn: (
    moderator: MemberRow,
    { id }: { id: AppealId },
    decision: NonNullable<AppealRow['decision']>,
    words = { reason: 'It was right all along.', note: '' },
  ) => where.perform(moderator, (work) => decideAppeal(work, markdown, id, { decision, ...words })),
  /** The fail that stands on an answer, as an appeal names it. */
  failOf: async (answer: AnswerRow): Promise<string> => {
    const audit = await lastAudit(where.db, answer);
    const verdict = await where
      .db('verdicts')
      .where({ audit_id: audit.id, undone_at: null })
      .first();
    assert(verdict, 'a verdict stands');
    return `verdict:${String(verdict.id)}`;
  },
  /** What took an answer down, as an appeal names it. */
  removalOf: async ({ id }: AnswerRow): Promise<string> => {
    const removal = await where
      .db('removals')
      .where({ answer_id: id })
      .orderBy('id', 'desc')
      .first();
    assert(removal, 'it was removed');
    return `removal:${String(removal.id)}`;
  },
});
