import type { Period } from '../../../finance/closing/periods.ts';
import type { Formats } from '../../format.ts';

export type PeriodsPage = {
  title: string;
  periods: {
    href: string;
    month: string;
    state: string;
    tone: '' | 'ok' | 'gold';
    story: string;
  }[];
};

/** The months of the ledger, the newest first, and who closed them. */
export const periodsPage = (periods: Period[], formats: Formats): PeriodsPage => ({
  title: 'Month close',
  periods: periods.map((period) => ({
    href: `/finance/close/${period.id}`,
    month: formats.month(period.id),
    ...STATES[period.state],
    story: storyOf(period),
  })),
});

const STATES = {
  open: { state: 'Open', tone: '' },
  closing: { state: 'Waiting for approval', tone: 'gold' },
  closed: { state: 'Closed', tone: 'ok' },
} as const;

function storyOf({ state, maker, checker }: Period): string {
  if (state === 'open') return '';
  const asked = `Asked by ${maker ?? ''}`;
  return state === 'closing' ? asked : `${asked}, approved by ${checker ?? ''}`;
}
