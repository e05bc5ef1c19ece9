import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A message on its way, as the server that brings it has it. */
export type Brought = { from?: string; to: string; raw: string | Buffer };

/** The steps of bringing a message, each answered with the server's code and words. */
export type Dialogue = {
  say: (line: string) => Promise<string>;
  /** A whole message and the dot; answered once the server has taken it. */
  hand: (raw: string | Buffer) => Promise<string>;
  socket: Socket;
};

/** Opens a dialogue with a server, greeted as SMTP or LMTP is. */
export async function dialogue(port: number, hello = 'LHLO'): Promise<Dialogue> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  socket.on('error', () => undefined);
  const listen = async (): Promise<string> => {
    while (!/^\d{3} .*\r\n/m.test(heard)) {
      if (socket.destroyed || socket.readableEnded) throw new Error('the server hung up');
      await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    }
    const answer = heard;
    heard = '';
    return answer.split('\r\n').at(-2) ?? '';
  };
  const say = (line: string) => {
    socket.write(`${line}\r\n`);
    return listen();
  };
  const hand = (raw: string | Buffer) => {
    socket.write(stuffed(raw));
    socket.write('\r\n.\r\n');
    return listen();
  };
  await listen();
  await say(`${hello} mx.example.com`);
  return { say, hand, socket };
}

/** Brings a message as a mail server does; the answer is the one that ended it. */
export async function bring(
  port: number,
  { from = 'priya@example.com', to, raw }: Brought,
  hello?: string,
): Promise<string> {
  const { say, hand, socket } = await dialogue(port, hello);
  try {
    for (const line of [`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA']) {
      const answer = await say(line);
      if (!/^[23]/.test(answer)) return answer;
    }
    return await hand(raw);
  } finally {
    socket.end();
  }
}

/** RFC 5321, 4.5.2: a dot at the beginning of a line is doubled. Bytes stay as they are. */
const stuffed = (raw: string | Buffer) => {
  const text = Buffer.from(raw).toString('latin1').replaceAll(/^\./gm, '..');
  return Buffer.from(text, 'latin1');
};
