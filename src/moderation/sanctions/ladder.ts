import type { SanctionRow } from '../rows.ts';
import type { Sanction } from './sanction.ts';

type Kind = SanctionRow['kind'];

/** The steps of the ladder, the mildest first, and how many days each lasts unless said otherwise. */
export const LADDER: readonly { kind: Kind; days: number | null }[] = [
  { kind: 'warning', days: 90 },
  { kind: 'limited', days: 7 },
  { kind: 'suspended', days: 14 },
  { kind: 'closed', days: null },
];

/** The longest that anything but a closed account lasts, in days. */
export const LONGEST = 366;

/** How long a step is remembered, in days: after that one begins at the bottom again. */
const MEMORY = 366;
const DAY = 86_400_000;

/** The step that comes next after what a member was sanctioned for; what was overturned never was. */
export function nextStep(history: readonly Sanction[], at: Date): (typeof LADDER)[number] {
  const since = new Date(at.getTime() - MEMORY * DAY);
  const counted = history.filter(({ imposed_at, overturned }) => imposed_at > since && !overturned);
  const steps = counted.map(({ kind }) => LADDER.findIndex((step) => step.kind === kind));
  const next = Math.min(Math.max(-1, ...steps) + 1, LADDER.length - 1);
  return LADDER[next] ?? { kind: 'warning', days: 90 };
}
