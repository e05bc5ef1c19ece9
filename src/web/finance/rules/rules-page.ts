import { stateOf } from '../../../approvals/proposals.ts';
import type { RuleSet } from '../../../rewards/read-rule-sets.ts';
import type { Form } from '../../form-page.ts';
import type { Formats } from '../../format.ts';
import { changesBetween, ruleLines, type RuleLine } from '../../rule-words.ts';
import { STANDINGS, type Chip } from '../adjustments/adjustment-words.ts';

export type RulesPage = {
  title: string;
  active: { title: string; href: string; lines: RuleLine[] };
  lists: RulesList[];
};

/** Rule sets under a heading. */
export type RulesList = { title: string; rows: RulesRow[] };

type RulesRow = {
  href: string;
  name: string;
  chip: Chip;
  /** From when, in words. */
  from: string;
  /** What it changes against the rules in force. */
  what: string;
  /** Who drafted, proposed and decided it. */
  story: string;
};

/** A draft to be written or changed. */
export type RulesFormPage = { title: string; form: Form };

/** All rule sets; the latest that has taken effect is in force. */
export function rulesPage(all: RuleSet[], now: Date, formats: Formats): RulesPage {
  const drafts = all.filter(({ published_at }) => published_at === null);
  const published = all.filter(({ published_at }) => published_at !== null);
  const next = published.filter((rules) => !hasBegun(rules, now));
  const [active, ...past] = published.filter((rules) => hasBegun(rules, now));
  const lines = active ? ruleLines(active, formats, { candid: true }) : [];
  const row = (rules: RuleSet) => rowOf(rules, lines, { now, formats });
  return {
    title: 'Reward rules',
    active: {
      title: active ? `${nameOf(active)}, ${sinceWords(active, formats)}` : '',
      href: active ? rulesPath(active) : '',
      lines,
    },
    lists: [
      { title: 'To come', rows: next.map(row) },
      { title: 'Drafts', rows: drafts.map(row) },
      { title: 'Earlier', rows: past.map(row) },
    ].filter(({ rows }) => rows.length > 0),
  };
}

export const rulesPath = ({ id }: Pick<RuleSet, 'id'>) => `/finance/rules/${String(id)}`;

/** What people call a rule set. */
export const nameOf = ({ number, id }: Pick<RuleSet, 'number' | 'id'>) =>
  number === null ? `Draft ${String(id)}` : `Rules ${String(number)}`;

export const hasBegun = ({ effective_from }: Pick<RuleSet, 'effective_from'>, now: Date) =>
  effective_from !== null && effective_from <= now;

/** The first set has been in force since before there was anything to pay. */
export const sinceWords = (
  { number, effective_from }: Pick<RuleSet, 'number' | 'effective_from'>,
  { day }: Formats,
): string =>
  number === 1 || effective_from === null
    ? 'in force from the beginning'
    : `in force since ${day(effective_from)}`;

/** How a rule set stands, in a word and a colour. */
export function chipOf(rules: RuleSet, now: Date): Chip {
  const { published_at, proposal } = rules;
  if (published_at !== null) {
    return hasBegun(rules, now)
      ? { text: 'Published', tone: 'ok' }
      : { text: 'Takes effect later', tone: 'gold' };
  }
  return proposal === null ? { text: 'Draft', tone: '' } : STANDINGS[stateOf(proposal, now)];
}

/** Who drafted, proposed and decided it, in sentences without their full stops. */
export function storyOf({ maker, edited_at, proposal }: RuleSet, { dateTime }: Formats): string[] {
  const drafted = maker && edited_at ? [`${maker} drafted it, ${dateTime(edited_at)}`] : [];
  if (!proposal) return drafted;
  const { proposer, made_at, checker, decided_at, decision } = proposal;
  const proposed = `${proposer} proposed it, ${dateTime(made_at)}`;
  if (decision === null || decided_at === null) return [...drafted, proposed];
  const verb = { approved: 'approved', declined: 'sent back', withdrawn: 'took back' }[decision];
  return [...drafted, proposed, `${checker ?? ''} ${verb} it, ${dateTime(decided_at)}`];
}

function rowOf(
  rules: RuleSet,
  active: RuleLine[],
  { now, formats }: { now: Date; formats: Formats },
): RulesRow {
  const changes = changesBetween(active, ruleLines(rules, formats, { candid: true }));
  return {
    href: rulesPath(rules),
    name: nameOf(rules),
    chip: chipOf(rules, now),
    from: rules.number === 1 || !rules.effective_from ? '' : formats.day(rules.effective_from),
    what: changes.map(({ label, after }) => `${label}: ${after}`).join('; ') || 'As in force',
    story: storyOf(rules, formats).join('. '),
  };
}
