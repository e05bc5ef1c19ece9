// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { Branded } from '../db/branded.ts';
import type { AnswerId, TopicId } from '../forum/rows.ts';
import type { MemberId } from '../members/rows.ts';

export type GuideId = Branded<number, 'guide'>;

export type GuideCreditRow = {
  guide_id: GuideId;
  member_id: MemberId;
  credited_at: Date;
};

export type NewGuideCreditRow = {
  guide_id: GuideId;
  member_id: MemberId;
  credited_at: Date;
};

export type GuideVersionRow = {
  guide_id: GuideId;
  version: number;
  title: string;
  body: string;
  editor_id: MemberId;
  reason: string;
  made_at: Date;
  /** Since when readers could read it; null for a version that only our team has seen. */
  shown_at: Date | null;
};

export type NewGuideVersionRow = {
  guide_id: GuideId;
  version: number;
  title: string;
  body: string;
  editor_id: MemberId;
  reason: string;
  made_at: Date;
  shown_at?: Date | null;
};

export type GuideRow = {
  id: GuideId;
  /** In its address, for good. */
  slug: string;
  topic_id: TopicId;
  /** The answer that it was made from. */
  answer_id: AnswerId;
  title: string;
  body: string;
  body_html: string;
  excerpt: string;
  document: string;
  version: number;
  state: 'draft' | 'published' | 'archived';
  changed_at: Date;
  /** When readers first saw it. */
  published_at: Date | null;
  /** When somebody of our team last said that it is right. */
  checked_at: Date;
  checked_by: MemberId;
  /** By when somebody has to say so again. */
  review_at: Date;
};

export type NewGuideRow = {
  slug: string;
  topic_id: TopicId;
  answer_id: AnswerId;
  title: string;
  body: string;
  body_html: string;
  excerpt: string;
  document: string;
  version?: number;
  state?: 'draft' | 'published' | 'archived';
  changed_at: Date;
  published_at?: Date | null;
  checked_at: Date;
  checked_by: MemberId;
  review_at: Date;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    guide_credits: Knex.CompositeTableType<GuideCreditRow, NewGuideCreditRow, Partial<NewGuideCreditRow>>;
    guide_versions: Knex.CompositeTableType<GuideVersionRow, NewGuideVersionRow, Partial<NewGuideVersionRow>>;
    guides: Knex.CompositeTableType<GuideRow, NewGuideRow, Partial<NewGuideRow>>;
  }
}
