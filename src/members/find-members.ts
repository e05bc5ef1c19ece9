import type { Knex } from 'knex';

import { emailKey } from './emails.ts';
import { nameKey } from './names.ts';
import type { MemberId, MemberRow } from './rows.ts';

/** A member by id. */
export const readMember = (db: Knex, id: MemberId): Promise<MemberRow | undefined> =>
  db('members').where({ id }).first();

/** A member by the handle in /u/:name, however it is written. */
export const findMemberByName = (db: Knex, name: string): Promise<MemberRow | undefined> =>
  db('members')
    .where({ name_key: nameKey(name) })
    .first();

/** A member by e-mail address, for sign-in and for mails; never shown to anybody else. */
export const findMemberByEmail = (db: Knex, email: string): Promise<MemberRow | undefined> =>
  db('members')
    .where({ email_key: emailKey(email) })
    .first();
