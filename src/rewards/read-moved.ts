import type { Knex } from 'knex';

import type { AcceptanceId } from '../forum/rows.ts';
import type { LedgerTransferRow } from '../ledger/rows.ts';
import { keyOf } from './rewards.ts';

/** An acceptance, and an instant at which something may have moved for its reward. */
export type Mark = { acceptanceId: AcceptanceId; at: Date };

/** What moved for a reward at one instant. */
export type Moved = Mark & Pick<LedgerTransferRow, 'event' | 'amount_minor' | 'currency'>;

/** What moved in the ledger for rewards at the very instants named, in its order. */
export async function readMoved(db: Knex, marks: readonly Mark[]): Promise<Moved[]> {
  const ids = [...new Set(marks.map(({ acceptanceId }) => acceptanceId))];
  const rewards = await db('rewards').whereIn('acceptance_id', ids).select('acceptance_id', 'turn');
  const keys = new Map(
    rewards.flatMap((reward) => keysOf(reward).map((key) => [key, reward.acceptance_id] as const)),
  );
  const transfers = await db('ledger_transfers')
    .whereIn('key', [...keys.keys()])
    .orderBy('id')
    .select('key', 'event', 'amount_minor', 'currency', 'recorded_at');
  return transfers.flatMap(({ key, recorded_at: at, ...moved }) => {
    const acceptanceId = keys.get(key);
    const isMeant = marks.some(
      (mark) => mark.acceptanceId === acceptanceId && mark.at.getTime() === at.getTime(),
    );
    return acceptanceId !== undefined && isMeant ? [{ ...moved, acceptanceId, at }] : [];
  });
}

const STEPS = ['hold', 'release', 'recovery', 'void', 'clawback', 'clawback.owed'];

/** Every key that the ledger may have for a reward: the refs of rewards have no index there. */
const keysOf = (reward: { acceptance_id: AcceptanceId; turn: number }): string[] =>
  Array.from({ length: reward.turn + 1 }, (_, turn) => turn).flatMap((turn) =>
    STEPS.flatMap((step) => [
      keyOf({ ...reward, turn }, step),
      keyOf({ ...reward, turn }, `${step}.undone`),
    ]),
  );
