import pg from 'pg';

import type { QuestionId } from '../rows.ts';
import { LIVE_CHANNEL } from './tell-watchers.ts';

export type Listener = {
  /** Opens the connection, unless it is open; from then on it is kept open. */
  start: () => void;
  stop: () => Promise<void>;
};

type Needs = {
  /** A direct connection: no transaction pooler lets listening through. */
  databaseUrl: string;
  onMoved: (id: QuestionId) => void;
  /** It listens, and whatever happened before may have gone unheard. */
  onListening: () => void;
  onTrouble: (error: Error) => void;
};

/**
 * The one connection on which a process hears which questions have moved. When it is lost it is
 * opened again: after a second at first, after half a minute at most.
 */
export function createListener({ onListening, onTrouble, ...needs }: Needs): Listener {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;
  let over = false;

  const start = () => {
    if (client || retry || over) return;
    const opened = (client = openClient(needs));
    const lost = (error: Error) => {
      if (over || client !== opened) return;
      client = undefined;
      opened.end().catch(() => undefined);
      onTrouble(error);
      retry = setTimeout(startAgain, waitAfter(failures++)).unref();
    };
    opened.on('error', lost).on('end', () => {
      lost(new Error('the connection ended'));
    });
    listenOn(opened).then(() => {
      failures = 0;
      onListening();
    }, lost);
  };
  const startAgain = () => {
    retry = undefined;
    start();
  };
  const stop = async () => {
    over = true;
    clearTimeout(retry);
    await client?.end().catch(() => undefined);
  };
  return { start, stop };
}

function openClient({ databaseUrl, onMoved }: Pick<Needs, 'databaseUrl' | 'onMoved'>): pg.Client {
  const client = new pg.Client({
    ...{ connectionString: databaseUrl, application_name: 'goodline live', keepAlive: true },
    connectionTimeoutMillis: 10_000,
  });
  return client.on('notification', ({ payload }) => {
    onMoved(Number(payload) as QuestionId);
  });
}

async function listenOn(client: pg.Client): Promise<void> {
  await client.connect();
  await client.query(`listen ${LIVE_CHANNEL}`);
}

/** Milliseconds. */
const waitAfter = (failures: number) => Math.min(30_000, 1_000 * 2 ** failures);
