import { existsSync, readFileSync } from 'node:fs';

type Report = {
  stats: { passes: number; failures: number; pending: number };
  failed: string[];
};

/**
 * Names once more what failed (its place in a long run is far above), prints "N passed, N failed,
 * N skipped" as the test reports count them, and exits as the test command did: a check before
 * the tests that failed counts as one failure.
 */
const [file = '', code = '1'] = process.argv.slice(2);
const reports = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Report)
  : [];
const total = (kind: keyof Report['stats']) =>
  reports.reduce((sum, { stats }) => sum + stats[kind], 0);
const isCheck = code !== '0' && total('failures') === 0;
const failed = [
  ...reports.flatMap((report) => report.failed),
  ...(isCheck ? ['a check before the tests, or a run that broke off'] : []),
];
for (const name of failed) process.stdout.write(`\nFailed: ${name}\n`);
process.stdout.write(
  `\n${total('passes')} passed, ${String(failed.length)} failed, ${total('pending')} skipped\n`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
