// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { MemberId } from '../members/rows.ts';

export type AcceptanceId = Branded<number, 'acceptance'>;
export type AnswerId = Branded<number, 'answer'>;
export type CommentId = Branded<number, 'comment'>;
export type DraftId = Branded<number, 'draft'>;
export type LikelyDuplicateId = Branded<number, 'likely_duplicate'>;
export type LikenessListId = Branded<number, 'likeness_list'>;
export type OfficialAnswerId = Branded<number, 'official_answer'>;
export type QuestionMergeId = Branded<number, 'question_merge'>;
export type QuestionPinId = Branded<number, 'question_pin'>;
export type QuestionSplitId = Branded<number, 'question_split'>;
export type QuestionSummaryId = Branded<number, 'question_summary'>;
export type QuestionId = Branded<number, 'question'>;
export type RemovalId = Branded<number, 'removal'>;
export type SynonymGroupId = Branded<number, 'synonym_group'>;
export type TopicId = Branded<number, 'topic'>;

export type AcceptanceRow = {
  id: AcceptanceId;
  question_id: QuestionId;
  answer_id: AnswerId;
  /** The version of the answer that was accepted. */
  answer_version: number;
  asker_id: MemberId;
  author_id: MemberId;
  accepted_by: MemberId;
  accepted_at: Date;
  withdrawn_at: Date | null;
  withdrawn_because: 'asker' | 'another-accepted' | 'not-solved' | 'removed' | null;
  /** When the asker said that it is not solved after all: the question is open again, and the reward waits for a check. Null where they never did, or accepted it anew. */
  doubted_at: Date | null;
};

export type NewAcceptanceRow = {
  question_id: QuestionId;
  answer_id: AnswerId;
  answer_version: number;
  asker_id: MemberId;
  author_id: MemberId;
  accepted_by: MemberId;
  accepted_at: Date;
  withdrawn_at?: Date | null;
  withdrawn_because?: 'asker' | 'another-accepted' | 'not-solved' | 'removed' | null;
  doubted_at?: Date | null;
};

export type AnswerVersionRow = {
  answer_id: AnswerId;
  version: number;
  body: string;
  editor_id: MemberId;
  reason: string;
  made_at: Date;
};

export type NewAnswerVersionRow = {
  answer_id: AnswerId;
  version: number;
  body: string;
  editor_id: MemberId;
  reason?: string;
  made_at: Date;
};

export type AnswerVoteRow = {
  answer_id: AnswerId;
  member_id: MemberId;
  value: number;
  voted_at: Date;
};

export type NewAnswerVoteRow = {
  answer_id: AnswerId;
  member_id: MemberId;
  value: number;
  voted_at: Date;
};

export type AnswerWaitRow = {
  /** By the operator's clocks; questions of the hours before and after it count, too. */
  hour: number;
  questions: number;
  answered: number;
  /** Null while fewer than half of them have an answer. */
  median_seconds: number | null;
  counted_at: Date;
};

export type NewAnswerWaitRow = {
  hour: number;
  questions: number;
  answered: number;
  median_seconds?: number | null;
  counted_at: Date;
};

export type AnsweringNoteRow = {
  question_id: QuestionId;
  member_id: MemberId;
  until: Date;
};

export type NewAnsweringNoteRow = {
  question_id: QuestionId;
  member_id: MemberId;
  until: Date;
};

export type AnswerRow = {
  id: AnswerId;
  question_id: QuestionId;
  author_id: MemberId;
  body: string;
  body_html: string;
  version: number;
  /** Whether the author was staff when it was written. */
  by_staff: boolean;
  answered_at: Date;
  edited_at: Date | null;
  removed_at: Date | null;
  score: number;
  helped_count: number;
  /** Since when it waits for a look before readers see it; removed_at hides it meanwhile. */
  held_at: Date | null;
  /** The question whose text it became when it was split off; removed_at hides it meanwhile. */
  asked_as: QuestionId | null;
};

export type NewAnswerRow = {
  question_id: QuestionId;
  author_id: MemberId;
  body: string;
  body_html: string;
  version?: number;
  by_staff: boolean;
  answered_at: Date;
  edited_at?: Date | null;
  removed_at?: Date | null;
  score?: number;
  helped_count?: number;
  held_at?: Date | null;
  asked_as?: QuestionId | null;
};

export type CommentRow = {
  id: CommentId;
  question_id: QuestionId;
  /** Null for a comment on the question itself. */
  answer_id: AnswerId | null;
  author_id: MemberId;
  body: string;
  body_html: string;
  made_at: Date;
  removed_at: Date | null;
  /** Since when it waits for a look before readers see it; removed_at hides it meanwhile. */
  held_at: Date | null;
  /** The question whose text it became when it was split off; removed_at hides it meanwhile. */
  asked_as: QuestionId | null;
};

export type NewCommentRow = {
  question_id: QuestionId;
  answer_id?: AnswerId | null;
  author_id: MemberId;
  body: string;
  body_html: string;
  made_at: Date;
  removed_at?: Date | null;
  held_at?: Date | null;
  asked_as?: QuestionId | null;
};

export type DraftRow = {
  id: DraftId;
  member_id: MemberId;
  /** Which question it answers; null for a question of their own. */
  question_id: QuestionId | null;
  title: string;
  body: string;
  /** A slug, or nothing where none was chosen. */
  topic: string;
  /** Whether the question was meant for our team alone. */
  private: boolean;
  version: number;
  saved_at: Date;
};

export type NewDraftRow = {
  member_id: MemberId;
  question_id?: QuestionId | null;
  title: string;
  body: string;
  topic: string;
  private: boolean;
  version: number;
  saved_at: Date;
};

export type DuplicateSuggestionRow = {
  pair_id: LikelyDuplicateId;
  member_id: MemberId;
  suggested_at: Date;
};

export type NewDuplicateSuggestionRow = {
  pair_id: LikelyDuplicateId;
  member_id: MemberId;
  suggested_at: Date;
};

export type ExpertAskRow = {
  question_id: QuestionId;
  member_id: MemberId;
  asked_at: Date;
};

export type NewExpertAskRow = {
  question_id: QuestionId;
  member_id: MemberId;
  asked_at: Date;
};

export type FixCountRow = {
  answer_id: AnswerId;
  /** By the operator's clocks. */
  said_on: string;
  worked: number;
  failed: number;
};

export type NewFixCountRow = {
  answer_id: AnswerId;
  said_on: string;
  worked?: number;
  failed?: number;
};

export type FixVoiceRow = {
  answer_id: AnswerId;
  /** A hash of the answer and an address or a member under a key of that day: it says neither. */
  voice: string;
  said_on: string;
  worked: boolean;
};

export type NewFixVoiceRow = {
  answer_id: AnswerId;
  voice: string;
  said_on: string;
  worked: boolean;
};

export type FollowRow = {
  question_id: QuestionId;
  member_id: MemberId;
  followed_at: Date;
};

export type NewFollowRow = {
  question_id: QuestionId;
  member_id: MemberId;
  followed_at: Date;
};

export type FoundAnswerRow = {
  question_id: QuestionId;
  /** By the operator's clocks. */
  found_on: string;
  times: number;
};

export type NewFoundAnswerRow = {
  question_id: QuestionId;
  found_on: string;
  times: number;
};

export type HelpRow = {
  answer_id: AnswerId;
  member_id: MemberId;
  said_at: Date;
};

export type NewHelpRow = {
  answer_id: AnswerId;
  member_id: MemberId;
  said_at: Date;
};

export type LikelyDuplicateRow = {
  id: LikelyDuplicateId;
  older_id: QuestionId;
  newer_id: QuestionId;
  /** How alike their titles are, of the most that can be; null where only a member says so. */
  percent: number | null;
  noted_at: Date;
  set_apart_by: MemberId | null;
  /** When a moderator said that they are not the same: they are not offered any more. */
  set_apart_at: Date | null;
};

export type NewLikelyDuplicateRow = {
  older_id: QuestionId;
  newer_id: QuestionId;
  percent?: number | null;
  noted_at: Date;
  set_apart_by?: MemberId | null;
  set_apart_at?: Date | null;
};

export type LikenesRow = {
  question_id: QuestionId;
  title: string;
  /** The title's words, folded and stemmed, each once. */
  words: string[];
  list_id: LikenessListId | null;
  /** Where the model puts it: signed bytes, a dimension each; null without one. */
  place: Buffer | null;
  /** Whether it has been compared with all others since it was learned. */
  paired: boolean;
};

export type NewLikenesRow = {
  question_id: QuestionId;
  title: string;
  words: string[];
  list_id?: LikenessListId | null;
  place?: Buffer | null;
  paired?: boolean;
};

export type LikenessDueRow = {
  question_id: QuestionId;
  /** Another with each change, so that a change is not lost while an earlier one is learned. */
  note: bigint;
};

export type NewLikenessDueRow = {
  question_id: QuestionId;
};

export type LikenessListRow = {
  id: LikenessListId;
  model: string;
  /** The middle of its places: signed bytes, a dimension each. */
  centre: Buffer;
  size: number;
};

export type NewLikenessListRow = {
  model: string;
  centre: Buffer;
  size: number;
};

export type LikenessWordRow = {
  word: string;
  stem: string;
  questions: number;
};

export type NewLikenessWordRow = {
  word: string;
  stem: string;
  questions: number;
};

export type MeTooRow = {
  question_id: QuestionId;
  member_id: MemberId;
  said_at: Date;
};

export type NewMeTooRow = {
  question_id: QuestionId;
  member_id: MemberId;
  said_at: Date;
};

export type OfficialAnswerRow = {
  id: OfficialAnswerId;
  answer_id: AnswerId;
  marked_by: MemberId;
  marked_at: Date;
  ended_by: MemberId | null;
  ended_at: Date | null;
};

export type NewOfficialAnswerRow = {
  answer_id: AnswerId;
  marked_by: MemberId;
  marked_at: Date;
  ended_by?: MemberId | null;
  ended_at?: Date | null;
};

export type QuestionMergeRow = {
  id: QuestionMergeId;
  source_id: QuestionId;
  target_id: QuestionId;
  reason: string;
  merged_by: MemberId;
  merged_at: Date;
  /** The answers that moved, removed ones with them. */
  answer_ids: number[];
  /** Who follows the target only since. */
  follower_ids: number[];
  /** Who has the target only since, as their own. */
  me_too_ids: number[];
  /** Whose votes count for the target only since. */
  voter_ids: number[];
  /** When something last happened at the target. */
  active_before: Date;
  active_after: Date;
  undone_by: MemberId | null;
  undone_at: Date | null;
  undone_because: string | null;
};

export type NewQuestionMergeRow = {
  source_id: QuestionId;
  target_id: QuestionId;
  reason: string;
  merged_by: MemberId;
  merged_at: Date;
  answer_ids: number[];
  follower_ids: number[];
  me_too_ids: number[];
  voter_ids: number[];
  active_before: Date;
  active_after: Date;
  undone_by?: MemberId | null;
  undone_at?: Date | null;
  undone_because?: string | null;
};

export type QuestionPinRow = {
  id: QuestionPinId;
  question_id: QuestionId;
  /** The topic whose list it is; null for the home page. */
  topic_id: TopicId | null;
  /** The place among them: a list has three at most. */
  slot: number;
  reason: string;
  pinned_by: MemberId;
  pinned_at: Date;
  /** Not shown from then on. */
  until: Date;
  /** When it was taken down, or its place given away. */
  ended_at: Date | null;
};

export type NewQuestionPinRow = {
  question_id: QuestionId;
  topic_id?: TopicId | null;
  slot: number;
  reason: string;
  pinned_by: MemberId;
  pinned_at: Date;
  until: Date;
  ended_at?: Date | null;
};

export type QuestionSightingRow = {
  question_id: QuestionId;
  seen_at: Date;
};

export type NewQuestionSightingRow = {
  question_id: QuestionId;
  seen_at: Date;
};

export type QuestionSplitCommentRow = {
  split_id: QuestionSplitId;
  comment_id: CommentId;
  /** The answer that it stood at; null for one at the question. */
  answer_id: AnswerId | null;
};

export type NewQuestionSplitCommentRow = {
  split_id: QuestionSplitId;
  comment_id: CommentId;
  answer_id?: AnswerId | null;
};

export type QuestionSplitRow = {
  id: QuestionSplitId;
  from_id: QuestionId;
  to_id: QuestionId;
  reason: string;
  split_by: MemberId;
  split_at: Date;
  /** The answer that is its text; null where a comment is. */
  opening_answer_id: AnswerId | null;
  opening_comment_id: CommentId | null;
  /** The answers that moved, without the one that is its text. */
  answer_ids: number[];
  /** When something last happened at the question it came out of. */
  active_before: Date;
  undone_by: MemberId | null;
  undone_at: Date | null;
  undone_because: string | null;
};

export type NewQuestionSplitRow = {
  from_id: QuestionId;
  to_id: QuestionId;
  reason: string;
  split_by: MemberId;
  split_at: Date;
  opening_answer_id?: AnswerId | null;
  opening_comment_id?: CommentId | null;
  answer_ids: number[];
  active_before: Date;
  undone_by?: MemberId | null;
  undone_at?: Date | null;
  undone_because?: string | null;
};

export type QuestionSummaryRow = {
  id: QuestionSummaryId;
  question_id: QuestionId;
  /** Plain text without what looks personal; empty: none. */
  body: string;
  written_by: MemberId;
  written_at: Date;
};

export type NewQuestionSummaryRow = {
  question_id: QuestionId;
  body: string;
  written_by: MemberId;
  written_at: Date;
};

export type QuestionVersionRow = {
  question_id: QuestionId;
  version: number;
  title: string;
  body: string;
  editor_id: MemberId;
  reason: string;
  made_at: Date;
};

export type NewQuestionVersionRow = {
  question_id: QuestionId;
  version: number;
  title: string;
  body: string;
  editor_id: MemberId;
  reason?: string;
  made_at: Date;
};

export type QuestionVoteRow = {
  question_id: QuestionId;
  member_id: MemberId;
  value: number;
  voted_at: Date;
};

export type NewQuestionVoteRow = {
  question_id: QuestionId;
  member_id: MemberId;
  value: number;
  voted_at: Date;
};

export type QuestionWaitRow = {
  question_id: QuestionId;
  /** When readers first saw it without an answer. */
  since: Date;
  /** When the first who knows its topic was asked. */
  experts_at: Date | null;
  /** When it came into our team's queue. */
  staff_at: Date | null;
  /** Null while nobody has answered. */
  ended_at: Date | null;
  /** gone: its asker needs none, or readers can no longer give one. */
  ended_because: 'answered' | 'gone' | null;
};

export type NewQuestionWaitRow = {
  question_id: QuestionId;
  since: Date;
  experts_at?: Date | null;
  staff_at?: Date | null;
  ended_at?: Date | null;
  ended_because?: 'answered' | 'gone' | null;
};

export type QuestionRow = {
  id: QuestionId;
  topic_id: TopicId;
  author_id: MemberId;
  title: string;
  slug: string;
  body: string;
  body_html: string;
  excerpt: string;
  version: number;
  /** solved while an answer is accepted; no-single-answer when the asker said so; else open. */
  state: 'open' | 'solved' | 'no-single-answer';
  asked_at: Date;
  edited_at: Date | null;
  last_activity_at: Date;
  removed_at: Date | null;
  score: number;
  /** Answers that readers can see. */
  answer_count: number;
  me_too_count: number;
  view_count: number;
  /** Since when it waits for a look before readers see it; removed_at hides it meanwhile. */
  held_at: Date | null;
  /** Whether nobody has answered it and it is short: search engines are asked to leave it out. */
  is_thin: boolean;
  /** The question that its address leads to, at once; null for one that stands for itself. */
  merged_into: QuestionId | null;
  /** Since when only our team posts in the thread. */
  locked_at: Date | null;
  /** For its readers. */
  lock_reason: string | null;
};

export type NewQuestionRow = {
  topic_id: TopicId;
  author_id: MemberId;
  title: string;
  slug: string;
  body: string;
  body_html: string;
  excerpt: string;
  version?: number;
  state?: 'open' | 'solved' | 'no-single-answer';
  asked_at: Date;
  edited_at?: Date | null;
  last_activity_at: Date;
  removed_at?: Date | null;
  score?: number;
  answer_count?: number;
  me_too_count?: number;
  view_count?: number;
  held_at?: Date | null;
  merged_into?: QuestionId | null;
  locked_at?: Date | null;
  lock_reason?: string | null;
};

export type RemovalRow = {
  id: RemovalId;
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  comment_id: CommentId | null;
  reason: 'spam' | 'rude' | 'personal-data' | 'unsafe' | 'off-topic' | 'copied';
  /** Shown to the author of the post and on its tombstone. */
  note: string;
  removed_by: MemberId;
  removed_at: Date;
  withdrew_acceptance: boolean;
  restored_by: MemberId | null;
  restored_at: Date | null;
  restored_because: string | null;
};

export type NewRemovalRow = {
  question_id?: QuestionId | null;
  answer_id?: AnswerId | null;
  comment_id?: CommentId | null;
  reason: 'spam' | 'rude' | 'personal-data' | 'unsafe' | 'off-topic' | 'copied';
  note?: string;
  removed_by: MemberId;
  removed_at: Date;
  withdrew_acceptance?: boolean;
  restored_by?: MemberId | null;
  restored_at?: Date | null;
  restored_because?: string | null;
};

export type SearchCountRow = {
  /** By the operator's clocks. */
  searched_on: string;
  /** A keyed hash of the words, which nobody can turn back; empty where they may be personal. */
  print: string;
  /** In lower case; null until they were searched for on two days, and always where personal. */
  words: string | null;
  searches: number;
  /** Nothing had all of the words, also with their spelling mended. */
  nothing: number;
  /** Results opened: one search may open several. */
  opened: number;
  /** Went on from the results to the form for a question. */
  asked: number;
};

export type NewSearchCountRow = {
  searched_on: string;
  print: string;
  words?: string | null;
  searches?: number;
  nothing?: number;
  opened?: number;
  asked?: number;
};

export type SearchDocumentRow = {
  question_id: QuestionId;
  /** Weights: A title, B question and accepted answer, C the rest. */
  document: string;
  /** b10:7 the 1,024 numbers it is among, up to b19; t:3 its topic; u:5 who asked or answered. */
  tags: string[];
};

export type NewSearchDocumentRow = {
  question_id: QuestionId;
  document: string;
  tags?: string[];
};

export type SynonymGroupRow = {
  id: SynonymGroupId;
  terms: string[];
  /** Null for those that came with the site. */
  changed_by: MemberId | null;
  changed_at: Date | null;
  dropped_at: Date | null;
};

export type NewSynonymGroupRow = {
  terms: string[];
  changed_by?: MemberId | null;
  changed_at?: Date | null;
  dropped_at?: Date | null;
};

export type TopicExpertRow = {
  topic_id: TopicId;
  member_id: MemberId;
  /** Accepted answers that readers can see and that passed a check within the last 365 days. */
  passed: number;
  last_passed_at: Date;
};

export type NewTopicExpertRow = {
  topic_id: TopicId;
  member_id: MemberId;
  passed: number;
  last_passed_at: Date;
};

export type TopicFollowRow = {
  topic_id: TopicId;
  member_id: MemberId;
  followed_at: Date;
};

export type NewTopicFollowRow = {
  topic_id: TopicId;
  member_id: MemberId;
  followed_at: Date;
};

export type TopicRow = {
  id: TopicId;
  slug: string;
  name: string;
  description: string;
  icon: string;
  position: number;
  question_count: number;
  archived_at: Date | null;
};

export type NewTopicRow = {
  slug: string;
  name: string;
  description?: string;
  icon?: string;
  position: number;
  question_count?: number;
  archived_at?: Date | null;
};

export type UnansweredTermRow = {
  version: number;
  /** Until those who know its topic are asked. */
  experts_after_minutes: number;
  /** Until our team has it. */
  staff_after_hours: number;
  /** How many people are asked about a question. */
  experts_most: number;
  /** About how many questions somebody is asked within 24 hours. */
  daily_most: number;
  reason: string;
  changed_by: MemberId | null;
  changed_at: Date;
};

export type NewUnansweredTermRow = {
  version: number;
  experts_after_minutes: number;
  staff_after_hours: number;
  experts_most: number;
  daily_most: number;
  reason: string;
  changed_by?: MemberId | null;
  changed_at: Date;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    acceptances: Knex.CompositeTableType<AcceptanceRow, NewAcceptanceRow, Partial<NewAcceptanceRow>>;
    answer_versions: Knex.CompositeTableType<AnswerVersionRow, NewAnswerVersionRow, Partial<NewAnswerVersionRow>>;
    answer_votes: Knex.CompositeTableType<AnswerVoteRow, NewAnswerVoteRow, Partial<NewAnswerVoteRow>>;
    answer_waits: Knex.CompositeTableType<AnswerWaitRow, NewAnswerWaitRow, Partial<NewAnswerWaitRow>>;
    answering_notes: Knex.CompositeTableType<AnsweringNoteRow, NewAnsweringNoteRow, Partial<NewAnsweringNoteRow>>;
    answers: Knex.CompositeTableType<AnswerRow, NewAnswerRow, Partial<NewAnswerRow>>;
    comments: Knex.CompositeTableType<CommentRow, NewCommentRow, Partial<NewCommentRow>>;
    drafts: Knex.CompositeTableType<DraftRow, NewDraftRow, Partial<NewDraftRow>>;
    duplicate_suggestions: Knex.CompositeTableType<DuplicateSuggestionRow, NewDuplicateSuggestionRow, Partial<NewDuplicateSuggestionRow>>;
    expert_asks: Knex.CompositeTableType<ExpertAskRow, NewExpertAskRow, Partial<NewExpertAskRow>>;
    fix_counts: Knex.CompositeTableType<FixCountRow, NewFixCountRow, Partial<NewFixCountRow>>;
    fix_voices: Knex.CompositeTableType<FixVoiceRow, NewFixVoiceRow, Partial<NewFixVoiceRow>>;
    follows: Knex.CompositeTableType<FollowRow, NewFollowRow, Partial<NewFollowRow>>;
    found_answers: Knex.CompositeTableType<FoundAnswerRow, NewFoundAnswerRow, Partial<NewFoundAnswerRow>>;
    helps: Knex.CompositeTableType<HelpRow, NewHelpRow, Partial<NewHelpRow>>;
    likely_duplicates: Knex.CompositeTableType<LikelyDuplicateRow, NewLikelyDuplicateRow, Partial<NewLikelyDuplicateRow>>;
    likeness: Knex.CompositeTableType<LikenesRow, NewLikenesRow, Partial<NewLikenesRow>>;
    likeness_due: Knex.CompositeTableType<LikenessDueRow, NewLikenessDueRow, Partial<NewLikenessDueRow>>;
    likeness_lists: Knex.CompositeTableType<LikenessListRow, NewLikenessListRow, Partial<NewLikenessListRow>>;
    likeness_words: Knex.CompositeTableType<LikenessWordRow, NewLikenessWordRow, Partial<NewLikenessWordRow>>;
    me_toos: Knex.CompositeTableType<MeTooRow, NewMeTooRow, Partial<NewMeTooRow>>;
    official_answers: Knex.CompositeTableType<OfficialAnswerRow, NewOfficialAnswerRow, Partial<NewOfficialAnswerRow>>;
    question_merges: Knex.CompositeTableType<QuestionMergeRow, NewQuestionMergeRow, Partial<NewQuestionMergeRow>>;
    question_pins: Knex.CompositeTableType<QuestionPinRow, NewQuestionPinRow, Partial<NewQuestionPinRow>>;
    question_sightings: Knex.CompositeTableType<QuestionSightingRow, NewQuestionSightingRow, Partial<NewQuestionSightingRow>>;
    question_split_comments: Knex.CompositeTableType<QuestionSplitCommentRow, NewQuestionSplitCommentRow, Partial<NewQuestionSplitCommentRow>>;
    question_splits: Knex.CompositeTableType<QuestionSplitRow, NewQuestionSplitRow, Partial<NewQuestionSplitRow>>;
    question_summaries: Knex.CompositeTableType<QuestionSummaryRow, NewQuestionSummaryRow, Partial<NewQuestionSummaryRow>>;
    question_versions: Knex.CompositeTableType<QuestionVersionRow, NewQuestionVersionRow, Partial<NewQuestionVersionRow>>;
    question_votes: Knex.CompositeTableType<QuestionVoteRow, NewQuestionVoteRow, Partial<NewQuestionVoteRow>>;
    question_waits: Knex.CompositeTableType<QuestionWaitRow, NewQuestionWaitRow, Partial<NewQuestionWaitRow>>;
    questions: Knex.CompositeTableType<QuestionRow, NewQuestionRow, Partial<NewQuestionRow>>;
    removals: Knex.CompositeTableType<RemovalRow, NewRemovalRow, Partial<NewRemovalRow>>;
    search_counts: Knex.CompositeTableType<SearchCountRow, NewSearchCountRow, Partial<NewSearchCountRow>>;
    search_documents: Knex.CompositeTableType<SearchDocumentRow, NewSearchDocumentRow, Partial<NewSearchDocumentRow>>;
    synonym_groups: Knex.CompositeTableType<SynonymGroupRow, NewSynonymGroupRow, Partial<NewSynonymGroupRow>>;
    topic_experts: Knex.CompositeTableType<TopicExpertRow, NewTopicExpertRow, Partial<NewTopicExpertRow>>;
    topic_follows: Knex.CompositeTableType<TopicFollowRow, NewTopicFollowRow, Partial<NewTopicFollowRow>>;
    topics: Knex.CompositeTableType<TopicRow, NewTopicRow, Partial<NewTopicRow>>;
    unanswered_terms: Knex.CompositeTableType<UnansweredTermRow, NewUnansweredTermRow, Partial<NewUnansweredTermRow>>;
  }
}
