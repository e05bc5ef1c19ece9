import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';

/** Days after which a browser that was not used again is forgotten. */
const KEPT_DAYS = 180;

/**
 * Notes that a member has signed in or posted from a browser, by the key that the site has made of
 * its random number; at most one write a day.
 */
export async function noteDevice(
  work: Work,
  { memberId, deviceKey }: { memberId: MemberId; deviceKey: string },
): Promise<void> {
  await work.trx.raw(
    `insert into member_devices as d (member_id, device_key, first_seen, last_seen)
     values (:memberId, :deviceKey, :at, :at)
     on conflict (member_id, device_key) do update set last_seen = excluded.last_seen
      where d.last_seen < excluded.last_seen - interval '1 day'`,
    { memberId, deviceKey, at: work.at },
  );
}

/** Forgets browsers that nobody has used for half a year. */
export async function forgetDevices(work: Work): Promise<void> {
  const before = new Date(work.at.getTime() - KEPT_DAYS * 86_400_000);
  await work.trx('member_devices').where('last_seen', '<', before).del();
}
