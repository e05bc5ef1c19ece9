import { startModel, type Model } from './model-thread.ts';
import { placeOf, type Place } from './places.ts';

/**
 * Places texts by what they mean. One small door, so that the model behind it can change: places of
 * another `model` are made anew.
 */
export type Embedder = {
  readonly model: string;
  /**
   * A text's place; undefined where the model cannot be had or, for a page that waits, not soon
   * enough. Whoever waits for a page goes before what is only being learned.
   */
  place(text: string, who: keyof Queues): Promise<Place | undefined>;
  stop(): Promise<void>;
};

type Asker = { text: string; answer: (place: Place | undefined) => void };
type Queues = Record<'page' | 'learning', Asker[]>;

type Needs = {
  start?: () => Model;
  /** Told why a text could not be placed. */
  onFailure: (error: unknown) => void;
};

/** Milliseconds that a page waits, and how many may wait in front of it. */
const PATIENCE = 1_000;
const MOST_WAITING = 12;

/** After so many failures in a row there is no model: it is not installed, or does not run here. */
const MOST_FAILURES = 3;

/** The English model that comes with the site; its thread starts when it is first needed. */
export function createEmbedder({ start = startModel, onFailure }: Needs): Embedder {
  const queues: Queues = { page: [], learning: [] };
  const { attempt, stop } = withRestarts(start, onFailure);
  let working = false;
  const work = async () => {
    if (working) return;
    working = true;
    for (let next = nextOf(queues); next; next = nextOf(queues)) {
      next.answer(await attempt(next.text));
    }
    working = false;
  };
  return {
    model: 'universal-sentence-encoder-lite, energetic-ai 0.2.0',
    place: (text, who) =>
      new Promise((answer) => {
        const isLate = who === 'page' && queues.page.length >= MOST_WAITING;
        if (isLate) {
          answer(undefined);
          return;
        }
        if (who === 'page') setTimeout(answer, PATIENCE, undefined).unref();
        queues[who].push({ text, answer });
        void work();
      }),
    stop,
  };
}

const nextOf = ({ page, learning }: Queues) => page.shift() ?? learning.shift();

/** Asks the model, and starts it anew where it has failed, a few times. */
function withRestarts(start: () => Model, onFailure: Needs['onFailure']) {
  let model: Model | undefined;
  let failures = 0;
  const end = async () => {
    await model?.stop();
    model = undefined;
  };
  const stop = async () => {
    failures = MOST_FAILURES;
    await end();
  };
  const attempt = async (text: string): Promise<Place | undefined> => {
    if (failures >= MOST_FAILURES) return undefined;
    try {
      model ??= start();
      const place = placeOf(await model.embed(text));
      failures = 0;
      return place;
    } catch (error) {
      failures += 1;
      if (failures <= MOST_FAILURES) onFailure(error);
      await end();
      return undefined;
    }
  };
  return { attempt, stop };
}
