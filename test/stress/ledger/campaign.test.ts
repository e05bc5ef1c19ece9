import { expect } from 'chai';

import { runCampaign } from './campaign.ts';
import { SABOTAGE } from './sabotage.ts';

/** The short form: `npm run stress -- ledger` goes on for minutes, `--sabotage` tries every guard. */
const SHORT = { seconds: 8, workers: 8, kills: 2 };

describe('A ledger that many use at once while the power fails', function () {
  this.timeout(120_000);

  it('keeps every promise it made', async () => {
    const { counts, wrong } = await runCampaign(SHORT);

    expect(wrong).to.deep.equal([]);
    expect(counts['power losses']).to.equal(2);
    for (const kind of ['post acknowledged', 'reverse acknowledged', 'conflict refused']) {
      expect(counts[kind], kind).to.be.above(10);
    }
  });

  for (const sabotage of SABOTAGE.slice(0, 2)) {
    it(`is found out when it has ${sabotage.name}`, async function () {
      if (!process.env.CHECK_ALL) this.skip();

      const { wrong } = await runCampaign({ ...SHORT, kills: 0, sabotage });

      expect(wrong).to.not.deep.equal([]);
    });
  }
});
