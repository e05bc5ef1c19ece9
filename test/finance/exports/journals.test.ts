import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect } from 'chai';

import { exportMonth, type Format } from '#src/finance/exports/export.ts';
import type { Month } from '#src/ledger/dates.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { aDomain } from '#test/support/domain.ts';
import {
  aClawback,
  aHold,
  giveCredit,
  postAs,
  reverseAs,
  someKey,
  someone,
  transferOf,
} from '../../ledger/orders.ts';

const run = promisify(execFile);

const TOOLS = [
  { name: 'hledger', format: 'hledger', check: ['check', '--strict', '-f'] },
  { name: 'ledger', format: 'hledger', check: ['--pedantic', 'balance', '-f'] },
  { name: 'bean-check', format: 'beancount', check: [] },
] as const;

for (const { name, format, check } of TOOLS) {
  describe(`A month’s journal in ${name}`, () => {
    const domain = aDomain();
    let folder: string;

    before(async function () {
      const version = run(name, ['--version']);
      if (
        await version.then(
          () => false,
          () => true,
        )
      )
        this.skip();
      folder = await mkdtemp(join(tmpdir(), 'goodline-journal-'));
      await aBusyQuarter();
    });
    after(async () => {
      if (folder) await rm(folder, { recursive: true });
    });

    /** Credit carried forward, movements of every kind, and an account that is empty again. */
    const aBusyQuarter = async () => {
      for (const month of ['01', '02', '03']) {
        domain.itIsNow(`2026-${month}-31T23:30:00Z`.replace('02-31', '02-28'));
        const [rich, poor] = [someone(), someone()];
        await giveCredit(domain, rich, 1250n);
        await giveCredit(domain, poor, 50n);
        const key = someKey();
        await postAs(domain, aClawback(poor, { key }));
        await reverseAs(domain, await transferOf(domain.db, key));
        await postAs(domain, aClawback(poor));
        await postAs(domain, aHold(rich));
        await postAs(domain, aClawback(rich, { debit: 'receivable:clawback' }));
      }
    };
    const textOf = async (month: string, as: Format = format) => {
      await sealTransfers(domain.db);
      const { read } = await exportMonth(domain.db, { month: month as Month, format: as });
      let text = '';
      for await (const piece of read()) text += piece;
      return text;
    };
    /** What the tool says against a journal; nothing if it takes it. */
    const complaintAbout = async (text: string) => {
      const file = join(folder, `month.${format}`);
      await writeFile(file, text);
      return run(name, [...check, file]).then(
        () => '',
        (error: unknown) => saidBy(error as Record<'stderr' | 'stdout', string>),
      );
    };

    it('is accepted, month after month', async () => {
      for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2025-12']) {
        expect(await complaintAbout(await textOf(month))).to.equal('');
      }
    });

    it('is refused when one penny is changed on one side', async () => {
      const changed = (await textOf('2026-02')).replace(/12\.50 GBP/, '12.51 GBP');

      expect(await complaintAbout(changed)).to.not.equal('');
    });

    it('is refused when one penny is changed on both sides', async () => {
      const text = await textOf('2026-02');
      const entry = text.split('\n\n').find((part) => /reward\.hold[^]* 12\.50 GBP/.test(part));
      const changed = text.replace(entry ?? '', (entry ?? '').replaceAll('12.50', '12.51'));

      expect(changed).to.not.equal(text);
      expect(await complaintAbout(changed)).to.match(/12\.5|13\.0|balance/i);
    });

    if (name === 'hledger') {
      it('says of every account what the trial balance says', async () => {
        const file = join(folder, 'month.hledger');
        await writeFile(file, await textOf('2026-03'));
        const { stdout } = await run(name, ['-f', file, 'balance', '--flat', '-N', '-O', 'csv']);
        const theirs = stdout
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.replaceAll('"', ''));

        const ours = (await textOf('2026-03', 'trial-balance')).trim().split('\r\n').slice(1, -1);

        const asTheirs = ours.map((line) => {
          const [account = '', , , currency = '', debit, credit = ''] = line.split(',');
          const net = debit === '0.00' ? `-${credit}` : String(debit);
          return `${account},${net} ${currency}`;
        });
        expect(theirs.sort()).to.deep.equal(asTheirs.sort());
      });
    }
  });
}

const saidBy = ({ stderr, stdout }: Record<'stderr' | 'stdout', string>) => stderr || stdout;
