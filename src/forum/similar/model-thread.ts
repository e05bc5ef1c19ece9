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
  let asker: Asker | undefined;
  const answer = (settle: (waiting: Asker) => void) => {
    const waiting = asker;
    asker = undefined;
    worker.unref();
    if (waiting) settle(waiting);
  };
  let ended: Error | undefined;
  const fail = (error: Error) => {
    answer(({ reject }) => {
      reject(error);
    });
  };
  worker.unref();
  worker.on('message', (said: Answered) => {
    if ('error' in said) fail(new Error(said.error));
    else
      answer(({ resolve }) => {
        resolve(said.vector);
      });
  });
  const end = (error: Error) => {
    ended ??= error;
    fail(ended);
  };
  worker.on('error', end);
  worker.on('exit', () => {
    end(new Error('the thread of the model has ended'));
  });
  return {
    embed: (text) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        asker = { resolve, reject };
        worker.ref();
        worker.postMessage(text);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}

type Asker = {
  resolve: (vector: number[]) => void;
  reject: (error: Error) => void;
};

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
