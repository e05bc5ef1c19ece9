import type { GovernanceSettingRow, GovernanceStepRow, TopicModeRow } from '../rows.ts';
import type { Figures } from './figures.ts';

/** Who decides a topic's audits. */
export type Mode = TopicModeRow['mode'];

/** What the dial does by itself, and why. */
export type Turn = { to: Mode; because: Exclude<GovernanceStepRow['because'], 'by-hand'> };

/** The thresholds that the dial goes by. */
export type Thresholds = Pick<
  GovernanceSettingRow,
  | ('window_size' | 'qualify_count' | 'qualify_error_permille' | 'qualify_kappa_percent')
  | ('keep_error_permille' | 'keep_kappa_percent')
  | ('mixed_count' | 'mixed_error_permille' | 'mixed_kappa_percent')
>;

/** What a topic still lacks for a mode. */
export type Lack = 'stewards' | 'audits' | 'error' | 'kappa';

/** Two have to agree, so that fewer cannot decide anything. */
export const STEWARDS_NEEDED = 2;

/**
 * What the dial does by itself with a topic in this mode, at these figures; undefined where it
 * stays. It falls at worse figures than it rises at, so that it does not flap, and never leaves
 * staff by itself: a person opens a topic to stewards.
 */
export function decideMode(figures: Figures, mode: Mode, limits: Thresholds): Turn | undefined {
  if (mode === 'staff') return undefined;
  if (figures.stewards === 0) return { to: 'staff', because: 'too-few-stewards' };
  if (mode === 'mixed') return decideMixed(figures, limits);
  if (figures.stewards < STEWARDS_NEEDED) return { to: 'mixed', because: 'too-few-stewards' };
  const because = failing(figures, limits.keep_error_permille, limits.keep_kappa_percent);
  return because && { to: 'mixed', because };
}

/** What a topic lacks to be decided by stewards; nothing where it qualifies. */
export function lacksForCommunity(figures: Figures, limits: Thresholds): Lack[] {
  const { audits, errorBound, kappa, stewards } = figures;
  return [
    ...(stewards < STEWARDS_NEEDED ? (['stewards'] as const) : []),
    ...(audits < limits.qualify_count ? (['audits'] as const) : []),
    ...(errorBound > limits.qualify_error_permille / 1000 ? (['error'] as const) : []),
    ...((kappa?.kappa ?? 0) < limits.qualify_kappa_percent / 100 ? (['kappa'] as const) : []),
  ];
}

/** What a topic lacks for stewards to give first opinions. */
export const lacksForMixed = ({ stewards }: Pick<Figures, 'stewards'>): Lack[] =>
  stewards < STEWARDS_NEEDED ? ['stewards'] : [];

function decideMixed(figures: Figures, limits: Thresholds): Turn | undefined {
  if (lacksForCommunity(figures, limits).length === 0) {
    return { to: 'community', because: 'qualified' };
  }
  if (figures.audits < limits.mixed_count) return undefined;
  const because = failing(figures, limits.mixed_error_permille, limits.mixed_kappa_percent);
  return because && { to: 'staff', because };
}

/** Where chance explains everything there is no kappa, which says nothing against anybody. */
function failing(
  { errorBound, kappa }: Figures,
  permille: number,
  percent: number,
): 'error' | 'kappa' | undefined {
  if (errorBound > permille / 1000) return 'error';
  return kappa && kappa.kappa < percent / 100 ? 'kappa' : undefined;
}
