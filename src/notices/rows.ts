// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AnswerId, CommentId, QuestionId, TopicId } from '../forum/rows.ts';
import type { CaseId } from '../handoff/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type LinkKeyId = Branded<number, 'link_key'>;
export type MailId = Branded<number, 'mail'>;
export type NoticeId = Branded<number, 'notice'>;

export type LinkKeyRow = {
  id: LinkKeyId;
  key: string;
};

export type NewLinkKeyRow = {
  id?: LinkKeyId;
  key: string;
};

export type MailKindRow = {
  word: string;
};

export type NewMailKindRow = {
  word: string;
};

export type MailRow = {
  id: MailId;
  /** What the mail is about: told once, however often it is written. */
  dedupe_key: string;
  member_id: MemberId;
  kind: 'accepted' | 'accepted-for-you' | 'answered' | 'appeal-decided' | 'approved' | 'audited' | 'budget' | 'case-closed' | 'case-reply' | 'change-email' | 'commented' | 'digest' | 'email-changed' | 'expert-asked' | 'failed' | 'followed-answer' | 'guide-credit' | 'level-reached' | 'mailed-reply' | 'masked' | 'mentioned' | 'merged' | 'outdated' | 'password-changed' | 'reminder' | 'removed' | 'report-decided' | 'reset-password' | 'sanction-ended' | 'sanctioned' | 'solved' | 'split' | 'steward-invitation' | 'steward-topics' | 'steward-undertaking' | 'suggestion-merged' | 'topic-question' | 'unmerged' | 'unsplit' | 'verify-email';
  to_address: string;
  subject: string;
  text_body: string;
  html_body: string;
  written_at: Date;
  send_after: Date;
  sent_at: Date | null;
  cancelled_at: Date | null;
  /** How often it was handed to the mail server. */
  attempts: number;
  /** Until when whoever hands it over is given to say how that went. */
  claimed_until: Date | null;
  /** When the mail server last could not be reached for it. */
  unreachable_at: Date | null;
  /** When it was given up: the server will never take it. */
  refused_at: Date | null;
  last_error: string | null;
  /** Where one request stops mails of its sort; null if none does. */
  off_url: string | null;
  /** How it gathers several notices until it is sent; null for one that tells one thing. */
  bundle: 'batched' | 'daily' | null;
  /** Where a reply to it goes, signed for its member; null where nobody would read one. */
  reply_to: string | null;
};

export type NewMailRow = {
  dedupe_key: string;
  member_id: MemberId;
  kind: 'accepted' | 'accepted-for-you' | 'answered' | 'appeal-decided' | 'approved' | 'audited' | 'budget' | 'case-closed' | 'case-reply' | 'change-email' | 'commented' | 'digest' | 'email-changed' | 'expert-asked' | 'failed' | 'followed-answer' | 'guide-credit' | 'level-reached' | 'mailed-reply' | 'masked' | 'mentioned' | 'merged' | 'outdated' | 'password-changed' | 'reminder' | 'removed' | 'report-decided' | 'reset-password' | 'sanction-ended' | 'sanctioned' | 'solved' | 'split' | 'steward-invitation' | 'steward-topics' | 'steward-undertaking' | 'suggestion-merged' | 'topic-question' | 'unmerged' | 'unsplit' | 'verify-email';
  to_address: string;
  subject: string;
  text_body: string;
  html_body: string;
  written_at: Date;
  send_after: Date;
  sent_at?: Date | null;
  cancelled_at?: Date | null;
  attempts?: number;
  claimed_until?: Date | null;
  unreachable_at?: Date | null;
  refused_at?: Date | null;
  last_error?: string | null;
  off_url?: string | null;
  bundle?: 'batched' | 'daily' | null;
  reply_to?: string | null;
};

export type NoticeEventRow = {
  word: string;
};

export type NewNoticeEventRow = {
  word: string;
};

export type NoticePreferenceRow = {
  member_id: MemberId;
  event: 'accepted' | 'answers' | 'checked' | 'comments' | 'experts' | 'follows' | 'guides' | 'mentions' | 'messages' | 'outdated' | 'reminders' | 'reports' | 'topics';
  channel: 'in-app' | 'email';
  /** Null for every topic without a choice of its own. */
  topic_id: TopicId | null;
  choice: 'at-once' | 'batched' | 'daily' | 'off';
};

export type NewNoticePreferenceRow = {
  member_id: MemberId;
  event: 'accepted' | 'answers' | 'checked' | 'comments' | 'experts' | 'follows' | 'guides' | 'mentions' | 'messages' | 'outdated' | 'reminders' | 'reports' | 'topics';
  channel: 'in-app' | 'email';
  topic_id?: TopicId | null;
  choice: 'at-once' | 'batched' | 'daily' | 'off';
};

export type NoticeSettingRow = {
  member_id: MemberId;
  /** Minutes after midnight by the member’s clocks; null for no quiet hours. */
  quiet_from: number | null;
  quiet_to: number | null;
  /** IANA name. */
  time_zone: string;
};

export type NewNoticeSettingRow = {
  member_id: MemberId;
  quiet_from?: number | null;
  quiet_to?: number | null;
  time_zone: string;
};

export type NoticeRow = {
  id: NoticeId;
  /** What it is about: told once, however often it happens. */
  dedupe_key: string;
  member_id: MemberId;
  kind: 'accepted' | 'accepted-for-you' | 'answered' | 'appeal-decided' | 'approved' | 'audited' | 'budget' | 'case-closed' | 'case-reply' | 'change-email' | 'commented' | 'digest' | 'email-changed' | 'expert-asked' | 'failed' | 'followed-answer' | 'guide-credit' | 'level-reached' | 'mailed-reply' | 'masked' | 'mentioned' | 'merged' | 'outdated' | 'password-changed' | 'reminder' | 'removed' | 'report-decided' | 'reset-password' | 'sanction-ended' | 'sanctioned' | 'solved' | 'split' | 'steward-invitation' | 'steward-topics' | 'steward-undertaking' | 'suggestion-merged' | 'topic-question' | 'unmerged' | 'unsplit' | 'verify-email';
  /** Null where nobody chooses: it is always told. */
  event: 'accepted' | 'answers' | 'checked' | 'comments' | 'experts' | 'follows' | 'guides' | 'mentions' | 'messages' | 'outdated' | 'reminders' | 'reports' | 'topics' | null;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  comment_id: CommentId | null;
  actor_id: MemberId | null;
  /** Where it leads on this site. */
  path: string;
  /** Whether it is in the list on the site. */
  in_app: boolean;
  /** It is not shown before. */
  happened_at: Date;
  read_at: Date | null;
  /** The mail that tells it, alone or with others. */
  mail_id: MailId | null;
  /** The private conversation that it is about. */
  case_id: CaseId | null;
};

export type NewNoticeRow = {
  dedupe_key: string;
  member_id: MemberId;
  kind: 'accepted' | 'accepted-for-you' | 'answered' | 'appeal-decided' | 'approved' | 'audited' | 'budget' | 'case-closed' | 'case-reply' | 'change-email' | 'commented' | 'digest' | 'email-changed' | 'expert-asked' | 'failed' | 'followed-answer' | 'guide-credit' | 'level-reached' | 'mailed-reply' | 'masked' | 'mentioned' | 'merged' | 'outdated' | 'password-changed' | 'reminder' | 'removed' | 'report-decided' | 'reset-password' | 'sanction-ended' | 'sanctioned' | 'solved' | 'split' | 'steward-invitation' | 'steward-topics' | 'steward-undertaking' | 'suggestion-merged' | 'topic-question' | 'unmerged' | 'unsplit' | 'verify-email';
  event?: 'accepted' | 'answers' | 'checked' | 'comments' | 'experts' | 'follows' | 'guides' | 'mentions' | 'messages' | 'outdated' | 'reminders' | 'reports' | 'topics' | null;
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  comment_id?: CommentId | null;
  actor_id?: MemberId | null;
  path: string;
  in_app: boolean;
  happened_at: Date;
  read_at?: Date | null;
  mail_id?: MailId | null;
  case_id?: CaseId | null;
};

export type ReminderRow = {
  question_id: QuestionId;
  /** So long after the first answer that could be accepted. */
  days: number;
  reminded_at: Date;
};

export type NewReminderRow = {
  question_id: QuestionId;
  days: number;
  reminded_at: Date;
};

export type ThreadMailRow = {
  member_id: MemberId;
  question_id: QuestionId;
  /** Null only inside the work that writes it. */
  mail_id: MailId | null;
};

export type NewThreadMailRow = {
  member_id: MemberId;
  question_id: QuestionId;
  mail_id?: MailId | null;
};

export type ThreadMuteRow = {
  member_id: MemberId;
  question_id: QuestionId;
  muted_at: Date;
};

export type NewThreadMuteRow = {
  member_id: MemberId;
  question_id: QuestionId;
  muted_at: Date;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    link_keys: Knex.CompositeTableType<LinkKeyRow, NewLinkKeyRow, Partial<NewLinkKeyRow>>;
    mail_kinds: Knex.CompositeTableType<MailKindRow, NewMailKindRow, Partial<NewMailKindRow>>;
    mails: Knex.CompositeTableType<MailRow, NewMailRow, Partial<NewMailRow>>;
    notice_events: Knex.CompositeTableType<NoticeEventRow, NewNoticeEventRow, Partial<NewNoticeEventRow>>;
    notice_preferences: Knex.CompositeTableType<NoticePreferenceRow, NewNoticePreferenceRow, Partial<NewNoticePreferenceRow>>;
    notice_settings: Knex.CompositeTableType<NoticeSettingRow, NewNoticeSettingRow, Partial<NewNoticeSettingRow>>;
    notices: Knex.CompositeTableType<NoticeRow, NewNoticeRow, Partial<NewNoticeRow>>;
    reminders: Knex.CompositeTableType<ReminderRow, NewReminderRow, Partial<NewReminderRow>>;
    thread_mails: Knex.CompositeTableType<ThreadMailRow, NewThreadMailRow, Partial<NewThreadMailRow>>;
    thread_mutes: Knex.CompositeTableType<ThreadMuteRow, NewThreadMuteRow, Partial<NewThreadMuteRow>>;
  }
}
