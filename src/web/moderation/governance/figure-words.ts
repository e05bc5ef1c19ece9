import type { Figures } from '../../../moderation/governance/figures.ts';
import type { Lack, Mode } from '../../../moderation/governance/decide-mode.ts';
import type { GovernanceSettingRow, GovernanceStepRow } from '../../../moderation/rows.ts';
import type { Formats } from '../../format.ts';

/** Who decides, in words. */
export const MODES: Record<Mode, { name: string; says: string }> = {
  staff: { name: 'Staff', says: 'Staff decide every check.' },
  mixed: {
    name: 'Mixed',
    says: 'Stewards give a first opinion, which moves no money; staff decide.',
  },
  community: {
    name: 'Community',
    says: 'Two stewards who agree decide; staff check a sample of what they decide.',
  },
};

/** The figures of a topic as they are said. */
export type FigureWords = { audits: string; error: string; kappa: string; stewards: string };

export function figureWords(
  { audits, errors, errorBound, kappa, stewards }: Figures,
  { count }: Pick<Formats, 'count'>,
): FigureWords {
  const share = `${count(errors)} of ${count(audits)}`;
  return {
    audits: count(audits),
    error: audits === 0 ? 'none yet' : `${share}: at most ${percent(errorBound)}`,
    kappa: kappa
      ? `${decimals(kappa.kappa)} (${decimals(kappa.low)} to ${decimals(kappa.high)})`
      : 'not known yet',
    stewards: count(stewards),
  };
}

/** What a topic lacks, each with where it stands. */
export const lackWords = (
  lacks: readonly Lack[],
  figures: Figures,
  settings: GovernanceSettingRow,
): string[] =>
  lacks.map((lack) => {
    switch (lack) {
      case 'stewards':
        return `two stewards who serve; it has ${String(figures.stewards)}`;
      case 'audits':
        return `${String(settings.qualify_count - figures.audits)} more double audits`;
      case 'error':
        return `an error of at most ${percent(settings.qualify_error_permille / 1000)}`;
      case 'kappa':
        return `a kappa of at least ${decimals(settings.qualify_kappa_percent / 100)}`;
    }
  });

/** Why a step was taken. */
export const STEP_BECAUSE: Record<GovernanceStepRow['because'], string> = {
  qualified: 'the figures qualified',
  error: 'stewards and staff differed too often',
  kappa: 'they agreed hardly more than by chance',
  'too-few-stewards': 'too few stewards were left',
  'by-hand': 'turned by our team',
};

/** The figures that a step rested on, in a line. */
export function stepFigures(step: StepFigures, formats: Formats): string {
  const { audits, errors, error_bound_ppm, kappa_ppm } = step;
  if (audits === 0) return 'no double audits yet';
  const kappa = kappa_ppm === null ? 'kappa not known' : `kappa ${decimals(kappa_ppm / 1e6)}`;
  const differed = `${formats.count(errors)} of ${formats.count(audits)} double audits differed`;
  return `${differed}, error at most ${percent(error_bound_ppm / 1e6)}, ${kappa}`;
}

type StepFigures = Pick<GovernanceStepRow, 'audits' | 'errors' | 'error_bound_ppm' | 'kappa_ppm'>;

/** A share as a percentage with one decimal. */
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const decimals = (number: number) => number.toFixed(2).replace('-', '−');
