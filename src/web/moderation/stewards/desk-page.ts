import type { StewardItem } from '../../../moderation/governance/read-steward-queue.ts';
import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { Fact } from '../../../moderation/facts/find-facts.ts';
import type { DeskKeys } from '../../../moderation/queue/desk-settings.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import type { Formats } from '../../format.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { answerPath, topicPath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import type { Html } from '../../html.ts';
import { wordDiff } from '../../look/diff-html.ts';
import { nothingToJudge, type EmptyState } from '../../look/empty.ts';
import type { ErrorSummary, Note } from '../../look/notes.ts';
import { failChoice, type FailChoice } from '../audits/fail-reasons.ts';
import { checksOfSteward, type Check } from '../audits/checks.ts';
import { rubricField, type RubricField } from '../audits/rubric-words.ts';
import { factCard, type FactCard } from '../facts/facts-page.ts';

export const STEWARD_DESK = '/steward/audits';
export const stewardHref = (id: AuditId) => `${STEWARD_DESK}/${String(id)}`;

/** What waits for a steward. */
export type StewardDeskPage = {
  title: string;
  lede: string;
  lines: readonly StewardLine[];
  empty: EmptyState;
};

export type StewardLine = {
  href: string;
  title: string;
  topic: string;
  says: string;
  current: boolean;
};

/** One answer for a steward: nothing says who wrote it, what it earns, or what others said. */
export type StewardAuditPage = {
  title: string;
  lines: readonly StewardLine[];
  errors: ErrorSummary['errors'];
  refused: Note | undefined;
  topic: { name: string; href: string };
  threadHref: string;
  question: Html;
  html: Html;
  changed: string;
  keys: DeskKeys;
  checks: readonly Check[];
  facts: readonly FactCard[];
  form: OpinionForm | undefined;
  /** Where there is nothing to say any more. */
  next: string;
};

export type OpinionForm = {
  action: string;
  version: number;
  note: string;
  keys: DeskKeys;
  says: string;
  fail: FailChoice;
  rubric: RubricField;
  /** Where skipping leads. */
  next: string;
};

type Own = { compared: number; differed: number };

export function stewardDeskPage(items: readonly StewardItem[], own: Own): StewardDeskPage {
  return {
    title: 'Checks for stewards',
    lede: ownWords(own),
    lines: items.map((item) => lineOf(item)),
    empty: nothingToJudge,
  };
}

type Needs = {
  items: readonly StewardItem[];
  /** Undefined where it is theirs to judge no more, or never was. */
  mine: StewardItem | undefined;
  keys: DeskKeys;
  facts: readonly Fact[];
  formats: Formats;
  /** What of the answer's text a member may read. */
  read: (text: string) => string;
  refusal?:
    | { message: string; errors: FieldErrors; typed: Typed; meanwhile?: Meanwhile | undefined }
    | undefined;
};
type Meanwhile = { read: string; now: string };

export function stewardAuditPage(audit: AuditItem, needs: Needs): StewardAuditPage {
  const { items, mine, refusal, keys, facts, formats, read } = needs;
  const { question, answer } = audit;
  const { errors = {}, message = '', meanwhile } = refusal ?? {};
  const place = items.findIndex(({ id }) => id === audit.audit.id);
  const following = items[place + 1] ?? items.find(({ id }) => id !== audit.audit.id);
  const next = following ? stewardHref(following.id) : STEWARD_DESK;
  return {
    title: question.title,
    lines: items
      .slice(Math.max(0, place), Math.max(0, place) + 10)
      .map((item) => lineOf(item, audit.audit.id)),
    errors: Object.values(errors).map((text) => ({ field: 'dec', message: text })),
    refused: message === '' ? undefined : { kind: 'warn', lead: message, status: true },
    topic: { name: question.topic.name, href: topicPath(question.topic) },
    threadHref: answerPath(question, answer.id),
    question: storedHtml(question.body_html),
    ...textOf(audit, meanwhile, read),
    keys,
    checks: checksOfSteward(audit, { formats, facts, read }),
    facts: facts.map((fact) => factCard(fact, formats)),
    form: mine && { ...formOf(audit, mine, needs), next },
    next,
  };
}

const lineOf = ({ id, title, topic, mode }: StewardItem, current?: AuditId): StewardLine => ({
  ...{ href: stewardHref(id), title, topic, current: id === current },
  says: `${topic} · ${mode === 'mixed' ? 'a first opinion' : 'two of you decide'}`,
});

function textOf(
  { answer, accepted, signals }: AuditItem,
  meanwhile: Meanwhile | undefined,
  read: Needs['read'],
) {
  if (meanwhile) {
    return {
      html: wordDiff(read(meanwhile.read), read(meanwhile.now)),
      changed: 'What changed while you read.',
    };
  }
  if (!signals.edited) return { html: storedHtml(answer.body_html), changed: '' };
  const changed = 'Changed after it was accepted; the changes are marked.';
  return { html: wordDiff(read(accepted.body), read(answer.body)), changed };
}

function formOf(
  { audit, answer }: AuditItem,
  { mode }: StewardItem,
  { refusal, keys }: Needs,
): Omit<OpinionForm, 'next'> {
  return {
    action: `${stewardHref(audit.id)}/opinion`,
    version: answer.version,
    note: refusal?.typed.note ?? '',
    keys,
    says:
      mode === 'mixed'
        ? 'Yours is the first opinion. Our team decides without seeing it.'
        : 'Another steward judges it too. If you two agree, it is decided.',
    fail: failChoice('Fail', keys, refusal?.errors.reason ?? refusal?.errors.verdict),
    rubric: rubricField(refusal?.typed ?? {}, keys),
  };
}

function ownWords({ compared, differed }: Own): string {
  if (compared === 0)
    return 'Our team will judge what you judged, and you’ll see here how you compare.';
  const agreed = `${String(compared - differed)} of ${String(compared)}`;
  return `You and our team agreed on ${agreed} answers that both have judged. Thank you.`;
}
