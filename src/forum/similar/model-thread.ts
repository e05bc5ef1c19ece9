import { Worker } from 'node:worker_threads';

/** A model that turns one text after the other into a vector. */
export type Model = {
  /** Rejects where the model cannot be had, or has ended. */
  embed(text: string): Promise<number[]>;
  stop(): Promise<void>;
};

/** What the thread answers. */
export type Answered = { vector: number[] } | { error: string };

/** Starts the model in a thread of its own, where its arithmetic delays no page. */
export function startModel(): Model {
  const worker = startThread();
  const { ask, settle } = createAsker(worker);
  worker.on('message', (said: Answered) => {
    settle(said);
  });
  worker.on('error', ({ message }) => {
    settle({ error: message }, true);
  });
  worker.on('exit', () => {
    settle({ error: 'the thread of the model has ended' }, true);
  });
  return {
    embed: ask,
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** Keeps whoever waits for an answer; the thread keeps the process alive only as long as one does. */
function createAsker(worker: Worker) {
  let asker: { resolve: (vector: number[]) => void; reject: (error: Error) => void } | undefined;
  let ended: Error | undefined;
  worker.unref();
  const settle = (said: Answered, isEnd = false) => {
    if ('error' in said) {
      const error = new Error(said.error);
      if (isEnd) ended ??= error;
      asker?.reject(error);
    } else asker?.resolve(said.vector);
    asker = undefined;
    worker.unref();
  };
  const ask = (text: string) =>
    new Promise<number[]>((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      asker = { resolve, reject };
      worker.ref();
      worker.postMessage(text);
    });
  return { ask, settle };
}

/** Beside this file lies its neighbour, compiled; or as it was written, which a thread must learn to read. */
function startThread(): Worker {
  const source = import.meta.url.endsWith('.ts');
  const file = new URL(`./embedder-thread${source ? '.ts' : '.js'}`, import.meta.url);
  return source ? new Worker(fromSource(file), { eval: true }) : new Worker(file);
}

const fromSource = ({ href }: URL) => `
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(href)});
  });`;
