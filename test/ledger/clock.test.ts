import { expect } from 'chai';

import { aDomain } from '#test/support/domain.ts';
import { aHold, codeOf, postAs, someone } from './orders.ts';

describe('The ledger’s clock', () => {
  const domain = aDomain({ realTime: true });

  const postAt = (instant: Date) => {
    domain.itIsNow(instant);
    return codeOf(postAs(domain, aHold(someone())));
  };

  for (const seconds of [-50, 0, 50]) {
    it(`takes what is recorded ${String(seconds)} seconds from now`, async () => {
      expect(await postAt(new Date(Date.now() + seconds * 1000))).to.have.property('answered');
    });
  }

  for (const seconds of [-70, 70, -86_400, 86_400 * 365]) {
    it(`refuses what is recorded ${String(seconds)} seconds from now`, async () => {
      expect(await postAt(new Date(Date.now() + seconds * 1000))).to.equal('GL007');
    });
  }

  it('refuses a date that no time zone has at that instant', async () => {
    const onDate = (date: string) =>
      codeOf(
        domain.db.raw(`select ledger_post('test.date', 'reward.hold', 'expense:rewards',
          'member:1:pending', 50, 'GBP', 'test:1', now(), ${date})`),
      );

    expect(await onDate('current_date - 3')).to.equal('GL007');
    expect(await onDate('current_date + 3')).to.equal('GL007');
    expect(await onDate('null')).to.equal('GL007');
    expect(await onDate('current_date')).to.have.property('answered');
  });

  it('lets nobody stop it but the owner, who imports history', async () => {
    const stop = domain.db('ledger_clock').update({ tolerance: null });
    expect(await codeOf(stop)).to.equal('42501');

    await domain.owner('ledger_clock').update({ tolerance: null });
    expect(await postAt(new Date('2019-05-01T12:00:00Z'))).to.have.property('answered');
  });
});
