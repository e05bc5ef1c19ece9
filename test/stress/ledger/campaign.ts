import { setTimeout as wait } from 'node:timers/promises';

import type { Month } from '#src/ledger/dates.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { aHistory, count, type History } from './history.ts';
import { judge } from './judge.ts';
import { closeMonths } from './months.ts';
import type { Sabotage } from './sabotage.ts';
import { startMortalServer, type MortalServer } from './server.ts';
import { work, type Stage } from './worker.ts';

export type Plan = {
  seconds: number;
  workers: number;
  /** How often the server loses its power, evenly spread. */
  kills: number;
  /** What is taken out of the ledger first, to see whether it is noticed. */
  sabotage?: Sabotage;
};

export type Outcome = { counts: History['counts']; wrong: string[] };

const MONTHS = Array.from({ length: 12 }, (_, nth) => `2027-${String(nth + 1).padStart(2, '0')}`);

/**
 * Twelve months of a ledger in as many seconds as one likes: everybody posts, settles, reverses
 * and repeats at once, a sealer and a closer run beside them, and the power fails. Says what was
 * done, and every promise that was not kept.
 */
export async function runCampaign(plan: Plan): Promise<Outcome> {
  const server = await startMortalServer(plan.workers + 4, plan.sabotage?.settings ?? {});
  try {
    await server.owner()('ledger_clock').update({ tolerance: null });
    await plan.sabotage?.apply?.(server.owner());
    const history = aHistory();
    const wrong = await live(server, history, plan);
    return { counts: history.counts, wrong };
  } finally {
    await server.stop();
  }
}

async function live(server: MortalServer, history: History, plan: Plan): Promise<string[]> {
  let goesOn = true;
  let nth = 0;
  const now = () => new Date(`${MONTHS[nth] ?? '2027-12'}-10T12:00:00Z`);
  const stage: Stage = { server, history, now, goesOn: () => goesOn };
  const workers = Array.from({ length: plan.workers }, (_, who) => work(stage, String(who)));
  const sealing = sealAllTheTime(stage);
  const closing = closeMonths(stage, { months: MONTHS as Month[], current: () => nth });

  const tick = (plan.seconds * 1000) / MONTHS.length;
  const killAfter = killTimes(plan.kills);
  for (; nth < MONTHS.length; nth += 1) {
    await wait(tick);
    for (const times = killAfter[nth] ?? 0, done = { n: 0 }; done.n < times; done.n += 1) {
      await server.losePower();
      count(history, 'power losses');
      await wait(tick / 4);
    }
  }
  goesOn = false;
  await Promise.all([...workers, sealing]);
  const closed = await closing;
  await sealTransfers(server.owner());
  return judge(server, history, closed);
}

/** How often the power fails in each month; never in the first, so that there is something to lose. */
function killTimes(kills: number): number[] {
  const times = MONTHS.map(() => 0);
  for (let nth = 0; nth < kills; nth += 1) {
    const month = 1 + (nth % (MONTHS.length - 1));
    times[month] = (times[month] ?? 0) + 1;
  }
  return times;
}

async function sealAllTheTime(stage: Stage): Promise<void> {
  while (stage.goesOn()) {
    const sealed = await sealTransfers(stage.server.db()).catch(() => 0n);
    if (sealed > 0n) count(stage.history, 'times sealed');
    await wait(30);
  }
}
