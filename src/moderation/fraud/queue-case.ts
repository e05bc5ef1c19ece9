import type { Events } from '../../events.ts';
import { SUSPECTED } from '../../trust/risk/signs.ts';
import type { Work } from '../../work.ts';
import { openItem, settleItem } from '../queue/items.ts';

/** Puts a case before staff, but not before those who are in it. */
export async function openFraudItem(
  work: Work,
  { caseId, memberIds, score, reasons }: Events['fraud suspected'],
): Promise<void> {
  const [first = 'circle', ...more] = reasons;
  await openItem(work, {
    ...{ kind: 'fraud', subject_id: caseId, barred: memberIds },
    ...{ risk: score > SUSPECTED + 10 ? 5 : 4, reasons: [first, ...more] },
  });
}

/** A case that is closed waits for nobody. */
export const settleFraudItem = (work: Work, { caseId }: Events['fraud case closed']) =>
  settleItem(work, { kind: 'fraud', subject_id: caseId });
