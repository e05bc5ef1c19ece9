// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { MemberId } from '../members/rows.ts';

export type MailId = Branded<number, 'mail'>;

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
  kind: 'accepted' | 'accepted-for-you' | 'answered' | 'appeal-decided' | 'approved' | 'audited' | 'budget' | 'case-closed' | 'case-reply' | 'change-email' | 'email-changed' | 'masked' | 'password-changed' | 'removed' | 'report-decided' | 'reset-password' | 'sanction-ended' | 'sanctioned' | 'steward-invitation' | 'steward-topics' | 'steward-undertaking' | 'verify-email';
  to_address: string;
  subject: string;
  text_body: string;
  html_body: string;
  written_at: Date;
  send_after: Date;
  sent_at: Date | null;
  cancelled_at: Date | null;
};

export type NewMailRow = {
  dedupe_key: string;
  member_id: MemberId;
  kind: 'accepted' | 'accepted-for-you' | 'answered' | 'appeal-decided' | 'approved' | 'audited' | 'budget' | 'case-closed' | 'case-reply' | 'change-email' | 'email-changed' | 'masked' | 'password-changed' | 'removed' | 'report-decided' | 'reset-password' | 'sanction-ended' | 'sanctioned' | 'steward-invitation' | 'steward-topics' | 'steward-undertaking' | 'verify-email';
  to_address: string;
  subject: string;
  text_body: string;
  html_body: string;
  written_at: Date;
  send_after: Date;
  sent_at?: Date | null;
  cancelled_at?: Date | null;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    mail_kinds: Knex.CompositeTableType<MailKindRow, NewMailKindRow, Partial<NewMailKindRow>>;
    mails: Knex.CompositeTableType<MailRow, NewMailRow, Partial<NewMailRow>>;
  }
}
