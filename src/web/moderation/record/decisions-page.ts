import type {
  Median,
  PublicStep,
  StewardActs,
  Total,
} from '../../../moderation/record/read-totals.ts';
import type { RuleInUse } from '../../../moderation/appeals/read-overturned.ts';
import type { Month } from '../../../ledger/dates.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import type { Pager } from '../../look/notes.ts';
import type { TextPage } from '../../site/text-page.ts';
import { MODES, percent, STEP_BECAUSE, stepFigures } from '../governance/figure-words.ts';
import { duration, groundWords, kindWords, medianWords, STEWARD_ACTS } from './decision-words.ts';

/** The operator's words, and beneath them what was decided in a month; nobody is named. */
export type DecisionsPage = TextPage & {
  month: string;
  summary: string;
  totals: readonly { what: string; ground: string; count: string }[];
  medians: readonly { what: string; count: string; time: string }[];
  overturned: readonly { what: string; decided: string; overturned: string; share: string }[];
  steps: readonly { at: Date; what: string; figures: string }[];
  /** What happened among stewards; '' where nothing did. */
  stewards: string;
  pager: Pager;
};

type Needs = {
  month: Month;
  totals: readonly Total[];
  medians: readonly Median[];
  rules: readonly RuleInUse[];
  steps: readonly PublicStep[];
  stewards: readonly StewardActs[];
  /** The months beside this one, where there is anything to read. */
  earlier: Month | undefined;
  later: Month | undefined;
  formats: Formats;
};

export function decisionsPage(needs: Needs): Omit<DecisionsPage, keyof TextPage> {
  const { month, totals, medians, rules, steps, formats, earlier, later } = needs;
  const { count } = formats;
  const href = (to: Month | undefined) => to && `${withQuery('/decisions', { month: to })}#figures`;
  return {
    month: formats.month(month),
    summary: summaryOf(needs),
    totals: totals.map((total) => ({
      ...{ what: kindWords(total), ground: groundWords(total.ground), count: count(total.count) },
    })),
    medians: medians.map((median) => ({
      ...{ what: medianWords(median.kind), count: count(median.count) },
      time: duration(median.seconds),
    })),
    overturned: rules.map(({ kind, ground, decided, overturned }) => ({
      what: `${OVERTURNED[kind]}: ${groundWords(ground).toLowerCase()}`,
      decided: count(decided),
      overturned: count(overturned),
      share: percent(overturned / decided),
    })),
    steps: steps.map((step) => ({
      at: step.happened_at,
      what: `${step.topic}: ${MODES[step.from_mode].name} to ${MODES[step.to_mode].name}; ${STEP_BECAUSE[step.because]}`,
      figures: stepFigures(step, formats),
    })),
    stewards: stewardWords(needs),
    pager: {
      label: 'Other months',
      newer: href(later),
      older: href(earlier),
      words: { newer: 'The month after', older: 'The month before' },
    },
  };
}

const OVERTURNED: Record<RuleInUse['kind'], string> = {
  removal: 'Posts removed',
  verdict: 'Answers failed',
  finding: 'Details kept hidden',
  fraud: 'Rewards taken back as fraud',
  sanction: 'Sanctions',
};

function summaryOf({ totals, rules, formats: { count } }: Needs): string {
  const decisions = totals.reduce((sum, total) => sum + total.count, 0);
  if (decisions === 0) return 'Nothing was decided in this month.';
  const [decided, overturned] = rules.reduce(
    ([all, some], rule) => [all + rule.decided, some + rule.overturned],
    [0, 0],
  );
  const said = decisions === 1 ? '1 decision.' : `${count(decisions)} decisions.`;
  if (decided === 0) return said;
  return `${said} Of ${count(decided)} that could be appealed, ${count(overturned)} were overturned.`;
}

function stewardWords({ stewards, formats }: Needs): string {
  const said = STEWARD_ACTS.flatMap(([act, words]) => {
    const found = stewards.find((one) => one.act === act);
    return found ? [`${words}: ${formats.count(found.count)}`] : [];
  });
  return said.length === 0 ? '' : `Stewards. ${said.join('; ')}.`;
}
