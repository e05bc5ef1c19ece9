import { createRequire } from 'node:module';

import type { Knex } from 'knex';

import type { Events } from '../../events.ts';
import { Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';

/** Whoever joins with an address that is made to be thrown away is told so, and does not. */
export async function refuseThrowAway(
  work: Work,
  { memberId }: Events['member joined'],
): Promise<void> {
  const member = await work.trx('members').where({ id: memberId }).first('email');
  await refuseEmail(work, member?.email);
}

/** Whoever wants such an address in place of theirs is told so likewise, and keeps the one they have. */
export async function refuseThrowAwayChange(
  work: Work,
  { memberId }: Events['email change asked'],
): Promise<void> {
  const link = await work
    .trx('mail_links')
    .where({ member_id: memberId, purpose: 'change-email', used_at: null })
    .first('new_email');
  await refuseEmail(work, link?.new_email);
}

/**
 * Whether an address, or one above its domain, is on the list of throw-away domains
 * (npm `disposable-email-domains`) or among our own additions; our own exceptions come first.
 */
export async function isThrowAway(db: Knex, email: string): Promise<boolean> {
  const names = namesOf(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
  const own = await db('mail_domains').whereIn('domain', names);
  if (own.some(({ refused }) => !refused)) return false;
  return own.length > 0 || names.some((name) => LISTED.has(name));
}

async function refuseEmail({ trx }: Work, email: string | null | undefined): Promise<void> {
  if (email && (await isThrowAway(trx, email))) throw new Invalid(REFUSED);
}

const REFUSED = {
  email:
    'This address is made to be thrown away, and we couldn’t reach you. Use one that you keep.',
};

const LISTED: ReadonlySet<string> = new Set(
  createRequire(import.meta.url)('disposable-email-domains') as string[],
);

/** mail.example.com is also example.com. */
const namesOf = (domain: string): string[] =>
  domain
    .split('.')
    .map((_, index, parts) => parts.slice(index).join('.'))
    .filter((name) => name.includes('.'));
