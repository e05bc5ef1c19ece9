import type { Ground } from '../../../moderation/reports/report-post.ts';
import type { About } from '../../../moderation/reports/read-reports.ts';
import type { ReportCaseRow } from '../../../moderation/rows.ts';
import { answerPath, commentPath, profilePath, questionPath } from '../../forum/paths.ts';
import type { CaseRow } from '../case-list.ts';

/** Why somebody reports something, in the order of the form. */
export const GROUNDS: Record<Ground, string> = {
  unsafe: 'Unsafe advice',
  'personal-data': 'Somebody’s personal details',
  rude: 'Rude or hurtful',
  spam: 'Spam or advertising',
  copied: 'Copied from somewhere else',
  gaming: 'Made up to earn rewards',
  'off-topic': 'Not about a phone or a line',
  other: 'Something else',
};

/** What kind of thing was reported. */
export const kindOf = ({ answer_id, comment_id, profile_id }: About): string => {
  if (profile_id !== null) return 'profile';
  if (comment_id !== null) return 'comment';
  return answer_id === null ? 'question' : 'answer';
};

/** Where it is read; undefined where readers no longer can. */
export function aboutPath({ answer_id, comment_id, profile_id, author, question }: About) {
  if (profile_id !== null) return profilePath(author);
  if (!question) return undefined;
  if (comment_id !== null) return commentPath(question, comment_id);
  return answer_id === null ? questionPath(question) : answerPath(question, answer_id);
}

/** What was reported, as a heading. */
export function aboutTitle(about: About): string {
  const kind = kindOf(about);
  const whose = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} of ${about.author}`;
  return about.question ? `${whose}: ${about.question.title}` : whose;
}

/** What came of it, as a chip for staff. */
export const DECISIONS: Record<NonNullable<ReportCaseRow['decision']>, CaseRow['chip']> = {
  removed: { label: 'Removed', tone: 'bad' },
  masked: { label: 'Masked', tone: 'warn' },
  warned: { label: 'Author warned', tone: 'warn' },
  dismissed: { label: 'Left as it is', tone: 'ok' },
};

/** The same for whoever reported it, who is not told what became of the author. */
export const OUTCOMES: Record<NonNullable<ReportCaseRow['decision']>, CaseRow['chip']> = {
  removed: { label: 'Removed', tone: 'ok' },
  masked: { label: 'Details hidden', tone: 'ok' },
  warned: { label: 'Dealt with', tone: 'ok' },
  dismissed: { label: 'Left as it is', tone: '' },
};
