import type { CannedText } from '../../../canned/read-texts.ts';
import type { readRequests } from '../../../moderation/queue/ask-colleague.ts';
import type { DeskKeys } from '../../../moderation/queue/desk-settings.ts';
import { isRecused } from '../../../moderation/permissions.ts';
import type { Showing } from '../../../moderation/agreement/known-items/showings.ts';
import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { Tally } from '../../../moderation/audits/read-tally.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { RewardRow } from '../../../rewards/rows.ts';
import type { Summary } from '../../../forum/summarise-question.ts';
import { withQuery } from '../../forum/paths.ts';
import type { PersonalNotice } from '../../forum/personal-notice.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { ErrorSummary, Note } from '../../look/notes.ts';
import { factCard, type FactCard } from '../facts/facts-page.ts';
import type { Fact } from '../../../moderation/facts/find-facts.ts';
import { checksOf, type Check } from './checks.ts';
import { auditHref } from './audit-href.ts';
import { decisionForm, type DecisionForm } from './decision-form.ts';
import { itemCard, type ItemCard, type Meanwhile } from './item-card.ts';
import { knownWords } from './known-words.ts';
import { keysOf } from './keys.ts';
import { progressOf, type ProgressLine, waitingWords } from './progress.ts';
import { itemHref, type LineStyle, queueLine, type QueueLine } from '../queue/queue-line.ts';
import { queueHref, type Round } from '../queue/round.ts';
import { rewardWords } from './reward-words.ts';
import { verdictLines, type VerdictLine } from './verdict-words.ts';

export type DeskPage = ErrorSummary & {
  title: string;
  head: ProgressLine;
  keys: DeskKeys;
  /** What the question comes to, as readers see it at its top. */
  summary: { action: string; text: string; error: string | undefined };
  /** What colleagues have asked about it. */
  requests: readonly Note[];
  nextUp: readonly QueueLine[];
  waiting: string;
  next: string;
  refused: RefusedNote | undefined;
  item: ItemCard;
  reward: string;
  lookLead: string;
  look: readonly string[];
  checks: readonly Check[];
  verdicts: readonly VerdictLine[];
  facts: readonly FactCard[];
  decision: DecisionForm | undefined;
  /** Why there is nothing to decide for this person. */
  closed: Note | undefined;
};

/** What happened meanwhile, and what was typed where there is no form any more to keep it. */
export type RefusedNote = { lead: Note; kept: string };

/** A decision that was refused: why, what was typed, and what the answer had become. */
export type Refused = {
  message: string;
  errors: FieldErrors;
  typed: Typed;
  meanwhile?: Meanwhile | undefined;
  /** What looks personal in the text of a fix. */
  personal?: PersonalNotice | undefined;
};

type Needs = LineStyle & {
  keys: DeskKeys;
  canned: readonly CannedText[];
  colleagues: readonly string[];
  summary: Summary | undefined;
  requests: Awaited<ReturnType<typeof readRequests>>;
  item: AuditItem;
  round: Round;
  /** As far as it is counted. */
  waiting: number;
  tally: Tally;
  pace: number | undefined;
  reward: RewardRow | undefined;
  viewer: MemberRow;
  /** The viewer has judged it already, and a colleague has yet to. */
  judged: boolean;
  /** Where it is a known item, which nobody is told before they have judged it. */
  known: Showing | undefined;
  facts: readonly Fact[];
  diff: boolean;
  refused?: Refused | undefined;
};

export function deskPage(needs: Needs): DeskPage {
  const { item, round, waiting, kind, formats, refused, keys, blind } = needs;
  const { errors = {}, typed = {}, meanwhile, personal } = refused ?? {};
  const checks = checksOf(item, { formats, blind, facts: needs.facts });
  const look = checks.filter(({ warn }) => warn).map(({ text }) => text);
  const reward = rewardWords(needs.reward, formats);
  const next = round.next ? itemHref(round.next, kind) : queueHref(kind);
  const closed = closedBecause(item, needs);
  return {
    title: item.question.title,
    keys,
    summary: summaryField(needs, typed, errors),
    requests: needs.requests.map(requestNote),
    nextUp: round.nextUp.map((line) => queueLine(line, needs, item.item)),
    waiting: waitingWords(waiting, formats),
    next,
    head: {
      progress: progressOf(needs, formats),
      keys: keysOf({
        ...{ keys, blind, next, previous: round.previous && itemHref(round.previous, kind) },
        here: auditHref(item.audit.id, kind),
      }),
    },
    refused: refusedNote(refused, { hasForm: closed === undefined, blind }),
    errors: Object.entries(errors).map(([field, message]) => ({ field: fieldId(field), message })),
    item: itemCard(item, { ...needs, meanwhile }),
    reward: reward.short,
    lookLead: look.length === 1 ? '1 thing to look at' : `${String(look.length)} things to look at`,
    look,
    checks,
    verdicts: verdictLines(item),
    facts: needs.facts.map((fact) => factCard(fact, formats)),
    decision: closed
      ? undefined
      : decisionForm(item, { ...needs, checks, reward, next, errors, typed, personal }),
    closed,
  };
}

const summaryField = ({ item, kind, summary }: Needs, typed: Typed, errors: FieldErrors) => ({
  action: withQuery(`${auditHref(item.audit.id)}/summary`, { kind }),
  text: typed.summary ?? summary?.body ?? '',
  error: errors.summary,
});

const fieldId = (field: string) =>
  ({ body: 'body', note: 'note', reason: 'reasons', summary: 'summary' })[field] ?? 'dec';

function refusedNote(
  refused: Refused | undefined,
  { hasForm, blind }: { hasForm: boolean; blind: boolean },
): RefusedNote | undefined {
  if (!refused?.message) return undefined;
  const kept = hasForm ? [] : [refused.typed.note, typedFix(refused)];
  const edited = blind && refused.meanwhile !== undefined;
  return {
    lead: { kind: 'warn', lead: edited ? EDITED : refused.message, status: true },
    kept: kept.filter(Boolean).join('\n\n'),
  };
}

/** The same without the name of who edited it. */
const EDITED = 'This was edited while you were reading. Here’s what changed.';

const typedFix = ({ typed }: Refused) => (typed.verdict === 'fix' ? typed.body : undefined);

function closedBecause(
  { audit, acceptance, verdicts }: AuditItem,
  { viewer, judged, known }: Pick<Needs, 'viewer' | 'judged' | 'known'>,
) {
  if (known?.answered_at) return note(knownWords(known));
  if (audit.state === 'cancelled')
    return note('The acceptance was withdrawn, so nothing is to be decided.');
  if (audit.state === 'decided') {
    const verdict = verdicts.findLast((one) => one.audit_id === audit.id && !one.undone_at);
    return note(verdict ? `${verdict.moderator} has decided this one.` : 'This one is decided.');
  }
  if (judged) return note('Your opinion is recorded; a colleague checks this one too.');
  if (!isRecused(viewer, acceptance)) return undefined;
  return note('You wrote, asked for or accepted this answer, so a colleague decides.');
}

const requestNote = ({ asker, colleague, note: text }: Needs['requests'][number]): Note => ({
  ...{ kind: 'staff', text },
  lead: `${asker} asks ${colleague ?? 'whoever comes next'}:`,
});

const note = (lead: string): Note => ({ kind: 'info', lead });
