import { expect } from 'chai';

import { createEmbedder } from '#src/forum/similar/embedder.ts';

describe('the door to the model', () => {
  it('lets a page that waits go before what is being learned', async () => {
    const order: string[] = [];
    const embed = async (text: string) => {
      order.push(text);
      await new Promise(setImmediate);
      return [1, 0];
    };
    const embedder = createEmbedder({ start: () => modelOf(embed), onFailure: () => undefined });

    await Promise.all([
      ...[embedder.place('one', 'learning'), embedder.place('two', 'learning')],
      embedder.place('urgent', 'page'),
    ]);

    expect(order).to.deep.equal(['one', 'urgent', 'two']);
  });

  it('says nothing where there is no model, and does not try for ever', async () => {
    let starts = 0;
    const failures: unknown[] = [];
    const start = () => {
      starts += 1;
      return modelOf(() => Promise.reject(new Error('it is not installed')));
    };
    const embedder = createEmbedder({ start, onFailure: (error) => failures.push(error) });

    for (let time = 0; time < 5; time += 1) {
      expect(await embedder.place('No signal', 'page')).to.equal(undefined);
    }

    expect(starts).to.equal(3);
    expect(failures).to.have.length(3);
  });

  it('starts a model anew that has failed once', async () => {
    let fails = true;
    const embed = () => {
      if (!fails) return Promise.resolve([0, 2]);
      fails = false;
      return Promise.reject(new Error('it has ended'));
    };
    const embedder = createEmbedder({ start: () => modelOf(embed), onFailure: () => undefined });

    expect(await embedder.place('No signal', 'page')).to.equal(undefined);
    expect(await embedder.place('No signal', 'page')).to.deep.equal(Int8Array.of(0, 127));
  });
});

const modelOf = (embed: (text: string) => Promise<number[]>) => ({
  embed,
  stop: () => Promise.resolve(),
});
