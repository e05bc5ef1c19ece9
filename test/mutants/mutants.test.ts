import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { root } from '#src/root.ts';
import { openWorkshop, type Workshop } from './mutate.ts';
import { MUTANTS } from './mutants.ts';

/** All of them take minutes: `npm run mutants`. */
const few = MUTANTS.slice(0, 3);

describe('The list of guards', () => {
  it('names places that are there, each exactly once, and tests that are there', () => {
    const misfits = MUTANTS.flatMap(({ name, edits, tests }) => [
      ...edits
        .filter(({ file, from }) => readFileSync(join(root, file), 'utf8').split(from).length !== 2)
        .map(({ file }) => `${name}: ${file}`),
      ...tests.filter((file) => !existsSync(join(root, file))).map((file) => `${name}: ${file}`),
    ]);

    expect(misfits).to.deep.equal([]);
  });
});

describe('A guard taken out', function () {
  this.timeout(120_000);
  let workshop: Workshop;

  before(async function () {
    if (!process.env.CHECK_ALL) this.skip();
    workshop = await openWorkshop();
  });
  after(async () => {
    if (process.env.CHECK_ALL) await workshop.close();
  });

  for (const mutant of few) {
    it(`is noticed by a test: ${mutant.name}`, async () => {
      const { ran, killedBy } = await workshop.tryMutant(mutant);

      expect(ran).to.be.above(0);
      expect(killedBy).to.be.a('string');
    });
  }
});
