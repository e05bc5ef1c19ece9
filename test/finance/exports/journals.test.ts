import { expect } from 'chai';

import type { Format } from '#src/finance/exports/formats.ts';
import type { Month } from '#src/ledger/dates.ts';
import {
  addUp,
  balancesOf,
  complaintOf,
  programs,
  skipWithout,
  trialBalanceIn,
  type Program,
} from '#test/support/accounting.ts';
import { aDomain } from '#test/support/domain.ts';
import { aYear, YEAR } from '../year.ts';
import { readExport } from './read-export.ts';

const FORMATS = { hledger: 'hledger', ledger: 'hledger', beancount: 'beancount' } as const;

for (const program of Object.keys(programs) as Program[]) {
  describe(`A year of months with everything that happens to money, in ${program}`, function () {
    this.timeout(120_000);
    const domain = aDomain();
    before(async function () {
      await skipWithout(this, program);
      await aYear(domain);
    });

    const textOf = async (month: Month, format: Format) =>
      (await readExport(domain.db, month, format)).text;
    const journalOf = (month: Month) => textOf(month, FORMATS[program]);

    it('is of every kind of transfer that there is', async () => {
      const events = await domain.db('ledger_transfers').distinct('event').pluck('event');

      expect(events).to.have.length(13);
    });

    it('is accepted, month after month, and before and after them', async () => {
      for (const month of [...YEAR, '2025-12' as Month, '2027-01' as Month]) {
        expect(await complaintOf(program, await journalOf(month)), month).to.equal('');
      }
    });

    it('comes to what the trial balance and the sum of all transfers say', async () => {
      const files: string[] = [];
      for (const [index, month] of YEAR.entries()) {
        files.push(await textOf(month, 'csv'));
        if (index % 4 !== 3) continue;

        const held = await balancesOf(program, await journalOf(month));

        const trialBalance = await textOf(month, 'trial-balance');
        expect(held.size).to.be.above(20);
        expect(sorted(held)).to.deep.equal(sorted(trialBalanceIn(trialBalance, program)));
        expect(sorted(addUp(files))).to.deep.equal(sorted(trialBalanceIn(trialBalance, 'hledger')));
      }
    });

    it('is refused when one penny is changed on one side', async () => {
      const text = await journalOf(YEAR[5]!);

      const changed = text.replace(/ 60\.00 GBP/, ' 60.01 GBP');

      expect(changed).to.not.equal(text);
      expect(await complaintOf(program, changed)).to.not.equal('');
    });

    it('is refused when one penny is changed on both sides', async () => {
      const text = await journalOf(YEAR[5]!);
      const entry = text.split('\n\n').find((part) => /reward\.hold[^]* 60\.00 GBP/.test(part))!;

      const changed = text.replace(entry, entry.replaceAll('60.00', '60.01'));

      expect(changed).to.not.equal(text);
      expect(await complaintOf(program, changed)).to.match(/60\.0|balance/i);
    });

    it('is refused when one penny of what was carried forward is changed', async () => {
      const text = await journalOf(YEAR[5]!);
      const opening = text.split('\n\n').find((part) => /Opening balances/.test(part))!;

      const changed = text.replace(opening, opening.replace(/(\d)\.(\d)\d GBP/, '$1.$29 GBP'));

      expect(changed).to.not.equal(text);
      expect(await complaintOf(program, changed)).to.not.equal('');
    });
  });
}

const sorted = (balances: Map<string, bigint>) =>
  [...balances].map(([account, held]) => `${account} ${String(held)}`).sort();
