import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Knex } from 'knex';

/** What a link in a mail lets whoever has it do, without signing in; one link, one purpose. */
export type Purpose = 'off' | 'fixed';

/** A token that says so, for an address; `claims` can be read by whoever has it, and not changed. */
export async function signLink(db: Knex, purpose: Purpose, claims: string): Promise<string> {
  return written(await macOf(db, purpose, claims), claims);
}

/** The claims of a token that we made for this purpose; undefined for anything else. */
export async function readLink(
  db: Knex,
  purpose: Purpose,
  token: string,
): Promise<string | undefined> {
  if (!/^[\w-]{44,300}$/.test(token)) return undefined;
  const claims = Buffer.from(token.slice(MAC_LENGTH), 'base64url').toString();
  const given = Buffer.from(token.slice(0, MAC_LENGTH), 'base64url');
  const ours = await macOf(db, purpose, claims);
  // One claim has one spelling; what is secret is compared in constant time alone.
  const isAsWritten = written(given, claims) === token;
  const isOurs = given.length === ours.length && timingSafeEqual(given, ours);
  return isAsWritten && isOurs ? claims : undefined;
}

const written = (mac: Buffer, claims: string) =>
  mac.toString('base64url') + Buffer.from(claims).toString('base64url');

/** 256 bits in base64url. */
const MAC_LENGTH = 43;

/** What signs claims for a purpose of ours, in 256 bits. */
export async function macOf(db: Knex, purpose: Purpose | 'reply', claims: string): Promise<Buffer> {
  const { key } = (await db('link_keys').first('key')) ?? {};
  if (key === undefined) throw new Error('the key of links is missing');
  return createHmac('sha256', key).update(`${purpose}\n${claims}`).digest();
}
