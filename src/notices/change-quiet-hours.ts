import { Invalid } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { Quiet } from './quiet-hours.ts';

/** The acting member says when they want no mails; Invalid where that is not a time of a place. */
export async function changeQuietHours(work: Work, quiet: Quiet): Promise<void> {
  const { quiet_from, quiet_to, time_zone } = quiet;
  if (!timeZones().includes(time_zone)) {
    throw new Invalid({ time_zone: 'Choose one of the places.' });
  }
  if (quiet_from !== null && quiet_from === quiet_to) {
    throw new Invalid({ quiet_to: 'Choose another hour than the one they begin at.' });
  }
  await work
    .trx('notice_settings')
    .insert({ member_id: actingMember(work).id, quiet_from, quiet_to, time_zone })
    .onConflict('member_id')
    .merge();
}

/** The places whose clocks we know. */
export const timeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];
