import { timingSafeEqual } from 'node:crypto';

import type { Knex } from 'knex';

import type { AnswerId, QuestionId } from '../forum/rows.ts';
import type { CaseId } from '../handoff/rows.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { macOf } from './signed-links.ts';

/** What a reply to a mail is added to: a comment to a post, a message to a private conversation. */
export type ReplyTarget = { question: QuestionId } | { answer: AnswerId } | { case: CaseId };

/** Who replies when a mail comes to an address, and to what. */
export type ReplyTo = {
  member: MemberRow;
  target: ReplyTarget;
  /** Whether the address has run out. */
  expired: boolean;
};

/** How long an address works, in days. */
export const REPLY_DAYS = 180;

/**
 * The address at which a member's reply to a mail comes in; undefined where no mail comes in at
 * all. It is signed for the address the member has now, so it ends when they change that.
 */
export async function replyAddress(
  work: Work,
  member: Pick<MemberRow, 'id' | 'email_key'>,
  target: ReplyTarget,
): Promise<string | undefined> {
  const { replyDomain } = work.operator;
  if (replyDomain === undefined) return undefined;
  const claims = claimsOf(member.id, target, dayOf(work.at) + REPLY_DAYS);
  const mac = await replyMac(work.trx, claims, member);
  return `${PREFIX}${spelled(Buffer.concat([claims, mac]))}@${replyDomain}`;
}

/** Whose reply comes in at a local part, in any case; undefined for one that we did not make. */
export async function readReplyAddress(
  db: Knex,
  localPart: string,
  at: Date,
): Promise<ReplyTo | undefined> {
  const token = LOCAL_PART.exec(localPart.toLowerCase())?.[1];
  if (token === undefined) return undefined;
  const bytes = unspelled(token);
  const [claims, given] = [bytes.subarray(0, CLAIMS), bytes.subarray(CLAIMS)];
  const target = targetOf(claims);
  const id = claims.readUInt32BE(1) as MemberId;
  // What PostgreSQL's integer cannot hold is nobody.
  const member = id > 0x7fffffff ? undefined : await db('members').where({ id }).first();
  if (!member || !target) return undefined;
  if (!timingSafeEqual(given, await replyMac(db, claims, member))) return undefined;
  return { member, target, expired: claims.readUInt16BE(9) < dayOf(at) };
}

/** Our reply addresses wherever they stand in a text; whoever has one can write as its member. */
export const REPLY_ADDRESSES = /\breply\+[\da-v]{40}@[\w.-]+/gi;

const PREFIX = 'reply+';

/** Bytes: what it is added to, the member, which one, the last day. The signature follows. */
const CLAIMS = 11;
const MAC = 14;

const LOCAL_PART = /^reply\+([\da-v]{40})$/;

const KINDS = ['question', 'answer', 'case'] as const;

function claimsOf(member: MemberId, target: ReplyTarget, until: number): Buffer {
  const claims = Buffer.alloc(CLAIMS);
  const kind = KINDS.findIndex((each) => each in target);
  claims.writeUInt8(kind, 0);
  claims.writeUInt32BE(member, 1);
  claims.writeUInt32BE(Object.values(target)[0] as number, 5);
  claims.writeUInt16BE(until, 9);
  return claims;
}

function targetOf(claims: Buffer): ReplyTarget | undefined {
  const [kind, id] = [KINDS[claims.readUInt8(0)], claims.readUInt32BE(5)];
  if (kind === 'question') return { question: id as QuestionId };
  if (kind === 'answer') return { answer: id as AnswerId };
  return kind === 'case' ? { case: id as CaseId } : undefined;
}

/** 112 bits: each guess costs a connection, and there is no telling how near it was. */
const replyMac = async (db: Knex, claims: Buffer, { email_key }: Pick<MemberRow, 'email_key'>) =>
  (await macOf(db, 'reply', `${claims.toString('hex')} ${email_key ?? ''}`)).subarray(0, MAC);

/** Base32hex, RFC 4648: mail servers may change the case of letters on the way. */
const spelled = (bytes: Buffer) =>
  BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart(LENGTH, '0');

const unspelled = (token: string) => {
  const number = [...token].reduce((sum, digit) => sum * 32n + BigInt(parseInt(digit, 32)), 0n);
  return Buffer.from(number.toString(16).padStart((CLAIMS + MAC) * 2, '0'), 'hex');
};

/** Characters: 25 bytes at five bits each. */
const LENGTH = 40;

/** Days since 1970, in UTC. */
const dayOf = (at: Date) => Math.floor(at.getTime() / (24 * 3_600_000));
