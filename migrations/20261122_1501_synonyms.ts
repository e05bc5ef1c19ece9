import type { Knex } from 'knex';

/** Words that mean the same to search, kept by moderators and admins. */
export const up = async (db: Knex) => {
  await db.raw(GROUPS);
  await db('synonym_groups').insert(FIRST.map((terms) => ({ terms })));
};

export const down = (db: Knex) =>
  db.raw(`
    drop table synonym_groups;
    delete from moderation_acts w where word like 'synonyms-%'
       and not exists (select from moderation_log l where l.act = w.word);
  `);

const GROUPS = `
  create table synonym_groups (
    id         integer generated always as identity primary key,
    terms      text[]  not null check (cardinality(terms) between 2 and 12),
    changed_by integer references members,
    changed_at timestamptz,
    dropped_at timestamptz
  );
  comment on table synonym_groups is 'Words and phrases that search takes for one another.';
  comment on column synonym_groups.changed_by is 'Null for those that came with the site.';
  grant select, insert, update on synonym_groups to goodline_app;
  insert into moderation_acts (word) values ('synonyms-saved'), ('synonyms-dropped')
    on conflict do nothing;
`;

/** What customers of telephone companies call the same thing. */
const FIRST = [
  ['eSIM', 'e-sim', 'embedded sim', 'digital sim'],
  ['SIM card', 'simcard', 'nano sim'],
  ['Wi-Fi', 'wifi'],
  ['Wi-Fi calling', 'wifi calling', 'VoWiFi', 'calls over wifi'],
  ['voicemail', 'voice mail', 'answerphone', 'answering machine'],
  ['top-up', 'topup', 'top up', 'add credit', 'recharge'],
  ['broadband', 'home internet'],
  ['router', 'modem'],
  ['text message', 'SMS'],
  ['picture message', 'MMS'],
  ['pay as you go', 'PAYG', 'prepaid', 'prepay'],
  ['pay monthly', 'postpaid'],
  ['mobile data', 'cellular data', 'data connection'],
  ['hotspot', 'hot spot', 'tethering', 'internet sharing'],
  ['PAC', 'porting code', 'transfer code'],
  ['keep my number', 'transfer my number', 'port my number', 'number porting'],
  ['no signal', 'no reception', 'no coverage', 'no service'],
  ['4G', 'LTE'],
  ['bill', 'invoice'],
  ['phishing', 'smishing', 'scam text'],
  ['landline', 'home phone', 'fixed line'],
  ['APN', 'access point name'],
];
