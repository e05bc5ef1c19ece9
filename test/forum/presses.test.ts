import { expect } from 'chai';

import { followQuestion } from '#src/forum/follow-question.ts';
import { sayMeToo } from '#src/forum/say-me-too.ts';
import type { QuestionId, QuestionRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { muteThread } from '#src/notices/mute-thread.ts';
import { tell } from '#src/notices/tell.ts';
import type { Work } from '#src/work.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, anAnswer, aQuestion } from '#test/support/make.ts';

const PRESSES = 50;

describe('A button pressed many times at once', function () {
  this.timeout(60_000);
  const domain = aDomain({ connections: 20 });
  let question: QuestionRow;
  let members: MemberRow[];
  before(async () => {
    members = [];
    for (let nth = 0; nth < PRESSES; nth += 1) members.push(await aMember(domain.owner));
  });
  beforeEach(async () => (question = await aQuestion(domain.owner)));

  type Press = (work: Work, id: QuestionId, on: boolean) => Promise<unknown>;
  const press = (by: readonly MemberRow[], command: Press, on: (nth: number) => boolean) =>
    Promise.all(
      by.map((member, nth) =>
        domain.perform(member, (work) => command(work, question.id, on(nth))),
      ),
    );
  const one = () => Array.from({ length: PRESSES }, () => members[0] as MemberRow);
  const rowsOf = (table: 'me_toos' | 'follows' | 'thread_mutes') =>
    domain.db(table).where({ question_id: question.id });
  const countOf = async () =>
    (await domain.db('questions').where({ id: question.id }).first())?.me_too_count;

  it('“me too”: by one member it is said once, by many by each', async () => {
    await press(one(), sayMeToo, () => true);
    expect([await countOf(), (await rowsOf('me_toos')).length]).to.deep.equal([1, 1]);

    await press(members, sayMeToo, () => true);

    expect([await countOf(), (await rowsOf('me_toos')).length]).to.deep.equal([PRESSES, PRESSES]);
    expect(await rowsOf('follows')).to.have.length(PRESSES);
  });

  it('“me too”, on and off: what is counted is there', async () => {
    await press([...one(), ...members], sayMeToo, (nth) => nth % 2 === 0);

    expect(await countOf()).to.equal((await rowsOf('me_toos')).length);
  });

  it('“follow” and “mute”: one row of each member', async () => {
    for (const [command, table] of [
      [followQuestion, 'follows'],
      [muteThread, 'thread_mutes'],
    ] as const) {
      await press(one(), command, () => true);
      expect(await rowsOf(table)).to.have.length(1);

      await press(members, command, () => true);
      expect(await rowsOf(table)).to.have.length(PRESSES);

      await press(one(), command, () => false);
      expect(await rowsOf(table)).to.have.length(PRESSES - 1);
    }
  });

  it('“mute” while something is told: it is told once or not at all, and never after', async () => {
    const { owner, db, perform } = domain;
    const answer = await anAnswer(owner, { question_id: question.id });
    const about = { questionId: question.id, answerId: answer.id };
    const say = (member: MemberRow, key: string) =>
      perform('system', (work) =>
        tell(work, {
          ...{ kind: 'followed-answer', memberId: member.id, about, by: answer.author_id },
          ...{ dedupeKey: `${key}.${String(member.id)}`, subject: 'Answered', text: 'Answered.' },
          button: { label: 'Read it', url: 'http://goodline.test/q/1/x' },
        }),
      );

    await Promise.all(
      members.flatMap((member) => [
        perform(member, (work) => muteThread(work, question.id, true)),
        say(member, 'race'),
        say(member, 'race'),
      ]),
    );
    const during = await db('notices').where({ question_id: question.id });
    await Promise.all(members.map((member) => say(member, 'after')));

    expect(new Set(during.map(({ member_id }) => member_id)).size).to.equal(during.length);
    expect(await db('notices').where({ question_id: question.id })).to.deep.equal(during);
  });
});
