import type { CannedText } from '../../../canned/read-texts.ts';
import type { DeskKeys } from '../../../moderation/queue/desk-settings.ts';
import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Check } from './checks.ts';
import { withQuery } from '../../forum/paths.ts';
import type { PersonalNotice } from '../../forum/personal-notice.ts';
import type { QueueKind } from '../queue/kinds.ts';
import { failChoice, type FailChoice } from './fail-reasons.ts';
import { auditHref } from './audit-href.ts';
import { rubricField, type RubricField } from './rubric-words.ts';
import type { RewardWords } from './reward-words.ts';

/** The form in which an audit is decided; every button of it has a key. */
export type DecisionForm = {
  action: string;
  keys: DeskKeys;
  /** The version of the answer that stands beside the form. */
  version: number;
  /** Whom the note is for. */
  author: string;
  /** Where the reward is, in a sentence. */
  reward: string;
  pass: { label: string; suggested: boolean };
  fix: { label: string; open: boolean; personal: PersonalNotice | undefined };
  fail: FailChoice;
  /** Whoever asked, and the thread about which a private case is opened. */
  privately: { to: string; question: string; answer: string };
  rubric: RubricField;
  note: string;
  canned: readonly { id: string; title: string; chosen: boolean }[];
  ask: AskForm;
  body: string;
  errors: FieldErrors;
  skip: string;
};

/** A question to a colleague, and whom one can ask. */
type AskForm = {
  open: boolean;
  action: string;
  note: string;
  error?: string;
  colleagues: readonly { name: string; chosen: boolean }[];
};

type Needs = {
  checks: readonly Check[];
  reward: RewardWords;
  /** Where skipping leads. */
  next: string;
  /** What the moderator goes through. */
  kind: QueueKind | undefined;
  errors: FieldErrors;
  typed: Typed;
  personal: PersonalNotice | undefined;
  keys: DeskKeys;
  blind: boolean;
  canned: readonly CannedText[];
  /** Whom the viewer can ask. */
  colleagues: readonly string[];
};

export function decisionForm(
  { audit, answer, question }: AuditItem,
  { checks, reward, next, errors, typed, personal, kind, keys, blind, canned, colleagues }: Needs,
): DecisionForm {
  const askError = errors.ask_note ?? errors.ask_of;
  return {
    action: withQuery(`${auditHref(audit.id)}/verdict`, { kind }),
    ...{ keys, version: answer.version },
    author: blind ? 'the author' : answer.author.name,
    reward: reward.long,
    // Nothing is suggested where there is something to look at, so that nobody passes it unread.
    pass: { label: reward.pass, suggested: !checks.some(({ warn }) => warn) },
    fix: { label: reward.fix, open: typed.verdict === 'fix', personal: publicly(personal) },
    fail: failChoice(reward.fail, keys, errors.reason),
    privately: {
      ...{ to: question.author.name, question: String(question.id), answer: String(answer.id) },
    },
    rubric: rubricField(typed, keys),
    note: typed.note ?? '',
    canned: canned.map(({ id, title }) => ({
      ...{ id: String(id), title, chosen: String(id) === typed.canned },
    })),
    ask: {
      ...(askError !== undefined && { error: askError }),
      open: askError !== undefined,
      action: withQuery(`${auditHref(audit.id)}/request`, { kind }),
      note: typed.ask_note ?? '',
      colleagues: colleagues.map((name) => ({ name, chosen: name === typed.ask_of })),
    },
    body: typed.verdict === 'fix' ? (typed.body ?? '') : answer.body,
    errors,
    skip: next,
  };
}

/** Our team cannot ask itself in private. */
const publicly = (personal: PersonalNotice | undefined) =>
  personal && { ...personal, key: undefined };
