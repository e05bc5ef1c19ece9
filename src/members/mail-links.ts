import { createHash, randomBytes } from 'node:crypto';

import type { Knex } from 'knex';

import { Gone } from '../refusals.ts';
import type { Work } from '../work.ts';
import type { MailLinkRow, MemberId } from './rows.ts';

export type LinkPurpose = MailLinkRow['purpose'];

/** How long a link works, in milliseconds. */
export const LINK_LIFE: Readonly<Record<LinkPurpose, number>> = {
  'verify-email': 7 * 24 * 3_600_000,
  'reset-password': 3_600_000,
  'change-email': 24 * 3_600_000,
};

/** Makes a single-use link and ends earlier ones of its kind. Only the mail ever holds the token. */
export async function makeLink(
  work: Work,
  memberId: MemberId,
  purpose: LinkPurpose,
  newEmail: string | null = null,
): Promise<string> {
  await endLinks(work, memberId, [purpose]);
  const token = randomBytes(32).toString('base64url');
  await work.trx('mail_links').insert({
    ...{ member_id: memberId, purpose, token_hash: digest(token), new_email: newEmail },
    ...{ made_at: work.at, expires_at: new Date(work.at.getTime() + LINK_LIFE[purpose]) },
  });
  return token;
}

/** A link that still works; looking does not use it up. */
export const findLink = (
  db: Knex,
  token: string,
  purpose: LinkPurpose,
  at: Date,
): Promise<MailLinkRow | undefined> =>
  db('mail_links')
    .where({ token_hash: digest(token), purpose, used_at: null })
    .where('expires_at', '>', at)
    .first();

/** Uses a link up; Gone if that was done before, even by somebody at the same moment. */
export async function takeLink(
  work: Work,
  token: string,
  purpose: LinkPurpose,
): Promise<MailLinkRow> {
  const [link] = await work
    .trx('mail_links')
    .where({ token_hash: digest(token), purpose, used_at: null })
    .where('expires_at', '>', work.at)
    .update({ used_at: work.at })
    .returning('*');
  if (!link) throw new Gone('This link has been used, or it has run out.');
  return link;
}

/** Ends a member's links of these kinds that nobody has used. */
export async function endLinks(
  work: Work,
  memberId: MemberId,
  purposes: LinkPurpose[],
): Promise<void> {
  await work
    .trx('mail_links')
    .where({ member_id: memberId, used_at: null })
    .whereIn('purpose', purposes)
    .update({ used_at: work.at });
}

const digest = (token: string) => createHash('sha256').update(token).digest();
