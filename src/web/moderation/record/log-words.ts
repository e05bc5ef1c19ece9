import type { MemberRow } from '../../../members/rows.ts';

/** What an act was about, with where it is to be read, if this reader may. */
export type SubjectLink = { text: string; href: string | undefined };

/** What was done, in words; a word of the log that has none yet speaks for itself. */
export const actWords = (act: string): string => {
  const words = ACTS[act] ?? act.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** As answer:12, with its address where the reader may go there. */
export function subjectLink(subject: string, viewer: Pick<MemberRow, 'role'>): SubjectLink {
  const [kind = '', id = ''] = subject.split(':');
  const text = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${id}`;
  return { text, href: hrefOf(kind, id, viewer) };
}

function hrefOf(kind: string, id: string, { role }: Pick<MemberRow, 'role'>): string | undefined {
  if (kind === 'answer') return `/a/${id}`;
  if (kind === 'question') return `/q/${id}`;
  if (kind === 'audit' && role === 'moderator') return `/staff/audits/${id}`;
  if (kind === 'audit' && role === 'finance') return `/finance/audits/${id}`;
  if (kind === 'guide' && role === 'moderator') return `/staff/guides/${id}`;
  if (kind === 'bulk' && role === 'moderator') return `/staff/bulk/${id}`;
  if (kind === 'member' && role === 'admin') return `/admin/members/${id}`;
  return undefined;
}

const ACTS: Readonly<Record<string, string>> = {
  'audit-called': 'asked for a check',
  'verdict-pass': 'passed an answer',
  'verdict-fix': 'fixed an answer',
  'verdict-fail': 'failed an answer',
  'verdict-undone': 'took a decision back',
  'verdict-overturned': 'overturned what stewards decided',
  'opinion-given': 'gave an opinion',
  'opinion-undone': 'took an opinion back',
  'bulk-made': 'decided several at once',
  'bulk-undone': 'took back what was decided at once',
  'accepted-for-asker': 'accepted for the asker',
  'question-merged': 'merged a question',
  'pair-set-apart': 'said that two questions are not the same',
  'pair-offered-again': 'took back that two questions are not the same',
  'question-moved': 'moved a question to another topic',
  'question-locked': 'locked a thread',
  'question-unlocked': 'opened a thread again',
  'question-pinned': 'pinned a question',
  'question-unpinned': 'took a pinned question down',
  'merge-undone': 'took a merge apart',
  'question-split': 'split a thread',
  'split-undone': 'put back what was split off',
  'summary-set': 'wrote an “In short”',
  'official-marked': 'marked our official answer',
  'official-unmarked': 'took the mark off our official answer',
  'outdated-marked': 'said that an answer may be out of date',
  'outdated-cleared': 'said that an answer still works',
  'report-removed': 'removed what was reported',
  'report-masked': 'masked what was reported',
  'report-warned': 'warned whoever was reported',
  'report-dismissed': 'left what was reported',
  'guide-draft': 'took a guide back to a draft',
  'guide-archived': 'put a guide away',
  removed: 'removed a post',
  restored: 'put a post back',
  'personal-data-masked': 'kept personal data hidden',
  'personal-data-shown': 'let readers see what looked personal',
  'steward-invited': 'invited a steward',
  'steward-accepted': 'accepted to be a steward',
  'steward-declined': 'declined to be a steward',
  'steward-resigned': 'stopped being a steward',
  'steward-relieved': 'relieved a steward',
  'steward-topics-changed': 'changed the topics of a steward',
  'undertaking-published': 'published what stewards undertake',
  'undertaking-signed': 'signed what stewards undertake',
  'steward-unsure': 'left a check to staff',
  'steward-decision-reviewed': 'looked at a decision of stewards',
  'governance-turned': 'turned the dial of a topic',
  'governance-settings': 'set the thresholds of the dial',
  'outdated-terms-changed': 'changed how many call an answer outdated',
  'silent-terms-changed': 'changed the terms for silent askers',
  'unanswered-terms-changed': 'changed who is offered unanswered questions, and when',
  'case-promise-changed': 'changed what we promise in private',
  'fraud-held': 'held rewards for suspected fraud',
  'fraud-released': 'found a suspicion harmless',
  'fraud-taken-back': 'took rewards back for fraud',
  'synonyms-saved': 'had search take words for one another',
  'synonyms-dropped': 'had search tell words apart',
  sanctioned: 'sanctioned a member',
  'sanction-lifted': 'lifted a sanction',
  'appeal-upheld': 'let a decision stand on appeal',
  'appeal-overturned': 'overturned a decision on appeal',
};
