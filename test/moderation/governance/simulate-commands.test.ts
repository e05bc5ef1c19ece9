import { expect } from 'chai';

import type { TopicRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { readSettings } from '#src/moderation/governance/settings.ts';
import { turnTopic } from '#src/moderation/governance/turn-topic.ts';
import { aDomain } from '#test/support/domain.ts';
import { aModerator, aTopic } from '#test/support/make.ts';
import { actsOn, anAuditIn, aSteward, failed, passed } from './stewarding.ts';
import {
  anAnswerOf,
  judge,
  judgeAsStaff,
  randomFrom,
  type Answer,
  type Character,
  type Verdict,
} from './simulation.ts';

/** Much of what is posted here is bad, so that fewer audits show what thousands do elsewhere. */
const ROUGH = { badShare: 0.25, friendShare: 0.4 };

describe('the dial, turned by the commands themselves', function () {
  this.timeout(120_000);
  const domain = aDomain();
  let [topic, moderator] = [] as unknown as [TopicRow, MemberRow];
  let stewards: MemberRow[];

  before(async () => {
    const now = await readSettings(domain.db);
    await domain.owner('governance_settings').insert({
      ...{ ...now, version: now.version + 1, reason: 'For a small simulation' },
      ...{ window_size: 50, qualify_count: 50, mixed_count: 20, sample_percent: 100 },
      ...{ qualify_error_permille: 60, keep_error_permille: 150, mixed_error_permille: 250 },
    });
  });
  beforeEach(async () => {
    topic = await aTopic(domain.owner);
    moderator = await aModerator(domain.owner);
    stewards = [await aSteward(domain.owner, [topic]), await aSteward(domain.owner, [topic])];
    const turn = { from: 'staff', to: 'mixed', reason: 'A simulation' } as const;
    await domain.perform(moderator, (work) => turnTopic(work, topic.id, turn));
  });

  const said = (verdict: Verdict) => (verdict === 'fail' ? failed : passed);
  const modeOf = async () =>
    (await domain.db('topic_modes').where({ topic_id: topic.id }).first())?.mode;

  /** One answer goes its way, whoever decides it, and the dial is looked at as the job does. */
  async function audit(character: Character, answer: Answer, random: () => number) {
    domain.itIsNow(new Date(domain.now().getTime() + 60_000));
    const acts = actsOn(domain);
    const { audit: id } = await anAuditIn(domain, topic);
    const staff = said(judgeAsStaff(answer, random));
    const mode = await modeOf();
    const own = mode === 'mixed' ? stewards.slice(0, 1) : mode === 'staff' ? [] : stewards;
    for (const steward of own) await acts.say(steward, id, said(judge(character, answer, random)));
    const decided = await domain.db('audits').where({ id, state: 'decided' }).first();
    await (decided ? acts.review(moderator, id, staff) : acts.decide(moderator, id, staff));
    await acts.look(topic, false);
  }

  /** Audits until the dial stands at a mode, with a night after every ten; how many it took. */
  async function until(mode: string, most: number, { character, random }: Run): Promise<number> {
    for (let count = 0; count < most; count += 1) {
      if ((await modeOf()) === mode) return count;
      await audit(character, anAnswerOf(random, ROUGH), random);
      if (count % 10 === 9) await actsOn(domain).look(topic);
    }
    return Infinity;
  }
  type Run = { character: Character; random: () => number };

  it('rises with good stewards, falls when bad ones follow them, and ends with staff', async () => {
    const random = randomFrom(11);

    const rise = await until('community', 100, { character: 'good', random });
    const fall = await until('mixed', 40, { character: 'lazy', random });
    const end = await until('staff', 40, { character: 'lazy', random });

    expect(rise).to.be.within(50, 100);
    expect(fall).to.be.at.most(40);
    expect(end).to.be.at.most(40);
    const steps = await domain.db('governance_steps').where({ topic_id: topic.id }).orderBy('id');
    expect(steps.map(({ to_mode, because }) => `${to_mode} ${because}`)).to.deep.equal([
      ...['mixed by-hand', 'community qualified', 'mixed error', 'staff error'],
    ]);
  });

  for (const character of ['lazy', 'colluding'] as const) {
    it(`does not rise with ${character} stewards`, async () => {
      const random = randomFrom(12);

      const fall = await until('staff', 70, { character, random });

      expect(fall).to.be.below(70);
      const steps = await domain.db('governance_steps').where({ topic_id: topic.id });
      expect(steps.map(({ to_mode }) => to_mode)).to.not.include('community');
    });
  }
});
