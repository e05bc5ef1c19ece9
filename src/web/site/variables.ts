import { readActiveRules } from '../../rewards/rules.ts';
import type { Variable } from '../../site/variables.ts';
import type { Deps } from '../deps.ts';
import { escapeHtml, type Html } from '../html.ts';

/** What is true now of what the operator's texts may name, as markup. */
export async function readVariables({
  db,
  now,
  site,
  formats,
}: Pick<Deps, 'db' | 'now' | 'site' | 'formats'>): Promise<Readonly<Record<Variable, Html>>> {
  const rules = await readActiveRules(db, now());
  const values: Record<Variable, string> = {
    site: site.name,
    support: site.supportNumber,
    hours: site.openingHours,
    accepted_answer: formats.money(rules.accepted_answer_minor),
    hold_days: String(rules.hold_days),
    pair_limit: String(rules.pair_limit),
    pair_days: String(rules.pair_days),
    monthly_cap: formats.money(rules.monthly_cap_minor),
    payout_minimum: formats.money(rules.payout_minimum_minor),
    newcomer_share: String(rules.newcomer_share),
    helper_share: String(rules.helper_share),
    guide_share: String(rules.guide_share),
    steward_share: String(rules.steward_share),
  };
  const markup = Object.entries(values).map(([name, value]) => [name, escapeHtml(value)]);
  return Object.fromEntries(markup) as Record<Variable, Html>;
}
