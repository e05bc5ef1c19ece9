// Printed from the migrated database by `npm run print`. Do not edit: change the database.
import type { Knex } from 'knex';

import type { MemberId } from '../members/rows.ts';


export type SiteSettingRow = {
  name: string;
  value: string;
  changed_by: MemberId | null;
  changed_at: Date;
};

export type NewSiteSettingRow = {
  name: string;
  value: string;
  changed_by?: MemberId | null;
  changed_at: Date;
};

export type SiteTextRow = {
  slug: string;
  title: string;
  body: string;
  body_html: string;
  version: number;
  changed_by: MemberId | null;
  changed_at: Date;
};

export type NewSiteTextRow = {
  slug: string;
  title: string;
  body: string;
  body_html: string;
  version?: number;
  changed_by?: MemberId | null;
  changed_at: Date;
};

declare module 'knex/types/tables.js' {
  interface Tables {
    site_settings: Knex.CompositeTableType<SiteSettingRow, NewSiteSettingRow, Partial<NewSiteSettingRow>>;
    site_texts: Knex.CompositeTableType<SiteTextRow, NewSiteTextRow, Partial<NewSiteTextRow>>;
  }
}
