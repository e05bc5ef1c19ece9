import { expect } from 'chai';

import { type Batch, progressOf } from '#src/web/moderation/audits/progress.ts';
import { formatter } from '#src/web/format.ts';

describe('The head of the desk', () => {
  const formats = formatter({ timeZone: 'Europe/London', currency: 'GBP' });
  const none = { passed: 0, fixed: 0, failed: 0 };
  const said = (batch: Partial<Batch>) =>
    progressOf({ tally: none, waiting: 38, pace: undefined, ...batch }, formats).waiting;

  it('says where one is in the batch, and how long the rest may take', () => {
    const tally = { passed: 9, fixed: 2, failed: 1 };

    expect(said({ tally, pace: 17.4 })).to.equal(
      '13 of 50 in your batch · about 11 minutes left · 38 wait for you',
    );
    expect(said({ waiting: 1, pace: 5 })).to.equal(
      '1 of 1 in your batch · about 1 minute left · 1 waits for you',
    );
  });

  it('speaks of no more than a batch, however much waits', () => {
    expect(said({ waiting: 900, pace: 60 }))
      .to.include('1 of 50')
      .and.include('about 50 minutes');
  });

  it('says nothing of time where too little is known, or nothing waits', () => {
    expect(said({})).to.equal('1 of 38 in your batch · 38 wait for you');
    expect(said({ waiting: 0, pace: 12 })).to.equal('0 wait for you');
  });

  it('counts to a thousand, and says so beyond', () => {
    expect(said({ waiting: 1000 })).to.include('1,000 wait for you');
    expect(said({ waiting: 1001 })).to.include('1,000+ wait for you');
  });
});
