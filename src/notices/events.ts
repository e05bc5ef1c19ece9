import type { MailRow, NoticePreferenceRow } from './rows.ts';

/** What members choose about. */
export type NoticeEvent = NoticePreferenceRow['event'];

export type EmailChoice = NoticePreferenceRow['choice'];

/** What there is to say of an event, and how members are mailed about it unless they choose. */
type Words = {
  name: string;
  /** Behind "You get this because". */
  because: string;
  /** Behind "Stop emails about". */
  about: string;
  usually: EmailChoice;
};

/** In the order in which the settings list them. */
export const EVENTS: Record<NoticeEvent, Words> = {
  answers: {
    ...{ name: 'Somebody answers your question', because: 'you asked a question' },
    ...{ about: 'answers to your questions', usually: 'at-once' },
  },
  comments: {
    ...{ name: 'Somebody comments on your post', because: 'somebody commented on your post' },
    ...{ about: 'comments', usually: 'batched' },
  },
  mentions: {
    ...{ name: 'Somebody mentions you', because: 'somebody mentioned you' },
    ...{ about: 'mentions', usually: 'batched' },
  },
  follows: {
    ...{ name: 'A question you follow is answered or solved', because: 'you follow the question' },
    ...{ about: 'questions you follow', usually: 'batched' },
  },
  topics: {
    ...{ name: 'A new question in a topic you follow', because: 'you follow its topic' },
    ...{ about: 'new questions in topics you follow', usually: 'daily' },
  },
  experts: {
    ...{ name: 'Nobody has answered a question in a topic you know' },
    ...{ because: 'you know a topic', about: 'unanswered questions', usually: 'batched' },
  },
  accepted: {
    ...{ name: 'Your answer fixes it', because: 'you answered a question' },
    ...{ about: 'accepted answers', usually: 'at-once' },
  },
  checked: {
    ...{ name: 'Your answer is checked', because: 'your answer was checked' },
    ...{ about: 'checked answers', usually: 'daily' },
  },
  outdated: {
    ...{ name: 'Your answer may be out of date', because: 'you answered a question' },
    ...{ about: 'answers of yours that may be out of date', usually: 'batched' },
  },
  guides: {
    ...{ name: 'What you wrote becomes a guide', because: 'a guide carries your name' },
    ...{ about: 'guides that carry your name', usually: 'at-once' },
  },
  reminders: {
    ...{ name: 'A reminder to say what fixed it', because: 'you asked a question' },
    ...{ about: 'reminders', usually: 'at-once' },
  },
  messages: {
    ...{ name: 'Our team writes to you privately', because: 'our team wrote to you' },
    ...{ about: 'private replies', usually: 'at-once' },
  },
  reports: {
    ...{ name: 'Something comes of your report', because: 'you reported something' },
    ...{ about: 'your reports', usually: 'at-once' },
  },
};

export const NOTICE_EVENTS = Object.keys(EVENTS) as NoticeEvent[];

/**
 * What a notice of a kind falls under; undefined for what nobody can turn off: what is decided
 * about a member, which they can appeal, and what is between us and those who work with us.
 */
export const eventOf = (kind: MailRow['kind']): NoticeEvent | undefined => FALLS_UNDER[kind];

const FALLS_UNDER: Partial<Record<MailRow['kind'], NoticeEvent>> = {
  answered: 'answers',
  commented: 'comments',
  mentioned: 'mentions',
  'followed-answer': 'follows',
  solved: 'follows',
  'topic-question': 'topics',
  'expert-asked': 'experts',
  merged: 'follows',
  unmerged: 'follows',
  split: 'follows',
  unsplit: 'follows',
  accepted: 'accepted',
  audited: 'checked',
  outdated: 'outdated',
  'level-reached': 'checked',
  'guide-credit': 'guides',
  reminder: 'reminders',
  'case-reply': 'messages',
  'case-closed': 'messages',
  'report-decided': 'reports',
  'suggestion-merged': 'reports',
};
