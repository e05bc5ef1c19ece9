import type { Knex } from 'knex';

import type { MemberId } from '../members/rows.ts';
import type { Operator } from '../work.ts';
import type { NoticeSettingRow } from './rows.ts';

/** When a member wants no mails, in minutes after midnight by the clocks of `time_zone`. */
export type Quiet = Pick<NoticeSettingRow, 'quiet_from' | 'quiet_to' | 'time_zone'>;

/** Minutes after midnight. */
const USUALLY = { from: 21 * 60, to: 8 * 60 };

/** From nine in the evening until eight, where the operator is, for who has not said otherwise. */
export const usualQuiet = ({ timeZone }: Pick<Operator, 'timeZone'>): Quiet => ({
  ...{ quiet_from: USUALLY.from, quiet_to: USUALLY.to, time_zone: timeZone },
});

/**
 * Whether the instant `:at` falls into somebody's quiet hours, as SQL: their settings are the row
 * `settings`, all nulls for who has not said otherwise; `:zone` is the operator's.
 */
export const quietSql = (settings: string) => `
  (select coalesce(
            case when since < until then now >= since and now < until
                 else now >= since or now < until end, false)
     from (select case when ${settings}.member_id is null then ${String(USUALLY.from)}
                       else ${settings}.quiet_from end as since,
                  case when ${settings}.member_id is null then ${String(USUALLY.to)}
                       else ${settings}.quiet_to end as until,
                  (extract(hour from clock) * 60 + extract(minute from clock))::int as now
             from (select :at::timestamptz at time zone coalesce(${settings}.time_zone, :zone)
                     as clock) here) quiet)`;

export const readQuiet = async (
  db: Knex,
  member_id: MemberId,
  operator: Pick<Operator, 'timeZone'>,
): Promise<Quiet> =>
  (await db('notice_settings').where({ member_id }).first()) ?? usualQuiet(operator);

/** The instant itself, or the end of the quiet hours that it falls into. */
export async function afterQuiet(db: Knex, quiet: Quiet, at: Date): Promise<Date> {
  const { quiet_from: from, quiet_to: to } = quiet;
  if (from === null || to === null) return at;
  const { minute, next } = await readClock(db, quiet, at, to);
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  return isQuiet ? next : at;
}

/** When the next daily mail goes: at the end of the quiet hours, at eight where there are none. */
export const nextMorning = async (db: Knex, quiet: Quiet, at: Date): Promise<Date> =>
  (await readClock(db, quiet, at, quiet.quiet_to ?? 8 * 60)).next;

/**
 * What the member's clocks show, and when they next show `minute`. PostgreSQL knows the zones and
 * what happens when clocks change.
 */
async function readClock(db: Knex, { time_zone }: Quiet, at: Date, minute: number) {
  const { rows } = await db.raw<{ rows: [{ minute: number; next: Date }] }>(
    `with here as (select :at::timestamptz at time zone :zone as now),
          days as (
            select (date_trunc('day', now) + make_interval(days => d, mins => :minute))
                     at time zone :zone as due
              from here, generate_series(0, 2) d)
     select (extract(hour from now) * 60 + extract(minute from now))::int as minute,
            (select min(due) from days where due > :at) as next
       from here`,
    { at, zone: time_zone, minute },
  );
  return rows[0];
}
