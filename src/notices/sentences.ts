import type { MailRow } from './rows.ts';

/** Whom and what a sentence names; null where the reader may not be told. */
type Facts = { kind: MailRow['kind']; actor: string | null; title: string | null };

/** A notice in one sentence, as the list on the site and bundled mails say it. */
export function sentenceOf({ kind, actor, title }: Facts): string {
  const who = actor ?? 'Somebody';
  const what = title === null ? 'a question' : `“${title}”`;
  return (SENTENCES[kind] ?? OTHER)(who, what);
}

type Sentence = (who: string, what: string) => string;

const OTHER: Sentence = () => 'There is something for you to read.';

const SENTENCES: Partial<Record<MailRow['kind'], Sentence>> = {
  answered: (who, what) => `${who} answered ${what}`,
  commented: (who, what) => `${who} commented on your post in ${what}`,
  mentioned: (who, what) => `${who} mentioned you in ${what}`,
  'followed-answer': (who, what) => `${who} answered ${what}, which you follow`,
  'topic-question': (who, what) => `${who} asked ${what} in a topic you follow`,
  'expert-asked': (_who, what) => `Nobody had answered ${what}, and you know its topic`,
  solved: (_who, what) => `${what}, which you follow, is solved`,
  merged: (_who, what) => `A question that asks the same was put together with ${what}`,
  'suggestion-merged': (_who, what) => `You were right: our team put two into ${what}`,
  unmerged: (_who, what) => `${what} has its own answers again`,
  split: (_who, what) => `${what} is a question of its own now`,
  unsplit: (_who, what) => `What had moved out of ${what} is back there`,
  accepted: (_who, what) => `Your answer to ${what} was accepted`,
  'accepted-for-you': (_who, what) => `We accepted an answer for you to ${what}`,
  'guide-credit': () => 'What you wrote is a guide now, with your name on it',
  'level-reached': () => 'Your answers have held up: you have reached another level',
  audited: (_who, what) => `Your answer to ${what} was checked`,
  failed: (_who, what) => `Your answer to ${what} was checked and not paid`,
  outdated: (_who, what) => `Readers are told that your answer to ${what} may be out of date`,
  approved: (_who, what) => `What you wrote in ${what} can be read now`,
  masked: (_who, what) => `Something of yours in ${what} is hidden from readers`,
  removed: (_who, what) => `We removed what you wrote in ${what}`,
  reminder: (_who, what) => `Did anything fix ${what}? Say which answer did`,
  'report-decided': () => 'Something came of your report',
  'appeal-decided': () => 'Your appeal is decided',
  sanctioned: () => 'Our team has decided something about your account',
  'sanction-ended': () => 'What kept you from posting or earning has ended',
  'case-reply': () => 'Our team replied to you privately',
  'case-closed': () => 'Our team closed a private conversation with you',
  'steward-invitation': () => 'Would you be a steward?',
  'steward-topics': () => 'Your topics as a steward have changed',
  'steward-undertaking': () => 'What stewards undertake has changed',
  budget: () => 'A month’s budget for rewards is nearly or wholly used',
};
