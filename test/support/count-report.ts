import { existsSync, readFileSync } from 'node:fs';

type Report = { stats: { passes: number; failures: number; pending: number } };

/**
 * Prints "N passed, N failed, N skipped" as the test report counts them, and exits as the test
 * command did: a check before the tests that failed counts as one failure.
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
const failed = total('failures');
const otherwise = code !== '0' && failed === 0 ? 1 : 0;
process.stdout.write(
  `${total('passes')} passed, ${failed + otherwise} failed, ${total('pending')} skipped\n`,
);
process.exitCode = failed + otherwise > 0 ? 1 : 0;
