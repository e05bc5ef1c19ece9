import type { Month } from '../ledger/dates.ts';
import type { RewardRow } from '../rewards/rows.ts';
import type { Dump } from './dump.ts';
import type { Site } from './site.ts';

export type Refused = NonNullable<RewardRow['refusal']>;

/** What an import has done. */
export type ImportReport = {
  site: Site;
  /** The name of the topic that all of it went to. */
  topic: string;
  /** What was added: people, posts and acceptances. */
  added: { people: number; questions: number; answers: number; acceptances: number };
  /** Posts and acceptances that an earlier import had brought. */
  known: number;
  /** What was set aside for acceptances, in minor units of the operator's currency. */
  held: { rewards: number; amountMinor: bigint; since: Month | null };
  /** Acceptances that the rules pay nothing for, by reason. */
  refused: Map<Refused, number>;
  /** Months that were closed before; their files stay, and later months carry forward what is new. */
  closedAlready: Month[];
  skipped: Dump['skipped'] & {
    /** Answers and acceptances of what our team has taken down since. */
    takenDown: number;
  };
};

export const emptyReport = (site: Site, topic: string, { skipped }: Dump): ImportReport => ({
  site,
  topic,
  added: { people: 0, questions: 0, answers: 0, acceptances: 0 },
  known: 0,
  held: { rewards: 0, amountMinor: 0n, since: null },
  refused: new Map(),
  closedAlready: [],
  skipped: { ...skipped, takenDown: 0 },
});

/** Adds an acceptance and what the rules made of it. */
export function countAcceptance(report: ImportReport, reward: RewardRow): void {
  const { refusal, amount_minor, month } = reward;
  report.added.acceptances += 1;
  if (refusal !== null) {
    report.refused.set(refusal, (report.refused.get(refusal) ?? 0) + 1);
    return;
  }
  report.held.rewards += 1;
  report.held.amountMinor += amount_minor;
  report.held.since ??= month as Month;
}
