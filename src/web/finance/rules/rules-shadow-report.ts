import type { Refusal } from '../../../rewards/replay.ts';
import type { Shadow } from '../../../rewards/shadows.ts';
import type { Formats } from '../../format.ts';
import { differenceWords, spanWords } from '../../shadow-words.ts';
import { UNPAID_BECAUSE } from '../../forum/words.ts';

/** What rules would have paid for a time of the past beside what was. */
export type ShadowReport = {
  title: string;
  /** Said where the draft was changed since. */
  stale: boolean;
  triedBy: string;
  summary: string;
  facts: { term: string; text: string }[];
  refusals: { reason: string; refused: string; wouldRefuse: string }[];
  largest: { name: string; paid: string; wouldPay: string; change: string }[];
  csv: string;
};

export function shadowReport(
  shadow: Shadow,
  { isCurrent }: { isCurrent: boolean },
  formats: Formats,
): ShadowReport {
  const { money, count, dateTime } = formats;
  const signed = (amount: bigint) => (amount > 0n ? `+${money(amount)}` : money(amount));
  return {
    title: `Tried on ${spanWords(shadow, formats)}`,
    stale: !isCurrent,
    triedBy: `${shadow.runner} tried them, ${dateTime(shadow.run_at)}.`,
    summary: differenceWords(shadow, formats),
    facts: [
      ['Acceptances', count(shadow.acceptances)],
      ['Paid or owed', money(shadow.paid_minor)],
      ['Would have been paid', money(shadow.would_pay_minor)],
      ['Difference', signed(shadow.would_pay_minor - shadow.paid_minor)],
      ['Members better off', count(shadow.better)],
      ['Members worse off', count(shadow.worse)],
      ['Members unchanged', count(shadow.unchanged)],
      ['Would have waited for budget', waitingWords(shadow, formats)],
    ].map(([term = '', text = '']) => ({ term, text })),
    refusals: shadow.refusals.map(({ refusal, refused, would_refuse }) => ({
      reason: capital(UNPAID_BECAUSE[refusal satisfies Refusal]),
      refused: count(refused),
      wouldRefuse: count(would_refuse),
    })),
    largest: shadow.largest.map(({ name, paid, would_pay }) => ({
      ...{ name, paid: money(paid), wouldPay: money(would_pay) },
      change: signed(would_pay - paid),
    })),
    csv: `/finance/rules/${String(shadow.rule_set_id)}/shadow.csv`,
  };
}

const waitingWords = ({ waiting, waiting_minor }: Shadow, { money, count }: Formats) =>
  waiting === 0 ? 'None' : `${count(waiting)}, ${money(waiting_minor)}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
