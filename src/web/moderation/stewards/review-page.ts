import type { MemberRow } from '../../../members/rows.ts';
import type { ReviewItem } from '../../../moderation/governance/read-review.ts';
import type { DeskKeys } from '../../../moderation/queue/desk-settings.ts';
import type { VerdictRow } from '../../../moderation/rows.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import type { Html } from '../../html.ts';
import type { ErrorSummary, Note } from '../../look/notes.ts';
import { failChoice, failReasons, type FailChoice } from '../audits/fail-reasons.ts';
import { GOVERNANCE } from '../governance/area.ts';

/** What stewards decided, for staff to judge by themselves first and to compare afterwards. */
export type ReviewPage = {
  title: string;
  keys: DeskKeys;
  lede: string;
  topic: string;
  threadHref: string;
  question: Html;
  /** As the stewards read it, without markup. */
  text: string;
  errors: ErrorSummary['errors'];
  form: ReviewForm | undefined;
  notes: readonly Note[];
  overturn: { action: string; says: string } | undefined;
};

type ReviewForm = {
  action: string;
  note: string;
  fail: FailChoice;
};

export const reviewHref = (id: number) => `${GOVERNANCE}/reviews/${String(id)}`;

type Needs = {
  viewer: Pick<MemberRow, 'id'>;
  keys: DeskKeys;
  errors?: FieldErrors | undefined;
  typed?: Typed | undefined;
};

export function reviewPage(
  item: ReviewItem,
  { viewer, keys, errors = {}, typed = {} }: Needs,
): ReviewPage {
  const recused = isPart(item, viewer);
  const open = item.reviewed_at === null && !recused;
  const href = reviewHref(item.id);
  const mayOverturn = !recused && differs(item) && stands(item);
  return {
    title: item.question.title,
    keys,
    lede: 'Stewards have decided this one. Judge it by yourself; what they said is shown afterwards.',
    topic: item.topic,
    threadHref: questionPath(item.question),
    question: storedHtml(item.question.body_html),
    text: item.text,
    errors: Object.values(errors).map((message) => ({ field: 'review', message })),
    form: open
      ? { action: href, note: typed.note ?? '', fail: failChoice('Fail', keys, errors.reason) }
      : undefined,
    notes: recused ? [RECUSED] : notesOf(item),
    overturn: mayOverturn ? { action: `${href}/overturn`, says: overturnWords(item) } : undefined,
  };
}

const isPart = ({ acceptance }: ReviewItem, { id }: Pick<MemberRow, 'id'>) =>
  [acceptance.author_id, acceptance.asker_id, acceptance.accepted_by].includes(id);

const differs = ({ verdict, decided }: ReviewItem) =>
  verdict !== null && (verdict === 'fail') !== (decided.verdict === 'fail');

const stands = ({ overturned_at, decided, acceptance }: ReviewItem) =>
  overturned_at === null && decided.undone_at === null && !acceptance.withdrawn;

function notesOf(item: ReviewItem): Note[] {
  const { verdict, reason, decided, reviewer, overturned_at } = item;
  if (verdict === null) return [];
  const says = (said: VerdictRow['verdict'], why: VerdictRow['reason']) =>
    `${DID[said]}${why === null ? '' : `: ${failReasons[why].toLowerCase()}`}`;
  return [
    note(`Two stewards ${says(decided.verdict, decided.reason)}.`, decided.note),
    note(`${reviewer ?? 'A colleague'} ${says(verdict, reason)}.`, item.note),
    ...(overturned_at === null ? [] : [note('The stewards’ decision was overturned.', '')]),
    ...(item.acceptance.withdrawn ? [note('The acceptance was withdrawn since.', '')] : []),
  ];
}

const note = (lead: string, text: string): Note => ({
  ...{ kind: 'info', lead, text: text && `“${text}”` },
});

const RECUSED = note('You have a part in this one, so a colleague judges it.', '');

const overturnWords = ({ verdict }: ReviewItem) =>
  verdict === 'fail'
    ? 'The reward is taken back, and the author is told why.'
    : 'The author gets the reward after all, and is told.';

const DID: Record<VerdictRow['verdict'], string> = {
  pass: 'passed it',
  fix: 'passed it',
  fail: 'failed it',
};
