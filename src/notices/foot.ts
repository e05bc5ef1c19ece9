import type { MemberId } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { EVENTS, type NoticeEvent } from './events.ts';
import { listed } from './listed.ts';
import { signLink } from './signed-links.ts';

/** What stands under a mail: why it came, how to stop such mails and how to choose. */
export type Foot = {
  /** A sentence; empty where nobody chooses. */
  why: string;
  off: { label: string; url: string } | undefined;
  settings: { label: string; url: string };
};

/** The foot of a mail to a member about these events; undefined is one that nobody can turn off. */
export async function footOf(
  work: Work,
  memberId: MemberId,
  about: readonly (NoticeEvent | undefined)[],
): Promise<Foot> {
  const { siteUrl } = work.operator;
  const settings = { label: 'Choose what we send', url: `${siteUrl}/settings/notifications` };
  const events = [...new Set(about.filter((event) => event !== undefined))].sort();
  if (events.length === 0) return { why: '', off: undefined, settings };
  const token = await signLink(work.trx, 'off', `${String(memberId)} ${events.join(' ')}`);
  return {
    why: `You get this because ${listed(events.map((event) => EVENTS[event].because))}.`,
    off: {
      label: `Stop emails about ${listed(events.map((event) => EVENTS[event].about))}`,
      url: `${siteUrl}/n/off/${token}`,
    },
    settings,
  };
}
