import { expect } from 'chai';

import { decideMode, lacksForCommunity } from '#src/moderation/governance/decide-mode.ts';
import { figuresOf, type DoubleAudit } from '#src/moderation/governance/figures.ts';
import { aSimulatedTopic, DEFAULTS, type Character } from './simulation.ts';

const doubles = (count: number, stewards: Verdict, staff: Verdict): DoubleAudit[] =>
  Array.from({ length: count }, () => ({ stewards, staff }));
type Verdict = DoubleAudit['staff'];

const four = (character: Character) => [character, character, character, character];
const SEEDS = [1, 2, 3, 4, 5];

describe('the dial of a topic', () => {
  it('turns to the community at 200 double audits, an error below 2 % and kappa above 0.6', () => {
    const enough = [...doubles(180, 'pass', 'pass'), ...doubles(20, 'fail', 'fail')];

    const figures = figuresOf(enough, 2);

    expect(figures).to.include({ audits: 200, errors: 0 });
    expect(figures.errorBound).to.be.closeTo(0.0149, 0.0001);
    expect(decideMode(figures, 'mixed', DEFAULTS)).to.deep.equal({
      ...{ to: 'community', because: 'qualified' },
    });
  });

  it('goes by the bound of the error, not by the share: one error in 200 is too many', () => {
    const one = [...doubles(179, 'pass', 'pass'), ...doubles(20, 'fail', 'fail')];
    const few = [...one, ...doubles(1, 'pass', 'fail')];
    const more = [...few, ...doubles(40, 'pass', 'pass')];

    expect(lacksForCommunity(figuresOf(few, 2), DEFAULTS)).to.deep.equal(['error']);
    expect(lacksForCommunity(figuresOf(more, 2), DEFAULTS)).to.deep.equal([]);
  });

  it('is not fooled by agreement that chance explains: a topic in which nothing ever fails', () => {
    const figures = figuresOf(doubles(300, 'pass', 'pass'), 2);

    expect(lacksForCommunity(figures, DEFAULTS)).to.deep.equal(['kappa']);
    expect(decideMode(figures, 'mixed', DEFAULTS)).to.equal(undefined);
  });

  it('counts a fix as paid, as the ledger does', () => {
    const figures = figuresOf([...doubles(2, 'pass', 'fix'), ...doubles(1, 'fix', 'fail')], 2);

    expect(figures.errors).to.equal(1);
  });

  it('falls at worse figures than it rises at, so that it does not flap', () => {
    const between = [...doubles(270, 'pass', 'pass'), ...doubles(27, 'fail', 'fail')];
    const figures = figuresOf([...between, ...doubles(3, 'pass', 'fail')], 2);

    expect(lacksForCommunity(figures, DEFAULTS)).to.deep.equal(['error']);
    expect(decideMode(figures, 'community', DEFAULTS)).to.equal(undefined);
  });

  it('falls to mixed without two stewards, and to staff without any', () => {
    const figures = figuresOf([], 1);

    expect(decideMode(figures, 'community', DEFAULTS)?.to).to.equal('mixed');
    expect(decideMode({ ...figures, stewards: 0 }, 'community', DEFAULTS)).to.deep.equal({
      ...{ to: 'staff', because: 'too-few-stewards' },
    });
  });

  it('never leaves staff by itself: a person opens a topic to stewards', () => {
    const enough = [...doubles(180, 'pass', 'pass'), ...doubles(20, 'fail', 'fail')];

    expect(decideMode(figuresOf(enough, 5), 'staff', DEFAULTS)).to.equal(undefined);
  });
});

describe('the dial in thousands of synthetic audits', () => {
  it('turns to the community with good stewards, within 500, and stays there', () => {
    for (const seed of SEEDS) {
      const topic = aSimulatedTopic({ seed, stewards: four('good') });

      topic.audit(3_000);

      expect(topic.steps(), `seed ${seed}`).to.have.length(1);
      expect(topic.steps()[0]).to.include({ to: 'community', because: 'qualified' });
      expect(topic.steps()[0]?.audits).to.be.within(200, 500);
      expect(topic.wrongly()).to.be.below(5);
    }
  });

  it('never turns to lazy stewards, who pass everything, and soon leaves them out', () => {
    for (const seed of SEEDS) {
      const topic = aSimulatedTopic({ seed, stewards: four('lazy') });

      topic.audit(3_000);

      expect(topic.steps().map(({ to }) => to)).to.deep.equal(['staff']);
      expect(topic.audits()).to.equal(3_000);
      expect(topic.steps()[0]?.checked).to.be.at.most(150);
    }
  });

  it('does not turn to lazy stewards where so little is bad that they hardly ever err', () => {
    for (const seed of SEEDS) {
      const world = { badShare: 0.002, friendShare: 0 };
      const topic = aSimulatedTopic({ seed, stewards: four('lazy'), world });

      topic.audit(2_000);

      expect(topic.steps().map(({ to }) => to)).to.not.include('community');
    }
  });

  it('never turns to stewards who collude, careful as they are with all but their friends', () => {
    for (const seed of SEEDS) {
      const topic = aSimulatedTopic({ seed, stewards: four('colluding') });

      topic.audit(3_000);

      expect(topic.steps().map(({ to }) => to)).to.not.include('community');
    }
  });

  for (const character of ['lazy', 'colluding'] as const) {
    it(`falls back once good stewards are replaced by ${character} ones: within 250 checks of staff`, () => {
      for (const seed of SEEDS) {
        const topic = aSimulatedTopic({ seed, stewards: four('good') });
        topic.audit(2_000);
        const before = { mode: topic.mode(), checked: topic.checked() };

        topic.replace(four(character));
        topic.audit(2_500);

        const fall = topic.steps()[1];
        expect(before.mode).to.equal('community');
        expect(fall, `seed ${seed}`).to.include({ to: 'mixed', because: 'error' });
        expect((fall?.checked ?? Infinity) - before.checked).to.be.at.most(250);
        expect(
          topic
            .steps()
            .slice(1)
            .map(({ to }) => to),
        ).to.not.include('community');
      }
    });
  }

  it('says the same of the same seed', () => {
    const run = () => {
      const topic = aSimulatedTopic({ seed: 7, stewards: ['good', 'lazy', 'colluding'] });
      topic.audit(500);
      return [topic.steps(), topic.checked(), topic.mode()];
    };

    expect(run()).to.deep.equal(run());
  });
});
