import { expect } from 'chai';

import { mainNav } from '#src/web/nav.ts';

describe('The navigation', () => {
  const hannah = { areas: ['staff'] } as const;

  it('has what staff do daily side by side, and the rest folded behind it', () => {
    const { links, more, moreLabel } = mainNav({ nav: 'staff', here: 'audits', viewer: hannah });

    expect(links.length).to.be.at.most(7);
    expect(links.find(({ current }) => current)?.label).to.equal('Audits');
    expect(more.map(({ label }) => label))
      .to.include('Governance')
      .and.include('Log');
    expect(moreLabel).to.equal('More');
  });

  it('says which of the folded pages is open', () => {
    const { moreLabel } = mainNav({ nav: 'staff', here: 'governance', viewer: hannah });

    expect(moreLabel).to.equal('More: Governance');
  });

  it('folds nothing that counts work, for anybody', () => {
    const counts = { audits: 3, cases: 2, approvals: 1 };

    for (const nav of ['staff', 'finance', 'admin'] as const) {
      const { links, more } = mainNav({ nav, here: 'elsewhere', viewer: hannah, counts });
      expect(more.filter(({ count }) => count)).to.deep.equal([]);
      expect(links.some(({ count }) => count)).to.equal(true);
    }
  });

  it('folds nothing for members', () => {
    expect(mainNav({ nav: 'customer', here: 'home' }).more).to.deep.equal([]);
  });

  it('counts what waits to a thousand, and says that there is more', () => {
    const audits = (count: number) =>
      mainNav({ nav: 'staff', here: 'log', viewer: hannah, counts: { audits: count } }).links.find(
        ({ key }) => key === 'audits',
      );

    expect(audits(0)).to.include({ count: undefined, beyond: false });
    expect(audits(1000)).to.include({ count: 1000, beyond: false });
    expect(audits(1001)).to.include({ count: 1000, beyond: true });
  });
});
