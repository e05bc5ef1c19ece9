import type { Median, Total } from '../../../moderation/record/read-totals.ts';

/** What was decided, for everybody. */
export function kindWords({ kind, outcome, byStewards }: Total): string {
  const words = OUTCOMES[`${kind}:${outcome}`] ?? `${kind} ${outcome}`.replaceAll('-', ' ');
  return byStewards ? `${words}, by two stewards` : words;
}

/** On what ground; a ground without words of its own speaks for itself. */
export function groundWords(ground: string): string {
  const words = GROUNDS[ground] ?? ground.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What waited to be decided, for everybody. */
export const medianWords = (kind: Median['kind']): string =>
  KINDS[kind] ?? kind.replaceAll('-', ' ');

/** A time as people say it: 40 seconds, 12 minutes, 5.5 hours, 3 days. */
export function duration(seconds: number): string {
  const [size, unit] = UNITS.find(([least]) => seconds >= least * 2) ?? SECOND;
  const number = seconds / size;
  return `${number < 10 && size > 1 ? String(Number(number.toFixed(1))) : number.toFixed(0)} ${unit}`;
}

const SECOND = [1, 'seconds'] as const;
const UNITS = [
  [86_400, 'days'],
  [3_600, 'hours'],
  [60, 'minutes'],
] as const;

const OUTCOMES: Readonly<Record<string, string>> = {
  'check:pass': 'Answers passed',
  'check:fix': 'Answers mended and passed',
  'check:fail': 'Answers failed',
  'removal:removed': 'Posts removed',
  'report:removed': 'Reports: post removed',
  'report:masked': 'Reports: details masked',
  'report:warned': 'Reports: member warned',
  'report:dismissed': 'Reports: nothing done',
  'sanction:warning': 'Warnings',
  'sanction:limited': 'Members limited for a time',
  'sanction:suspended': 'Members suspended',
  'sanction:closed': 'Accounts closed',
  'appeal:upheld': 'Appeals: the decision stands',
  'appeal:overturned': 'Appeals: the decision was overturned',
  'personal-data:masked': 'Personal details kept hidden',
  'personal-data:shown': 'Details found harmless',
  'fraud:harmless': 'Suspicions of fraud found harmless',
  'fraud:confirmed': 'Fraud confirmed',
};

const GROUNDS: Readonly<Record<string, string>> = {
  wrong: 'Wrong or out of date',
  unsafe: 'Dangerous or against the rules',
  copied: 'Copied',
  gaming: 'Gaming rewards',
  spam: 'Spam',
  rude: 'Abusive',
  'personal-data': 'Personal details',
  'off-topic': 'Doesn’t belong here',
  imei: 'IMEI',
  iccid: 'ICCID',
  puk: 'PUK',
  pac: 'PAC',
};

const KINDS: Readonly<Record<string, string>> = {
  audit: 'Checks of answers',
  report: 'Reports',
  'first-post': 'First posts',
  'personal-data': 'Personal details',
  spam: 'Suspected spam',
  fraud: 'Suspected fraud',
  appeal: 'Appeals',
  'steward-decision': 'Staff’s look at what stewards decided',
};

/** What happens among stewards, in the order in which it is told. */
export const STEWARD_ACTS: readonly (readonly [act: string, words: string])[] = [
  ['steward-accepted', 'Began'],
  ['steward-resigned', 'Stopped'],
  ['steward-relieved', 'Relieved by our team'],
  ['steward-topics-changed', 'Given other topics'],
  ['undertaking-published', 'New versions of what they undertake'],
  ['undertaking-signed', 'Signed one of these'],
];
