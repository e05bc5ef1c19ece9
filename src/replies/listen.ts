import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

import { readReplyAddress, REPLY_DAYS } from '../notices/reply-address.ts';
import { Unreadable } from './mime/read-mail.ts';
import { takeReply, type Intake, type Taken } from './take-reply.ts';

/** Where replies come in. */
export type Where = {
  host: string;
  /** 0 for any that is free. */
  port: number;
  protocol: 'lmtp' | 'smtp';
  /** Mail to any other domain is refused: nothing is relayed. */
  domain: string;
};

/** What taking replies needs, and where it is said what became of them. */
export type ReplyNeeds = Intake & { log: Logger };

/** Takes replies, one after the other, until it is stopped; that waits for those that are here. */
export async function listenForReplies(
  { host, port, protocol, domain }: Where,
  needs: ReplyNeeds,
): Promise<{ port: number; stop: () => Promise<void> }> {
  let lane: Promise<unknown> = Promise.resolve();
  const server = new SMTPServer({
    ...{ lmtp: protocol === 'lmtp', name: domain, banner: 'replies', logger: false },
    ...{ disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true },
    ...{ size: MOST_BYTES, maxClients: MOST_CLIENTS, socketTimeout: 60_000, closeTimeout: 5_000 },
    onRcptTo: ({ address }, session, next) => {
      answerWith(next, checkRecipient(needs, domain, { address, session }), needs.log);
    },
    onData: (stream, session, next) => {
      const taken = readAll(stream).then((raw) => {
        const turn = lane.then(() => takeData(needs, raw, session));
        lane = turn.catch(() => undefined);
        return turn;
      });
      answerWith(next, taken, needs.log);
    },
  });
  server.on('error', (error: Error) => {
    needs.log.info({ err: error }, 'a connection that brings replies failed');
  });
  server.listen(port, host);
  await once(server.server, 'listening');
  const stop = async () => {
    await new Promise<void>((done) => {
      server.close(done);
    });
    await lane;
  };
  return { port: (server.server.address() as AddressInfo).port, stop };
}

/** A photograph from a telephone fits, so that it can be refused with a kind word. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_CLIENTS = 20;

/** An answer of SMTP: what it says is read by people, in the mail of their own server. */
class Answer extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, words: string) {
    super(words);
    this.responseCode = responseCode;
  }
}

type Asked = { address: string; session: SMTPServerSession };

async function checkRecipient(
  { db, now }: ReplyNeeds,
  domain: string,
  { address, session }: Asked,
): Promise<undefined> {
  const at = address.lastIndexOf('@');
  if (address.slice(at + 1).toLowerCase() !== domain) {
    throw new Answer(550, '5.7.1 Only replies to mails of ours come in here');
  }
  if (session.envelope.rcptTo.length > 0) {
    throw new Answer(452, '4.5.3 One reply at a time: bring the others after it');
  }
  const to = await readReplyAddress(db, address.slice(0, at), now());
  if (!to) throw new Answer(550, UNKNOWN);
  if (to.expired) {
    const days = String(REPLY_DAYS);
    throw new Answer(550, `5.1.6 That mail is more than ${days} days old: write on the site`);
  }
}

const UNKNOWN = '5.1.1 That is no address of ours, or not any more: write on the site';

async function takeData(
  needs: ReplyNeeds,
  raw: Buffer,
  { envelope: { mailFrom, rcptTo } }: SMTPServerSession,
): Promise<string> {
  const address = rcptTo[0]?.address ?? '';
  const taken = await takeReply(needs, {
    raw,
    from: mailFrom === false ? '' : mailFrom.address,
    localPart: address.slice(0, address.lastIndexOf('@')),
  });
  needs.log.info({ reply: factsOf(taken) }, 'a reply came in');
  if (taken.became === 'unknown') throw new Answer(550, UNKNOWN);
  if (taken.became === 'refused' && !taken.told) {
    throw new Answer(554, `5.7.0 Not posted: ${taken.says ?? ''}`);
  }
  return 'Thank you';
}

/** What is logged: never what it says, nor from where it came. */
const factsOf = (taken: Taken) =>
  'memberId' in taken
    ? { became: taken.became, why: taken.why, memberId: taken.memberId }
    : { became: taken.became };

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk);
  }
  if (stream.sizeExceeded) throw new Answer(552, '5.3.4 Too large: send the words alone');
  return Buffer.concat(chunks);
}

type Next = (error?: Error | null, words?: string) => void;

/** Answers once it is known what; anything but an answer of ours is brought again later. */
function answerWith(next: Next, answer: Promise<string | undefined>, log: Logger): void {
  answer.then(
    (words) => {
      next(null, words);
    },
    (error: unknown) => {
      if (error instanceof Answer) next(error);
      else if (error instanceof Unreadable) next(new Answer(554, '5.6.0 We can’t read that mail'));
      else {
        log.warn({ err: error }, 'a reply has to be brought again');
        next(new Answer(451, '4.3.0 Not now: bring it again later'));
      }
    },
  );
}
