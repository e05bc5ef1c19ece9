// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AcceptanceId, AnswerId, CommentId, QuestionId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type FraudCaseId = Branded<number, 'fraud_case'>;
export type ListedWordId = Branded<number, 'listed_word'>;
export type MailDomainId = Branded<number, 'mail_domain'>;
export type NearCopyId = Branded<number, 'near_copy'>;
export type PersonalDataFindingId = Branded<number, 'personal_data_finding'>;
export type PostingLimitId = Branded<number, 'posting_limit'>;
export type SpamLessonId = Branded<number, 'spam_lesson'>;
export type SuspicionId = Branded<number, 'suspicion'>;

export type AcceptanceFlagRow = {
  acceptance_id: AcceptanceId;
  score: number;
  /** Signs, the weightiest first. */
  reasons: string[];
  flagged_at: Date;
};

export type NewAcceptanceFlagRow = {
  acceptance_id: AcceptanceId;
  score: number;
  reasons: string[];
  flagged_at: Date;
};

export type AcceptancePairRow = {
  asker_id: MemberId;
  author_id: MemberId;
  accepted: number;
  /** Of them, within an hour of the question. */
  quick: number;
};

export type NewAcceptancePairRow = {
  asker_id: MemberId;
  author_id: MemberId;
  accepted: number;
  quick: number;
};

export type AcceptedAuthorRow = {
  author_id: MemberId;
  accepted: number;
};

export type NewAcceptedAuthorRow = {
  author_id: MemberId;
  accepted: number;
};

export type AnswerPrintRow = {
  answer_id: AnswerId;
  version: number;
  /** SHA-256 of its words in their order. */
  digest: string;
  /** Hashes of parts of its words: two answers that share most words share some of them. */
  bands: number[];
  /** When this version was published. */
  written_at: Date;
};

export type NewAnswerPrintRow = {
  answer_id: AnswerId;
  version: number;
  digest: string;
  bands: number[];
  written_at: Date;
};

export type FraudCaseMemberRow = {
  case_id: FraudCaseId;
  member_id: MemberId;
  added_at: Date;
};

export type NewFraudCaseMemberRow = {
  case_id: FraudCaseId;
  member_id: MemberId;
  added_at: Date;
};

export type FraudCaseRow = {
  id: FraudCaseId;
  state: 'open' | 'harmless' | 'confirmed';
  score: number;
  /** Signs, the weightiest first. */
  reasons: string[];
  /** How many stood between the members when it was last weighed. */
  acceptances: number;
  /** Goes up with all that changes it: who decides names what they saw. */
  version: number;
  opened_at: Date;
  changed_at: Date;
  /** Since when every new acceptance between the members is held; null until a person says so. */
  held_at: Date | null;
  closed_at: Date | null;
  decided_by: MemberId | null;
  reason: string;
};

export type NewFraudCaseRow = {
  state?: 'open' | 'harmless' | 'confirmed';
  score: number;
  reasons: string[];
  acceptances: number;
  version?: number;
  opened_at: Date;
  changed_at: Date;
  held_at?: Date | null;
  closed_at?: Date | null;
  decided_by?: MemberId | null;
  reason?: string;
};

export type FraudTakingRow = {
  acceptance_id: AcceptanceId;
  case_id: FraudCaseId;
  /** The instant that the ledger's transfers carry. */
  taken_at: Date;
};

export type NewFraudTakingRow = {
  acceptance_id: AcceptanceId;
  case_id: FraudCaseId;
  taken_at: Date;
};

export type ListedWordRow = {
  id: ListedWordId;
  phrase: string;
  effect: 'block' | 'hold' | 'flag';
  note: string;
  added_by: MemberId | null;
  added_at: Date;
  removed_by: MemberId | null;
  removed_at: Date | null;
};

export type NewListedWordRow = {
  phrase: string;
  effect: 'block' | 'hold' | 'flag';
  note?: string;
  added_by?: MemberId | null;
  added_at: Date;
  removed_by?: MemberId | null;
  removed_at?: Date | null;
};

export type MailDomainRow = {
  id: MailDomainId;
  domain: string;
  refused: boolean;
  reason: string;
  added_by: MemberId | null;
  added_at: Date;
};

export type NewMailDomainRow = {
  domain: string;
  refused: boolean;
  reason: string;
  added_by?: MemberId | null;
  added_at: Date;
};

export type MemberDeviceRow = {
  member_id: MemberId;
  /** A random number of the browser's, hashed with the site's secret. Shown to nobody. */
  device_key: string;
  first_seen: Date;
  last_seen: Date;
};

export type NewMemberDeviceRow = {
  member_id: MemberId;
  device_key: string;
  first_seen: Date;
  last_seen: Date;
};

export type NearCopyRow = {
  id: NearCopyId;
  answer_id: AnswerId;
  source_answer_id: AnswerId;
  kind: 'exact' | 'near';
  /** Whether the same member wrote both. */
  own: boolean;
  /** Percent of the answer's own words that stand in the source, three together. */
  similarity: number;
  /** The latest version of the answer in which it was found. */
  version: number;
  source_version: number;
  found_at: Date;
  /** When an edit took it out; null while it stands. */
  gone_at: Date | null;
};

export type NewNearCopyRow = {
  answer_id: AnswerId;
  source_answer_id: AnswerId;
  kind: 'exact' | 'near';
  own: boolean;
  similarity: number;
  version: number;
  source_version: number;
  found_at: Date;
  gone_at?: Date | null;
};

export type PersonalDataFindingRow = {
  id: PersonalDataFindingId;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  comment_id: CommentId | null;
  kind: 'phone' | 'email' | 'imei' | 'iccid' | 'puk' | 'pac' | 'card' | 'address';
  /** SHA-256 of the kind and the bare characters: it tells one finding from another. */
  fingerprint: string;
  mask: string;
  /** The latest version in which it was found; 1 for a comment. */
  version: number;
  /** Whether whoever wrote it says that it is not personal. */
  disputed: boolean;
  state: 'waiting' | 'masked' | 'shown';
  found_at: Date;
  /** Null where the author has taken it out before anybody decided. */
  decided_by: MemberId | null;
  decided_at: Date | null;
  reason: string;
};

export type NewPersonalDataFindingRow = {
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  comment_id?: CommentId | null;
  kind: 'phone' | 'email' | 'imei' | 'iccid' | 'puk' | 'pac' | 'card' | 'address';
  fingerprint: string;
  mask: string;
  version: number;
  disputed?: boolean;
  state?: 'waiting' | 'masked' | 'shown';
  found_at: Date;
  decided_by?: MemberId | null;
  decided_at?: Date | null;
  reason?: string;
};

export type PostingLimitRow = {
  id: PostingLimitId;
  level: 'newcomer' | 'helper' | 'guide' | 'steward';
  /** Links to other sites in one post. */
  links: number;
  per_hour: number;
  per_day: number;
  reason: string;
  set_by: MemberId | null;
  set_at: Date;
  pictures_per_day: number;
  pictures_per_post: number;
};

export type NewPostingLimitRow = {
  level: 'newcomer' | 'helper' | 'guide' | 'steward';
  links: number;
  per_hour: number;
  per_day: number;
  reason: string;
  set_by?: MemberId | null;
  set_at: Date;
  pictures_per_day?: number;
  pictures_per_post?: number;
};

export type SpamLessonRow = {
  id: SpamLessonId;
  subject: string;
  label: 'spam' | 'fine';
  tokens: string[];
  taught_by: MemberId | null;
  taught_at: Date;
  undone_at: Date | null;
};

export type NewSpamLessonRow = {
  subject: string;
  label: 'spam' | 'fine';
  tokens: string[];
  taught_by?: MemberId | null;
  taught_at: Date;
  undone_at?: Date | null;
};

export type SpamTokenRow = {
  token: string;
  spam: number;
  fine: number;
};

export type NewSpamTokenRow = {
  token: string;
  spam?: number;
  fine?: number;
};

export type SpamTotalRow = {
  one: boolean;
  spam: number;
  fine: number;
};

export type NewSpamTotalRow = {
  one?: boolean;
  spam?: number;
  fine?: number;
};

export type SuspicionRow = {
  id: SuspicionId;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  comment_id: CommentId | null;
  author_id: MemberId;
  kind: 'first-post' | 'spam';
  /** Codes, the weightiest first. */
  reasons: string[];
  /** How likely it is spam, in percent, by what moderators have decided before; null while too little was. */
  score: number | null;
  /** Whether readers do not see it until it is decided. */
  held: boolean;
  state: 'waiting' | 'approved' | 'spam' | 'removed';
  opened_at: Date;
  decided_by: MemberId | null;
  decided_at: Date | null;
};

export type NewSuspicionRow = {
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  comment_id?: CommentId | null;
  author_id: MemberId;
  kind: 'first-post' | 'spam';
  reasons: string[];
  score?: number | null;
  held: boolean;
  state?: 'waiting' | 'approved' | 'spam' | 'removed';
  opened_at: Date;
  decided_by?: MemberId | null;
  decided_at?: Date | null;
};

export type VerifiedNumberRow = {
  member_id: MemberId;
  number_key: string;
  verified_at: Date;
};

export type NewVerifiedNumberRow = {
  member_id: MemberId;
  number_key: string;
  verified_at: Date;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    acceptance_flags: Knex.CompositeTableType<AcceptanceFlagRow, NewAcceptanceFlagRow, Partial<NewAcceptanceFlagRow>>;
    acceptance_pairs: Knex.CompositeTableType<AcceptancePairRow, NewAcceptancePairRow, Partial<NewAcceptancePairRow>>;
    accepted_authors: Knex.CompositeTableType<AcceptedAuthorRow, NewAcceptedAuthorRow, Partial<NewAcceptedAuthorRow>>;
    answer_prints: Knex.CompositeTableType<AnswerPrintRow, NewAnswerPrintRow, Partial<NewAnswerPrintRow>>;
    fraud_case_members: Knex.CompositeTableType<FraudCaseMemberRow, NewFraudCaseMemberRow, Partial<NewFraudCaseMemberRow>>;
    fraud_cases: Knex.CompositeTableType<FraudCaseRow, NewFraudCaseRow, Partial<NewFraudCaseRow>>;
    fraud_takings: Knex.CompositeTableType<FraudTakingRow, NewFraudTakingRow, Partial<NewFraudTakingRow>>;
    listed_words: Knex.CompositeTableType<ListedWordRow, NewListedWordRow, Partial<NewListedWordRow>>;
    mail_domains: Knex.CompositeTableType<MailDomainRow, NewMailDomainRow, Partial<NewMailDomainRow>>;
    member_devices: Knex.CompositeTableType<MemberDeviceRow, NewMemberDeviceRow, Partial<NewMemberDeviceRow>>;
    near_copies: Knex.CompositeTableType<NearCopyRow, NewNearCopyRow, Partial<NewNearCopyRow>>;
    personal_data_findings: Knex.CompositeTableType<PersonalDataFindingRow, NewPersonalDataFindingRow, Partial<NewPersonalDataFindingRow>>;
    posting_limits: Knex.CompositeTableType<PostingLimitRow, NewPostingLimitRow, Partial<NewPostingLimitRow>>;
    spam_lessons: Knex.CompositeTableType<SpamLessonRow, NewSpamLessonRow, Partial<NewSpamLessonRow>>;
    spam_tokens: Knex.CompositeTableType<SpamTokenRow, NewSpamTokenRow, Partial<NewSpamTokenRow>>;
    spam_totals: Knex.CompositeTableType<SpamTotalRow, NewSpamTotalRow, Partial<NewSpamTotalRow>>;
    suspicions: Knex.CompositeTableType<SuspicionRow, NewSuspicionRow, Partial<NewSuspicionRow>>;
    verified_numbers: Knex.CompositeTableType<VerifiedNumberRow, NewVerifiedNumberRow, Partial<NewVerifiedNumberRow>>;
  }
}
