import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { exportMonth } from '#src/finance/exports/export.ts';
import type { Month } from '#src/ledger/dates.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { beginClose, endClose, raiseFence, stopClose } from '#src/ledger/periods.ts';
import { anActor } from '#test/ledger/orders.ts';
import { count } from './history.ts';
import { performOn, type Stage } from './worker.ts';

/** A month as it was closed: its file must be the same for ever. */
export type ClosedMonth = { month: Month; digest: string };

const MAKER = 900_001;
const CHECKER = 900_002;

/** Closes every month once it is over, while everybody goes on posting. */
export async function closeMonths(
  stage: Stage,
  { months, current }: { months: Month[]; current: () => number },
): Promise<ClosedMonth[]> {
  const closed: ClosedMonth[] = [];
  for (let nth = 0; stage.goesOn();) {
    const month = months[nth];
    if (month === undefined || nth >= current()) await wait(50);
    else if (await tryClose(stage, month).catch(() => false)) {
      count(stage.history, 'months closed');
      closed.push({ month, digest: await digestOf(stage, month) });
      nth += 1;
    } else await wait(100);
  }
  return closed;
}

/** The file of a month as it is now. */
export async function digestOf({ server }: Pick<Stage, 'server'>, month: Month): Promise<string> {
  for (;;) {
    try {
      const hash = createHash('sha256');
      const { read } = await exportMonth(server.db(), { month, format: 'csv' });
      for await (const piece of read()) hash.update(piece);
      return hash.digest('hex');
    } catch {
      await wait(200); // the server is down: it comes back
    }
  }
}

/** False if the fence was not passed, or the server died on the way: then it is tried again. */
async function tryClose(stage: Stage, month: Month): Promise<boolean> {
  const perform = performOn(stage);
  const { rows } = await stage.server
    .db()
    .raw<{ rows: { state: string }[] }>('select state from ledger_periods where id = ?', [month]);
  if (!rows[0]) return false;
  // Months pass in seconds here: what was asked for a month ago would have expired.
  await perform(anActor(MAKER), (work) => stopClose(work, month));
  await perform(anActor(MAKER), (work) => beginClose(work, month));
  const fence = await raiseFence(stage.server.db());
  if (!fence) return false;
  await sealTransfers(stage.server.db());
  return perform(anActor(CHECKER), (work) => endClose(work, month, fence));
}
