import { familyOf } from '../../finance/books/accounts.ts';
import type { AuditRecord, BusinessRecord } from '../../finance/books/business-record.ts';
import type { Receipt, Step } from '../../finance/statement/receipt.ts';
import { STATES, type Words } from '../../finance/statement/statement-words.ts';
import { memberIn } from '../../ledger/accounts.ts';
import { rubricWords } from '../moderation/audits/rubric-words.ts';
import type { Formats } from '../format.ts';
import { KEPT } from '../kept-words.ts';
import { answerPath, profilePath } from '../forum/paths.ts';
import { entryNumber, receiptPath } from './receipt-words.ts';

/** What a line of the statement was for, what moved, by which rules, and what the check said. */
export type ReceiptPage = {
  title: string;
  lead: string;
  amountMinor: bigint;
  /** What was moved, in plain words; undefined where nothing was. */
  legs: { from: string; to: string; at: Date; number: string } | undefined;
  /** Where to have what proves that it is in the ledger, once it is sealed. */
  proof: string | undefined;
  about: ReceiptAbout | undefined;
  rules: string | undefined;
  hold: string | undefined;
  checks: string[];
  steps: ReceiptStep[];
};

export type ReceiptAbout = {
  /** Null where the question was taken down. */
  question: { title: string; href: string } | null;
  asker: { name: string; href: string };
  acceptedAt: Date;
};

export type ReceiptStep = {
  href: string | undefined;
  number: string;
  at: Date;
  what: string;
  reason: string;
  move: string;
  amount: string;
  current: boolean;
};

export function receiptPage(receipt: Receipt, formats: Formats): ReceiptPage {
  const { entry, record, reward, steps } = receipt;
  const step = steps.find(({ transfer }) => transfer.id === entry?.id);
  return {
    title: entry ? `Receipt ${entryNumber(entry)}` : 'Receipt of a reward',
    lead: leadOf(step ?? receipt.unmoved ?? NOTHING),
    amountMinor: entry?.amount_minor ?? 0n,
    proof: entry?.seq == null ? undefined : `${receiptPath(entryNumber(entry))}/proof.json`,
    legs: entry && {
      ...{ from: placeOf(entry.debit), to: placeOf(entry.credit), at: entry.recorded_at },
      number: entryNumber(entry),
    },
    about: record && aboutOf(record),
    rules: rulesOf(record),
    hold: reward && record ? holdText(receipt, formats) : undefined,
    checks: (record?.audits ?? []).flatMap((audit) => checkTexts(audit, formats)),
    steps: steps.map((one) => stepRow(one, one === step, formats)),
  };
}

const leadOf = ({ title, reason, state }: Words) =>
  `${reason === '' ? title : `${title}: ${reason}`}. Now: ${STATES[state].toLowerCase()}.`;

/** What was waiting once has moved since: the steps tell the rest. */
const NOTHING: Words = { title: 'Accepted answer', reason: '', state: 'checked' };

/** The member's own accounts by what they are to them; the operator's by their names. */
function placeOf(code: string): string {
  const own = memberIn(code);
  return own ? OWN[own.bucket] : familyOf(code).name;
}

const OWN = {
  pending: 'Your credits being checked',
  available: 'Your balance',
  'in-transit': 'Your payout on its way',
} as const;

function aboutOf(record: BusinessRecord): ReceiptAbout {
  const { question_id: id, slug, title, answer_id, asker, accepted_at } = record;
  return {
    question: title === null ? null : { title, href: answerPath({ id, slug }, answer_id) },
    asker: { name: asker, href: profilePath(asker) },
    acceptedAt: accepted_at,
  };
}

const rulesOf = (record: BusinessRecord | undefined) =>
  record?.reward?.rules == null ? undefined : `Rules ${String(record.reward.rules)}`;

function holdText({ reward }: Receipt, { dateTime, money }: Formats): string | undefined {
  if (!reward || reward.state === 'refused') return undefined;
  const amount = money(reward.amount_minor, reward.currency);
  const until = dateTime(reward.hold_until);
  if (reward.state === 'waiting') {
    return `${amount} waits for a month’s budget. Its hold counts all the same, until ${until}.`;
  }
  if (reward.state === 'held' && reward.keeping !== null) {
    return `${amount} ${KEPT[reward.keeping]}.`;
  }
  return reward.state === 'held'
    ? `${amount} is held until a check passes it. Where none is drawn, until ${until}.`
    : `${amount} was to be held until a check, or until ${until} without one.`;
}

/** What a check found, without who made it. */
function checkTexts({ state, verdicts }: AuditRecord, { day }: Formats): string[] {
  if (state === 'cancelled') return ['A check was called off, because the acceptance ended.'];
  if (verdicts.length === 0) return ['It was drawn for a check, which nobody has made yet.'];
  return verdicts.map(({ verdict, reason, decided_at, undone_at, note, ...rubric }) => {
    const found = `${VERDICTS[verdict]}${reason === null ? '' : `: ${FAULTS[reason]}`}`;
    const undone = undone_at === null ? '' : ' This was undone at once.';
    const said = note === '' || undone_at !== null ? '' : ` “${note}”`;
    const scored = undone_at === null ? rubricWords(rubric) : undefined;
    return `${found}, on ${day(decided_at)}.${undone}${scored ? ` ${sentence(scored)}.` : ''}${said}`;
  });
}

const sentence = (words: string) => `How it did: ${words}`;

type Verdict = AuditRecord['verdicts'][number];

const VERDICTS: Record<Verdict['verdict'], string> = {
  pass: 'It passed our check',
  fix: 'We mended a detail, and it passed',
  fail: 'It didn’t pass our check',
};

const FAULTS: Record<NonNullable<Verdict['reason']>, string> = {
  wrong: 'it was wrong or out of date',
  unsafe: 'it wasn’t safe to follow',
  copied: 'it was copied',
  gaming: 'it was written for the reward',
};

function stepRow(step: Step, current: boolean, { money }: Formats): ReceiptStep {
  const { transfer, title, reason, isOwn } = step;
  const { debit, credit, amount_minor, currency, recorded_at } = transfer;
  return {
    href: isOwn && !current ? receiptPath(entryNumber(transfer)) : undefined,
    number: entryNumber(transfer),
    ...{ at: recorded_at, what: title, reason, current },
    move: `${placeOf(debit)} → ${placeOf(credit)}`,
    amount: money(amount_minor, currency),
  };
}
