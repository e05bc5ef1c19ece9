import { existsSync, readFileSync } from 'node:fs';

import { expect } from 'chai';

import { migrationSource } from '#src/db/migrations.ts';
import { aCommunity } from '../support/community.ts';
import { COMMON, LEANS_ON, OWNER, partOf } from './plan.ts';
import { printRows } from './print-rows.ts';
import { printViews } from './print-views.ts';
import { functionsIn, sourcesIn } from './source.ts';
import { checkViews, readViews } from './views.ts';

const mayLeanOn = (from: string, to: string) =>
  from === '' || from === 'cli' || from === to || (LEANS_ON[from]?.includes(to) ?? false);

describe('the plan of the house', () => {
  const community = aCommunity();
  const src = sourcesIn('src');

  it('is kept by imports', () => {
    const trespasses = src.flatMap(({ path, imports }) =>
      imports
        .filter((target) => !['', 'cli'].includes(partOf(path)) && !COMMON.includes(target))
        .filter((target) => partOf(target) === '' || !mayLeanOn(partOf(path), partOf(target)))
        .map((target) => `${path} imports ${target}`),
    );

    expect(trespasses).to.deep.equal([]);
  });

  it('is kept by foreign keys', async () => {
    const { rows } = await community.owner.raw<{ rows: { here: string; there: string }[] }>(
      `select conrelid::regclass::text as here, confrelid::regclass::text as there
         from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    );

    const trespasses = rows.filter(
      ({ here, there }) => !mayLeanOn(OWNER[here] ?? '?', OWNER[there] ?? '?'),
    );
    expect(trespasses).to.deep.equal([]);
  });

  it('is kept by what is written: a table is written by its owner alone', () => {
    const WRITE =
      /\b(?:trx|db)\s*\(\s*'(\w+)'\s*\)(?:(?!;\n)[\s\S])*?\.(?:insert|update|del|increment)\w*\(/g;

    const trespasses = src.flatMap(({ path, text }) =>
      [...text.matchAll(WRITE)]
        .filter(([, table = '']) => partOf(path) !== OWNER[table])
        .map(([, table]) => `${path} writes to ${table ?? ''}`),
    );

    expect(trespasses).to.deep.equal([]);
  });

  it('names no table that is not on it', () => {
    const NAMED = /\b(?:trx|db|[jJ]oin)\s*\(\s*'(\w+)'/g;

    const strangers = src.flatMap(({ path, text }) =>
      [...text.matchAll(NAMED)]
        .filter(([, table = '']) => OWNER[table] === undefined)
        .map(([, table]) => `${path} names ${table ?? ''}`),
    );

    expect(strangers).to.deep.equal([]);
  });

  it('gives every part a README of one screen', () => {
    const parts = Object.keys(LEANS_ON).map((part) => `src/${part}/README.md`);

    const missing = parts.filter((file) => !existsSync(file));
    const long = parts
      .filter((file) => existsSync(file))
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 60);
    expect({ missing, long }).to.deep.equal({ missing: [], long: [] });
  });
});

describe('what is written about the house', () => {
  it('is one text: no two versions of it were left side by side', () => {
    const texts = ['README.md', ...Object.keys(LEANS_ON).map((part) => `src/${part}/README.md`)];

    const torn = texts.filter((file) => /^(<{7}|={7}|>{7})/m.test(readFileSync(file, 'utf8')));

    expect(torn).to.deep.equal([]);
  });
});

describe('the manners of the house', () => {
  const src = sourcesIn('src');
  const views = readViews('views');

  it('only entry points read the clock, and one file reads the environment', () => {
    const isEntry = (path: string) => path === 'src/main.ts' || path.startsWith('src/cli/');

    const peeking = src
      .filter(
        ({ path, text }) =>
          (/new Date\(\)|Date\.now\(/.test(text) && !isEntry(path)) ||
          (text.includes('process.env') && !isEntry(path) && path !== 'src/config.ts'),
      )
      .map(({ path }) => path);

    expect(peeking).to.deep.equal([]);
  });

  it('a function fits in the eye, a file in the head and a view on the screen', () => {
    const lines = (text: string) => text.trimEnd().split('\n').length;

    const long = [
      ...src
        .flatMap((source) => functionsIn(source).map((one) => ({ ...one, path: source.path })))
        .filter((one) => one.lines > 40)
        .map(({ path, name }) => `${path}: ${name}`),
      ...src
        .filter(({ path, text }) => !PRINTED.test(path) && lines(text) > 200)
        .map(({ path }) => path),
      ...views.filter(({ source }) => lines(source) > 60).map(({ file }) => file),
    ];

    expect(long).to.deep.equal([]);
  });

  it('a view uses only what it says it is given, and prints only text or Html', () => {
    expect(checkViews(views)).to.deep.equal([]);
  }).timeout(60_000);
});

describe('what is printed', () => {
  const community = aCommunity();

  it('says what the migrated database says', async () => {
    for (const [file, text] of await printRows(community.owner)) {
      expect(existsSync(file) && readFileSync(file, 'utf8'), file).to.equal(text);
    }
  });

  it('says what the first line of each view says', () => {
    expect(readFileSync('src/web/views.ts', 'utf8')).to.equal(printViews(readViews('views')));
  });
});

describe('the migrations', () => {
  const community = aCommunity();

  it('can all be taken back, leaving nothing, and made again, leaving the same', async () => {
    const { owner } = community;
    await owner.raw('drop trigger test_sign_in on members; drop function test_sign_in');
    const before = await printRows(owner);

    await owner.migrate.rollback({ migrationSource }, true);
    const { rows: left } = await owner.raw<{ rows: object[] }>(
      `select relname from pg_class
        where relnamespace = 'public'::regnamespace and relname not like 'knex%'
        union all
       select proname from pg_proc where pronamespace = 'public'::regnamespace`,
    );
    await owner.migrate.latest({ migrationSource });

    expect(left).to.deep.equal([]);
    expect(await printRows(owner)).to.deep.equal(before);
  });
});

/** What is printed is as long as what it is printed from. */
const PRINTED = /rows\.ts$|^src\/web\/views\.ts$/;
