import { expect } from 'chai';

import { DEFAULT_TEXTS } from '#src/site/default-texts.ts';
import { aCommunity } from '#test/support/community.ts';
import { publishRules } from '#test/support/rewarding.ts';

describe('the pages that every page links to', () => {
  const community = aCommunity();

  it('are there, each with one headline and no gaps', async () => {
    for (const { slug, title } of DEFAULT_TEXTS) {
      const { status, text } = await community.visit().get(`/${slug}`);

      expect(status, slug).to.equal(200);
      expect(text.match(/<h1>[^<]*<\/h1>/g), slug).to.deep.equal([`<h1>${title}</h1>`]);
      expect(text, slug).to.not.include('{{');
    }
  });

  it('say what the rules in force say', async () => {
    const before = await community.visit().get('/rewards');
    await publishRules(community.owner, {
      ...{ effective_from: new Date('2026-01-16Z'), accepted_answer_minor: 75n },
    });
    community.itIsNow('2026-01-16T12:00:00Z');
    const after = await community.visit().get('/rewards');

    expect(before.text).to.include('£0.50').and.include('£20.00').and.not.include('£0.75');
    expect(after.text).to.include('£0.75').and.not.include('£0.50');
  });
});
