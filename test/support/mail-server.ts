import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

import { smtpTransport } from '#src/notices/transports.ts';

/** A mail that a server took, as it came over the wire. */
export type Received = { to: string; messageId: string; raw: string };

/** What a mail server does to whoever brings a mail. */
export type Mood =
  /** Says nothing at all. */
  | ('takes' | 'hangs')
  /** Refuses the recipient, for good (550) or for now (450). */
  | ('refuses' | 'defers')
  /** Hangs up once it has the whole mail, without a word. */
  | 'drops';

/** A real mail server on a port of its own, whose mood a test chooses. */
export function aMailServer() {
  const received: Received[] = [];
  const state = { mood: 'takes' as Mood, port: 0 };
  let server: SMTPServer | undefined;

  const start = async () => {
    server = makeServer(state, received);
    server.listen(state.port, '127.0.0.1');
    await once(server.server, 'listening');
    state.port = (server.server.address() as AddressInfo).port;
  };
  const stop = async () => {
    const stopping = server;
    server = undefined;
    if (!stopping) return;
    await new Promise<void>((resolve) => {
      stopping.close(resolve);
    });
  };
  before(start);
  after(stop);
  return {
    received,
    start,
    stop,
    /** Connections that are open. */
    connections: () => server?.connections.size ?? 0,
    isNow: (mood: Mood) => (state.mood = mood),
    /** Gives up after `patience` milliseconds of silence. */
    transport: (patience = 300) =>
      smtpTransport({
        url: `smtp://127.0.0.1:${String(state.port)}`,
        ...{ siteName: 'Goodline', host: 'goodline.test', patience },
      }),
  };
}

function makeServer(state: { mood: Mood }, received: Received[]): SMTPServer {
  const server: SMTPServer = new SMTPServer({
    ...{ disabledCommands: ['STARTTLS', 'AUTH'], closeTimeout: 100, logger: false },
    onConnect: (_session, next) => {
      if (state.mood !== 'hangs') next();
    },
    onRcptTo: (_to, _session, next) => {
      if (state.mood === 'refuses') next(answer(550, 'no such mailbox'));
      else if (state.mood === 'defers') next(answer(450, 'mailbox busy'));
      else next();
    },
    onData: (stream, { envelope }, next) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (state.mood === 'drops') {
          for (const { _socket } of server.connections) _socket.destroy();
          return;
        }
        const raw = Buffer.concat(chunks).toString();
        const messageId = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '';
        received.push({ to: envelope.rcptTo[0]?.address ?? '', messageId, raw });
        next();
      });
    },
  });
  server.on('error', () => undefined);
  return server;
}

const answer = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode });
