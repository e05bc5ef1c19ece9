import { expect } from 'chai';

import { DEFAULT_TEXTS } from '#src/site/default-texts.ts';
import { ensureTexts } from '#src/site/ensure-texts.ts';
import { changeText, findText } from '#src/site/texts.ts';
import { fillVariables, unknownVariables, type VariableValues } from '#src/site/variables.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#src/refusals.ts';
import { aCommunity } from '#test/support/community.ts';
import { aModerator, anAdmin } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('the operator’s texts', () => {
  const community = aCommunity();
  const render = (markdown: string) => `<p>${markdown}</p>`;
  const text = { slug: 'guidelines', title: 'House rules', body: 'Be kind.', version: 1 };

  it('are there from the start, and name nothing that is not known', async () => {
    for (const { slug, title, body } of DEFAULT_TEXTS) {
      expect(await findText(community.db, slug), slug).to.include({ title, version: 1 });
      expect(unknownVariables(body), slug).to.deep.equal([]);
      expect(body.split(/\s+/).length, slug).to.be.within(150, 480);
    }
  });

  it('are changed by an admin, version by version', async () => {
    const admin = await anAdmin(community.owner);

    await community.perform(admin, (work) => changeText(work, text, render));

    const changed = await findText(community.db, 'guidelines');
    expect(changed).to.include({ body: 'Be kind.', body_html: '<p>Be kind.</p>', version: 2 });
    expect(changed?.changed_by).to.equal(admin.id);
  });

  it('are not overwritten by an admin who has an old version before them', async () => {
    const admin = await anAdmin(community.owner);
    const change = (slug: string) =>
      outcomeOf(community.perform(admin, (work) => changeText(work, { ...text, slug }, render)));

    const outcomes = await Promise.all([change('api'), change('api'), change('api')]);

    expect(outcomes.filter((outcome) => outcome instanceof Conflict)).to.have.length(2);
    expect(await change('nothing')).to.be.instanceOf(NotFound);
  });

  it('are not overwritten by a start of the site', async () => {
    await community.perform('system', (work) => ensureTexts(work, render));

    expect(await findText(community.db, 'guidelines')).to.include({ body: 'Be kind.' });
  });

  it('are nobody else’s to change, and have limits', async () => {
    const [admin, moderator] = [await anAdmin(community.owner), await aModerator(community.owner)];
    const change = (actor: typeof admin, changes: object) =>
      outcomeOf(
        community.perform(actor, (work) => changeText(work, { ...text, ...changes }, render)),
      );

    expect(await change(moderator, {})).to.be.instanceOf(NotAllowed);
    for (const wrong of [{ title: 'x' }, { body: ' ' }, { body: 'x'.repeat(20_001) }]) {
      expect(await change(admin, wrong)).to.be.instanceOf(Invalid);
    }
    expect(await change(admin, { body: 'Ring {{nobody}}.' })).to.be.instanceOf(Invalid);
  });
});

describe('a variable', () => {
  it('is replaced by what is true, and only if it is known', () => {
    const values = { site: 'Acme', support: '4444' } as VariableValues;

    const filled = fillVariables('<p>{{site}}: ring {{ support }}, {{toString}}</p>', values);

    expect(filled).to.equal('<p>Acme: ring 4444, {{toString}}</p>');
  });
});
