import { Worker } from 'node:worker_threads';

import { placeOf, type Place } from './places.ts';

/**
 * Places texts by what they mean. One small door, so that the model behind it can change: places of
 * another `model` are made anew.
 */
export type Embedder = {
  readonly model: string;
  /** A place for each text, in their order. */
  place(texts: readonly string[]): Promise<Place[]>;
  stop(): Promise<void>;
};

/** What the thread is asked, and what it answers. */
export type Asked = { id: number; texts: readonly string[] };
export type Answered = { id: number; vectors: number[][] } | { id: number; error: string };

/** Starts the model in a thread of its own, where its arithmetic delays no page. */
export function startEmbedder(): Embedder {
  const worker = new Worker(new URL(`./embedder-thread${extension}`, import.meta.url));
  const waiting = new Map<number, Waiting>();
  let next = 0;
  worker.unref();
  worker.on('message', (answer: Answered) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asker?.reject(new Error(answer.error));
    else asker?.resolve(answer.vectors.map(placeOf));
  });
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => {
    fail(new Error('the thread of the model has ended'));
  });
  return {
    model: 'universal-sentence-encoder-lite/energetic-ai 0.2.0',
    place: (texts) =>
      new Promise((resolve, reject) => {
        next += 1;
        waiting.set(next, { resolve, reject });
        worker.postMessage({ id: next, texts } satisfies Asked);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}

type Waiting = { resolve: (places: Place[]) => void; reject: (error: Error) => void };

/** Beside this file lies its neighbour as it was written, or as it was compiled. */
const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
