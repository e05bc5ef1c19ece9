import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Accounting programs that other people wrote: what they accept is not ours to decide. */
export const programs = {
  hledger: {
    extension: 'hledger',
    check: (file: string) => ['hledger', '-f', file, 'check', '--strict'],
    balances: (file: string) => ['hledger', '-f', file, 'balance', '--flat', '-N', '-O', 'csv'],
  },
  ledger: {
    extension: 'hledger',
    check: (file: string) => ['ledger', '-f', file, '--pedantic', 'balance'],
    balances: (file: string) => [
      ...['ledger', '-f', file, 'balance', '--flat', '--no-total'],
      ...['--format', '%(account),%(display_total)\n'],
    ],
  },
  beancount: {
    extension: 'beancount',
    check: (file: string) => ['bean-check', file],
    balances: (file: string) => [
      ...['bean-query', '-f', 'csv', file],
      'select account, sum(position) as held group by account',
    ],
  },
} as const;

export type Program = keyof typeof programs;

/** The test is skipped where the program is not installed; CHECK_ALL=1 makes that a failure. */
export async function skipWithout(test: Mocha.Context, program: Program): Promise<void> {
  const [name = ''] = programs[program].check('');
  if ((await run([name, '--version'])).code !== 'ENOENT') return;
  if (process.env['CHECK_ALL'] === '1') throw new Error(`${name} is not installed`);
  test.skip();
}

/** What the program has against a journal; nothing if it accepts it. */
export const complaintOf = (program: Program, journal: string): Promise<string> =>
  withFile(program, journal, async (file) => {
    const { code, out, err } = await run(programs[program].check(file));
    return code === 0 && err === '' ? '' : `${String(code)}: ${out}${err}`;
  });

/** What the program makes of a journal: what each account holds, in minor units, if anything. */
export const balancesOf = (program: Program, journal: string): Promise<Map<string, bigint>> =>
  withFile(program, journal, async (file) => {
    const { code, out, err } = await run(programs[program].balances(file));
    if (code !== 0) throw new Error(err);
    return balancesIn(out);
  });

/** A trial balance as the site exports it, under the names that the program has for accounts. */
export function trialBalanceIn(csv: string, program: Program): Map<string, bigint> {
  const lines = csv.trimEnd().split('\r\n').slice(1, -1);
  return new Map(
    lines.map((line) => {
      const [account = '', , kind = '', , debit = '', credit = ''] = line.split(',');
      const name = program === 'beancount' ? beancountName(account, kind) : account;
      return [name, minorUnits(debit) - minorUnits(credit)];
    }),
  );
}

/** What each account holds after all transfers of these files, if anything. */
export function addUp(files: readonly string[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const line of files.flatMap((csv) => csv.trimEnd().split('\r\n').slice(1))) {
    const [debit = '', credit = '', amount = ''] = line.split(',').slice(6);
    balances.set(debit, (balances.get(debit) ?? 0n) + minorUnits(amount));
    balances.set(credit, (balances.get(credit) ?? 0n) - minorUnits(amount));
  }
  return new Map([...balances].filter(([, held]) => held !== 0n));
}

function balancesIn(csv: string): Map<string, bigint> {
  const found = csv.matchAll(/^"?([^",\r\n]+)"?,"? *(-?[\d.]+) GBP *"?\r?$/gm);
  const balances = Array.from(found, ([, account = '', held = '']): [string, bigint] => [
    account.trim(),
    minorUnits(held),
  ]);
  return new Map(balances.filter(([, held]) => held !== 0n));
}

/** "-0.50" is -50n; anything but two decimals is a mistake. */
export function minorUnits(amount: string): bigint {
  if (!/^-?\d+\.\d\d$/.test(amount)) throw new Error(`"${amount}" is not an amount`);
  return BigInt(amount.replace('.', ''));
}

const ROOTS: Record<string, string> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
};

function beancountName(account: string, kind: string): string {
  const parts = account.replace(`${kind}:`, '').replace(/:(\d)/, ':M$1').split(':');
  return [ROOTS[kind], ...parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join(
    ':',
  );
}

async function withFile<T>(
  program: Program,
  journal: string,
  task: (file: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'goodline-journal-'));
  const file = join(folder, `journal.${programs[program].extension}`);
  try {
    await writeFile(file, journal);
    return await task(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Outcome = { code: unknown; out: string; err: string };

const run = ([program = '', ...args]: readonly string[]) =>
  new Promise<Outcome>((resolve) => {
    execFile(program, args, { maxBuffer: 64_000_000 }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });
