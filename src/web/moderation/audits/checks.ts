import type { Fact } from '../../../moderation/facts/find-facts.ts';
import { priceChecks } from '../facts/price-checks.ts';
import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { Formats } from '../../format.ts';
import type { Html } from '../../html.ts';
import type { IconName } from '../../look/icons.ts';
import { copyChecks } from './copy-checks.ts';

/** One thing that the data says of an answer; `warn` where a person should look at it. */
export type Check = {
  warn: boolean;
  icon: IconName;
  text: string;
  detail?: string | undefined;
  /** What it is compared with, and what differs. */
  against?: { href: string; title: string; at: Date; diff: Html } | undefined;
};

/** Who looks, and whether the author's name is hidden from them. */
type Eyes = { formats: Formats; blind: boolean };

type Around = Eyes & {
  /** What the operator says itself. */
  facts: readonly Fact[];
};

/** From how many acceptances within thirty days an asker and an author are worth a look. */
const OFTEN = 3;

/** What can honestly be computed of an answer, what needs looking at first. */
export function checksOf(item: AuditItem, { formats, blind, facts }: Around): Check[] {
  return bySign([
    ...pricesOf(item, facts, formats),
    ...copyChecks(item, { blind }),
    ...[editOf(item, { formats, blind }), ...speedOf(item, formats), pairOf(item, blind)],
  ]);
}

/** What a steward is told of: nothing that says who wrote or accepted it, or what it earns. */
export function checksOfSteward(
  item: AuditItem,
  { formats, facts, read }: Omit<Around, 'blind'> & { read: (text: string) => string },
): Check[] {
  return bySign([...pricesOf(item, facts, formats), ...copyChecks(item, { blind: true, read })]);
}

const bySign = (checks: readonly Check[]) =>
  checks.toSorted((one, two) => Number(two.warn) - Number(one.warn));

function pricesOf(item: AuditItem, facts: readonly Fact[], formats: Formats): Check[] {
  const prices = priceChecks(item.answer.body, facts, formats);
  return prices.length > 0 ? prices : [priceOf(item)];
}

function priceOf({ signals }: AuditItem): Check {
  return signals.priced
    ? warning('Mentions a price', 'warn', 'Check it against the price list')
    : fine('Mentions no price');
}

function editOf({ signals, edited }: AuditItem, { formats, blind }: Eyes): Check {
  if (!signals.edited) return fine('Not edited since it was accepted');
  const detail = `${blind ? 'On' : `By ${edited.by} on`} ${formats.dateTime(edited.at)}`;
  return warning('Edited after it was accepted', 'pencil', detail);
}

/** Nothing where an import knows no instant of the acceptance but the answer's own. */
function speedOf({ signals, answer, acceptance }: AuditItem, { dateTime }: Formats): Check[] {
  const [posted, accepted] = [answer.answered_at, acceptance.accepted_at];
  if (posted.getTime() === accepted.getTime()) return [];
  const detail = `Posted ${dateTime(posted)}, accepted ${dateTime(accepted)}`;
  return [
    signals.quick
      ? warning('Accepted within a minute of being posted', 'clock', detail)
      : fine('Not accepted in a hurry', detail),
  ];
}

function pairOf({ question, answer, history: { pair } }: AuditItem, blind: boolean): Check {
  const [asker, author] = [question.author.name, blind ? 'this author' : answer.author.name];
  const text =
    pair > 1
      ? `${asker} accepted ${String(pair)} of ${author}’s answers within 30 days`
      : `The only answer of ${author}’s that ${asker} accepted within 30 days`;
  return pair >= OFTEN ? warning(text, 'swap') : fine(text);
}

const warning = (text: string, icon: IconName, detail?: string): Check => ({
  ...{ warn: true, icon, text, detail },
});

const fine = (text: string, detail?: string): Check => ({
  ...{ warn: false, icon: 'check', text, detail },
});
