import type { Knex } from 'knex';

/** What says that two accounts may be one person's: a browser, a telephone number. */
export const up = (db: Knex) =>
  db.raw(`
    create table member_devices (
      member_id  integer     not null references members,
      device_key text        not null check (device_key ~ '^[0-9a-f]{64}$'),
      first_seen timestamptz not null,
      last_seen  timestamptz not null,
      primary key (member_id, device_key)
    );
    create index member_devices_by_key on member_devices (device_key);
    create index member_devices_by_age on member_devices (last_seen);
    comment on table member_devices is
      'Browsers that members have signed in or posted from; forgotten half a year after the last time.';
    comment on column member_devices.device_key is
      'A random number of the browser''s, hashed with the site''s secret. Shown to nobody.';

    create table verified_numbers (
      member_id   integer     primary key references members,
      number_key  text        not null check (number_key ~ '^[0-9a-f]{64}$'),
      verified_at timestamptz not null
    );
    create index verified_numbers_by_key on verified_numbers (number_key);
    comment on table verified_numbers is
      'The telephone number that each member has shown to be theirs, hashed with the site''s secret.';

    grant select, insert, update, delete on member_devices to goodline_app;
    grant select on verified_numbers to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop table verified_numbers, member_devices');
