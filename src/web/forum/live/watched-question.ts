import type { Response } from 'express';

import type { LiveState } from '../../../forum/live/live-state.ts';
import { beat, end, send } from './event-stream.ts';

/** A question that somebody watches, and the streams to them. */
export type WatchedQuestion = {
  /** Tells this reader, too; call `refresh` next. */
  add: (res: Response) => void;
  /** Whether anybody is left. */
  drop: (res: Response) => boolean;
  /** Reads how far the question is, and tells whoever has not heard. */
  refresh: () => Promise<void>;
  /** Gives everybody a sign of life; true where it is time to read it again. */
  beat: () => boolean;
  end: () => void;
};

type Needs = {
  read: () => Promise<LiveState | undefined>;
  draw: (state: LiveState) => string;
  now: () => Date;
};

export function createWatched({ read, draw, now }: Needs): WatchedQuestion {
  const streams = new Map<Response, { sent?: string }>();
  let changesAt: Date | null = null;
  let due = false;
  const readAgain = oneAfterTheOther(async () => {
    due = true;
    const state = await read();
    tell(streams, state && draw(state));
    changesAt = state?.changesAt ?? null;
    due = false;
  });

  return {
    add: (res) => void streams.set(res, {}),
    drop: (res) => streams.delete(res) && streams.size > 0,
    refresh: readAgain,
    beat: () => {
      for (const res of streams.keys()) beat(res);
      return due || (changesAt !== null && changesAt <= now());
    },
    end: () => {
      for (const res of streams.keys()) end(res);
    },
  };
}

function tell(streams: Map<Response, { sent?: string }>, line: string | undefined): void {
  for (const [res, stream] of streams) {
    if (line === undefined) end(res, 'gone');
    else if (stream.sent !== line) send(res, (stream.sent = line));
  }
}

/** What is asked for while it is being done is done once more, so nobody is told an older thing last. */
function oneAfterTheOther(task: () => Promise<void>): () => Promise<void> {
  let asked = 0;
  let running = false;
  return async () => {
    asked += 1;
    if (running) return;
    running = true;
    try {
      let done;
      do {
        done = asked;
        await task();
      } while (asked !== done);
    } finally {
      running = false;
    }
  };
}
