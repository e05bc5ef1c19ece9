import { approveAdjustment } from '../src/finance/adjustments/approve-adjustment.ts';
import { proposeAdjustment } from '../src/finance/adjustments/propose-adjustment.ts';
import type { AdjustmentId } from '../src/finance/rows.ts';
import { memberAccount, REWARDS } from '../src/ledger/accounts.ts';
import type { Handle } from './community/people.ts';
import { as, memberNamed, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** What Jordan asked for and Sam approved a month ago, and what Sam has asked for since yesterday. */
export function replayAdjustments(stage: Stage): Happening[] {
  const { daysAgo } = stage.calendar;
  let late: AdjustmentId;
  return [
    {
      at: daysAgo(30, '11:20'),
      happen: async () => {
        late = await propose(stage, 'Jordan', {
          to: 'Gwen',
          reason: 'Her check took three weeks. We promised to make up for it.',
          evidence: 'Ticket 2291, message of the 4th',
        });
      },
    },
    {
      at: daysAgo(29, '09:40'),
      happen: () => as(stage, 'Sam', (work) => approveAdjustment(work, late)),
    },
    {
      at: daysAgo(1, '16:10'),
      happen: () =>
        propose(stage, 'Sam', {
          to: 'Tom',
          reason: 'He was told of a reward that the limit of a pair had refused.',
          evidence: 'Ticket 2347',
        }),
    },
  ];
}

async function propose(
  stage: Stage,
  maker: Handle,
  { to, reason, evidence }: { to: Handle; reason: string; evidence: string },
): Promise<AdjustmentId> {
  const { id: memberId } = memberNamed(stage, to);
  const adjustment = await as(stage, maker, (work) =>
    proposeAdjustment(work, {
      ...{ from: REWARDS, to: memberAccount(memberId, 'available'), amount: 50n },
      ...{ reason, evidence, memberId: undefined, requestKey: `demonstration-${maker}` },
    }),
  );
  return adjustment.id;
}
