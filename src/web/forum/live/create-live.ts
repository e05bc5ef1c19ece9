import type { Knex } from 'knex';
import type { Logger } from 'pino';

import { createListener } from '../../../forum/live/listen.ts';
import { readLiveState } from '../../../forum/live/live-state.ts';
import type { Pages } from '../../pages.ts';
import { liveMessage } from './live-card.ts';
import { createLiveStreams, type LiveStreams } from './streams.ts';

type Needs = {
  databaseUrl: string;
  db: Knex;
  log: Logger;
  now: () => Date;
  fill: Pages['fill'];
};

/** This process's streams over what every process hears; it listens once somebody watches. */
export function createLive({ databaseUrl, db, log, now, fill }: Needs) {
  const onTrouble = (error: unknown) => {
    log.warn({ err: error }, 'live pages lag behind');
  };
  const streams: LiveStreams = createLiveStreams({
    ...{ now, onTrouble },
    read: (id) => readLiveState(db, id, now()),
    draw: (state) => liveMessage(state, fill),
    onWatched: () => {
      listener.start();
    },
  });
  const listener = createListener({
    ...{ databaseUrl, onTrouble },
    onMoved: streams.moved,
    onListening: streams.anyMoved,
  });
  const stop = async () => {
    streams.close();
    await listener.stop();
  };
  return { streams, stop };
}
