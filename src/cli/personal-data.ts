import { runOnce } from '../run.ts';
import { checkAll } from '../trust/personal-data/check-all.ts';
import { maskingMarkdown } from '../trust/personal-data/masking-markdown.ts';
import { createMarkdown } from '../web/markdown.ts';
import { openEverything } from './open-everything.ts';

const USAGE = 'Usage: npm run personal-data -- scan';

/** `npm run personal-data -- scan`: masks what looks personal in posts from before it was looked for. */
await runOnce(async (onStop, fail) => {
  const [verb, ...more] = process.argv.slice(2);
  if (verb !== 'scan' || more.length > 0) throw new Error(USAGE);
  const { db, perform, operator } = await openEverything(onStop, fail, 'goodline personal data');
  const markdown = maskingMarkdown(createMarkdown(), operator);
  const telling = await checkAll({ db, perform, markdown });
  process.stdout.write(`Something looks personal in ${String(telling)} posts.\n`);
});
