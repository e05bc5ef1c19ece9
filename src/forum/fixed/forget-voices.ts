import type { Work } from '../../work.ts';

/** Forgets who said what of answers on days that are over; how many did is kept. */
export async function forgetVoices({ trx, at, operator }: Work): Promise<void> {
  await trx('fix_voices')
    .where(
      'said_on',
      '<',
      trx.raw('(?::timestamptz at time zone ?)::date', [at, operator.timeZone]),
    )
    .delete();
}
