import type { Perform, Work } from '../work.ts';
import { UNUSED_HOURS } from './terms.ts';

/** Forgets all of them, a stretch to a transaction. */
export async function dropAllUnused(perform: Perform): Promise<void> {
  while (await perform('system', dropUnused));
}

/** Forgets pictures that nothing has used for a day; true if there may be more of them. */
export async function dropUnused({ trx, at }: Work): Promise<boolean> {
  const due = trx('pictures')
    .where('unused_since', '<=', new Date(at.getTime() - UNUSED_HOURS * 3_600_000))
    .orderBy('id')
    .limit(STRETCH)
    .forUpdate()
    .skipLocked()
    .select('id');
  return (await trx('pictures').whereIn('id', due).delete()) === STRETCH;
}

const STRETCH = 100;
