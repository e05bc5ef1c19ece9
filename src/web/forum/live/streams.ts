import type { Response } from 'express';

import type { LiveState } from '../../../forum/live/live-state.ts';
import type { QuestionId } from '../../../forum/rows.ts';
import { found, Unavailable } from '../../../refusals.ts';
import { createAdmission, type Most } from './admission.ts';
import { begin, say } from './event-stream.ts';
import { createWatched, type WatchedQuestion } from './watched-question.ts';

/** The streams that this process keeps open, so that pages hear of what moves. */
export type LiveStreams = {
  /** Tells of a question until the reader leaves; 404 where readers cannot see it. */
  open: (res: Response, id: QuestionId, address: string) => Promise<void>;
  /** What a stream would say first, and no more. */
  once: (res: Response, id: QuestionId) => Promise<void>;
  /** A question has moved: whoever watches it hears what it has come to. */
  moved: (id: QuestionId) => void;
  /** Any question may have moved. */
  anyMoved: () => void;
  /** Ends them all, and lets nobody in any more. */
  close: () => void;
};

type Needs = {
  read: (id: QuestionId) => Promise<LiveState | undefined>;
  /** What is sent of it: one line. */
  draw: (state: LiveState) => string;
  now: () => Date;
  onTrouble: (error: unknown) => void;
  /** Called when somebody begins to watch: from now on what moves has to be heard. */
  onWatched: () => void;
};

/** As many as a process keeps open beside its work; and a household, an office or a mobile network. */
const MOST: Most = { all: 1_000, perAddress: 50 };

/** Milliseconds between signs of life. */
const BEAT_EVERY = 25_000;

export function createLiveStreams(needs: Needs): LiveStreams {
  const { read, draw, now, onTrouble } = needs;
  const enter = createAdmission(MOST);
  const watched = new Map<QuestionId, WatchedQuestion>();
  let over = false;
  const moved = (id: QuestionId) => void watched.get(id)?.refresh().catch(onTrouble);
  const beating = setInterval(() => {
    for (const [id, question] of watched) if (question.beat()) moved(id);
  }, BEAT_EVERY).unref();

  return {
    moved,
    anyMoved: () => {
      for (const id of watched.keys()) moved(id);
    },
    once: async (res, id) => {
      const state = found(await read(id), 'question');
      begin(res);
      res.end(say(draw(state)));
    },
    open: async (res, id, address) => {
      found(await read(id), 'question');
      if (over) throw new Unavailable('We’re starting again. Try in a few seconds.');
      if (res.destroyed) return;
      const leave = enter(address);
      begin(res);
      watch(watched, { res, id, make: () => createWatched({ read: () => read(id), draw, now }) });
      res.once('close', leave);
      needs.onWatched();
      moved(id);
    },
    close: () => {
      over = true;
      clearInterval(beating);
      for (const question of watched.values()) question.end();
    },
  };
}

type Watching = { res: Response; id: QuestionId; make: () => WatchedQuestion };

function watch(watched: Map<QuestionId, WatchedQuestion>, { res, id, make }: Watching): void {
  const question = watched.get(id) ?? make();
  watched.set(id, question);
  question.add(res);
  res.once('close', () => {
    if (!question.drop(res)) watched.delete(id);
  });
}
