import type { Work } from '../work.ts';

/** After how many months a guide is looked at again, unless somebody says otherwise. */
export const REVIEW_MONTHS = 6;

/** The instant so many months from now. */
export async function reviewAfter({ trx, at }: Work, months: number): Promise<Date> {
  const { rows } = await trx.raw<{ rows: [{ at: Date }] }>(
    'select ?::timestamptz + make_interval(months => ?::int) as at',
    [at, months],
  );
  return rows[0].at;
}
