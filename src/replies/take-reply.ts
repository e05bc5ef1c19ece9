import type { Knex } from 'knex';

import { holdMembers } from '../members/hold-members.ts';
import { actingAt } from '../members/standing.ts';
import { readReplyAddress, type ReplyTo } from '../notices/reply-address.ts';
import { Refusal, sentenceOf, TooMany, Unavailable } from '../refusals.ts';
import type { Operator, Perform } from '../work.ts';
import { sentByItself } from './mime/by-itself.ts';
import { readMail, type ReadMail } from './mime/read-mail.ts';
import { postReply, type Drawings } from './post-reply.ts';
import {
  countLately,
  keyOf,
  noteReply,
  Redelivered,
  wasTaken,
  wasToldLately,
  type Became,
  type Reply,
} from './taken.ts';
import { sayWhyNot } from './tell-writer.ts';
import { whyNot, type WhyNot } from './why-not.ts';
import type { Sender } from './words/attributions.ts';
import { ownWords } from './words/own-words.ts';

/** What taking replies needs. */
export type Intake = Drawings & {
  db: Knex;
  perform: Perform;
  now: () => Date;
  operator: Operator;
};

/** A mail as it came in: the local part of the address it came to says whose it is, and for what. */
export type Came = { raw: Buffer; from: string; localPart: string };

/** What became of it; `again` where it was taken before, `unknown` where the address is none. */
export type Taken =
  { became: 'again' | 'unknown' } | (Became & { memberId: ReplyTo['member']['id']; says?: string });

/**
 * Posts a reply that came in by mail as the member whose address it came to, once however often it
 * is delivered; or drops what nobody wrote; or tells the member why nothing was posted, once an hour.
 *
 * Rejects, having done nothing, where it should be brought again later, and with Unreadable for
 * what no mail program sends.
 */
export async function takeReply(intake: Intake, { raw, from, localPart }: Came): Promise<Taken> {
  const { db, now, operator } = intake;
  const to = await readReplyAddress(db, localPart, now());
  if (!to || to.expired) return { became: 'unknown' };
  const mail = await readMail(raw);
  const reply: Reply = { ...to, key: keyOf(mail, raw, to) };
  if (await wasTaken(db, reply.key)) return { became: 'again' };
  if ((await countLately(db, to.member, now())) >= MOST) throw new TooMany(600);
  const sender = senderOf(operator);
  const why = sentByItself(mail, { from, host: sender.host });
  const taking = why
    ? drop(intake, reply, why)
    : post(intake, reply, { mail, words: ownWords(mail.text, sender) });
  const became = await taking.catch(unlessRedelivered);
  return became === 'again' ? { became } : { ...became, memberId: to.member.id };
}

/** So many replies in ten minutes, whatever becomes of them: more are brought again later. */
const MOST = 30;

/** As our mails have it in their head. */
const senderOf = ({ siteName, siteUrl }: Operator): Sender => ({
  name: `${siteName} community`,
  host: new URL(siteUrl).hostname,
});

async function drop({ perform }: Intake, reply: Reply, why: string): Promise<Became> {
  const became = { became: 'dropped', why } as const;
  await perform('system', (work) => noteReply(work, reply, became));
  return became;
}

type Read = { mail: ReadMail; words: string };

async function post(intake: Intake, reply: Reply, { mail, words }: Read): Promise<Became> {
  const { perform, now, operator } = intake;
  const no = whyNot(operator, mail, { words, target: reply.target });
  if (no) return refuse(intake, reply, no, words);
  const member = actingAt(reply.member, now());
  try {
    const became = await perform(member, (work) => postReply(work, intake, { ...reply, words }));
    return { became };
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Unavailable) throw error;
    return refuse(intake, reply, { why: wordOf(error), says: sentenceOf(error) }, words);
  }
}

const wordOf = ({ status }: Refusal) => WORDS[status] ?? 'refused';

const WORDS: Partial<Record<Refusal['status'], string>> = {
  ...{ 403: 'not-allowed', 404: 'gone', 410: 'gone', 409: 'closed', 422: 'not-as-it-is' },
};

type Refused = Became & { says: string };

/** The member is held, so that two refusals at the same moment write one mail. */
const refuse = (
  { perform }: Intake,
  reply: Reply,
  { why, says }: WhyNot,
  words: string,
): Promise<Refused> =>
  perform('system', async (work) => {
    await holdMembers(work, [reply.member.id]);
    const told = !(await wasToldLately(work, reply));
    await noteReply(work, reply, { became: 'refused', why, told });
    if (told) await sayWhyNot(work, reply, says, words);
    return { became: 'refused', why, told, says };
  });

function unlessRedelivered(error: unknown): 'again' {
  if (error instanceof Redelivered) return 'again';
  throw error;
}
