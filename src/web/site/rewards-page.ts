import type { Terms } from '../../rewards/decide.ts';
import type { RuleShadowRow } from '../../rewards/rows.ts';
import type { PublishedRules } from '../../rewards/rules.ts';
import type { Formats } from '../format.ts';
import { changesBetween, ruleLines, type RuleChange, type RuleLine } from '../rule-words.ts';
import { differenceWords } from '../shadow-words.ts';
import type { TextPage } from './text-page.ts';

/** The operator's text, the rules in force, and what is published to come after them. */
export type RewardsPage = TextPage & RulesNowAndNext;

export type RulesNowAndNext = {
  now: { title: string; lines: RuleLine[] };
  next:
    | {
        title: string;
        publishedOn: Date;
        changes: RuleChange[];
        /** What they would have paid in the past; empty where nobody tried. */
        shadow: string;
      }
    | undefined;
};

type Rules = PublishedRules & Terms;

/** Nothing here is about anybody, and amounts of budgets stay in finance. */
export function rewardsPage(
  { active, next, shadow }: { active: Rules; next: Rules | undefined; shadow: Shadow },
  formats: Formats,
): RulesNowAndNext {
  const lines = ruleLines(active, formats);
  const since = active.number === 1 ? 'from the beginning' : `since ${fullDay(active, formats)}`;
  return {
    now: { title: `Rules ${String(active.number)}, in force ${since}`, lines },
    next: next && {
      title: `Rules ${String(next.number)}, from ${fullDay(next, formats)}`,
      publishedOn: next.published_at,
      changes: changesBetween(lines, ruleLines(next, formats)),
      shadow: shadow ? differenceWords(shadow, formats) : '',
    },
  };
}

type Shadow = RuleShadowRow | undefined;

const fullDay = ({ effective_from }: PublishedRules, { longDay }: Formats) =>
  longDay(effective_from);
