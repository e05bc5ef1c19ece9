import { mayAudit } from '../../../moderation/permissions.ts';
import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { Formats } from '../../format.ts';
import { byline, type Byline } from '../../forum/byline.ts';
import { answerPath, topicPath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import { LEVELS } from '../../forum/words.ts';
import type { Html } from '../../html.ts';
import { wordDiff } from '../../look/diff-html.ts';
import { reasonWords } from '../queue/reasons.ts';
import { filePath } from '../member-file/file-path.ts';
import { auditHref } from './audit-href.ts';

/** The question, the answer as accepted and as it is now, and who says what. */
export type ItemCard = {
  topic: { name: string; href: string };
  threadHref: string;
  because: string;
  claim: Claim | undefined;
  question: {
    title: string;
    html: Html;
    asker: Byline;
    askerFile: string;
    asked: Date;
    views: number;
  };
  /** Undefined where names are hidden. */
  author: (Byline & { file: string; level: string; record: string }) | undefined;
  /** The answer's text, marked where it shows what changed. */
  html: Html;
  isDiff: boolean;
  changes: { note: string; href: string; link: string } | undefined;
};

/** Who keeps this item from the others; `action` where it can be kept. */
export type Claim = { text: string; action?: string };

/** The text that the moderator had read and the text that it had become meanwhile. */
export type Meanwhile = { read: string; now: string };

type View = {
  viewer: MemberRow;
  at: Date;
  formats: Formats;
  /** Whether changes are shown as such, where there are any. */
  diff: boolean;
  /** Whether the author's name is hidden. */
  blind: boolean;
  meanwhile?: Meanwhile | undefined;
};

export function itemCard(item: AuditItem, view: View): ItemCard {
  const { audit, question, answer } = item;
  return {
    topic: { name: question.topic.name, href: topicPath(question.topic) },
    threadHref: answerPath(question, answer.id),
    because: reasonWords(audit.because),
    claim: claimOf(item, view),
    question: {
      title: question.title,
      html: storedHtml(question.body_html),
      asker: byline(question.author),
      askerFile: filePath(question.author),
      asked: question.asked_at,
      views: question.view_count,
    },
    author: view.blind ? undefined : authorOf(item, view.formats),
    ...textOf(item, view),
  };
}

const authorOf = (item: AuditItem, formats: Formats) => ({
  ...byline(item.answer.author),
  file: filePath(item.answer.author),
  level: LEVELS[item.answer.author.level],
  record: recordOf(item, formats),
});

function textOf(
  { audit, answer, accepted, edited, signals }: AuditItem,
  { diff, meanwhile, formats, blind }: View,
): Pick<ItemCard, 'html' | 'isDiff' | 'changes'> {
  if (meanwhile) {
    return { html: wordDiff(meanwhile.read, meanwhile.now), isDiff: true, changes: undefined };
  }
  const final = { html: storedHtml(answer.body_html), isDiff: false, changes: undefined };
  if (!signals.edited) return final;
  const href = auditHref(audit.id);
  const when = `on ${formats.dateTime(edited.at)}${blind ? '' : ` by ${edited.by}`}, after it was accepted`;
  if (!diff) {
    return { ...final, changes: { note: `Changed ${when}.`, href, link: 'Show the changes' } };
  }
  return {
    html: wordDiff(accepted.body, answer.body),
    isDiff: true,
    changes: {
      note: `Showing changes made ${when}.`,
      href: `${href}?diff=0`,
      link: 'Show the final text only',
    },
  };
}

function claimOf(item: AuditItem, { viewer, at, formats }: View): Claim | undefined {
  const { audit, acceptance, item: waiting } = item;
  if (!waiting || !mayAudit(viewer, acceptance)) return undefined;
  if (waiting.claimed_until !== null && waiting.claimed_until > at) {
    const until = `until ${formats.time(waiting.claimed_until)}`;
    if (waiting.claimed_by === viewer.id) return { text: `Yours ${until}` };
    return { text: `${waiting.holder ?? 'A colleague'} is reading this one ${until}` };
  }
  return { text: 'Keep for 5 minutes', action: `${auditHref(audit.id)}/claim` };
}

function recordOf({ history, acceptance }: AuditItem, { count, dateTime }: Formats): string {
  const { accepted, checked, passed } = history;
  const checks =
    checked > 0 ? `${count(passed)} of ${count(checked)} checked passed` : 'none checked yet';
  return `${count(accepted)} accepted · ${checks} · accepted ${dateTime(acceptance.accepted_at)}`;
}
