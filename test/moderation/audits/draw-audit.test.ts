import { execFileSync } from 'node:child_process';

import { expect } from 'chai';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { AcceptanceId } from '#src/forum/rows.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { drawOf } from '#src/moderation/audits/draw-audit.ts';
import { aDomain } from '../../support/domain.ts';
import { aMember, aModerator, anAnswer, aQuestion } from '../../support/make.ts';
import { aPractisedMember } from '../../support/practised.ts';
import * as desk from '../desk.ts';

describe('Drawing answers for an audit', () => {
  const domain = aDomain();

  /** The draw of an answer that somebody else accepted. */
  const drawFor = async (author: MemberRow, asker?: MemberRow) => {
    const { id: author_id } = asker ?? (await aMember(domain.db));
    const question = await aQuestion(domain.db, { author_id });
    const answer = await anAnswer(domain.db, { question_id: question.id, author_id: author.id });
    const accepting = await domain.db('members').where({ id: author_id }).first();
    await domain.perform(accepting as MemberRow, (work) => acceptAnswer(work, answer.id));
    return domain
      .db('acceptances')
      .leftJoin('audit_draws', 'acceptance_id', 'acceptances.id')
      .leftJoin('audits', 'audits.acceptance_id', 'acceptances.id')
      .where({ answer_id: answer.id })
      .first('acceptances.id', 'drawn', 'audit_draws.because', 'share', 'audits.state') as Promise<
      Draw | undefined
    >;
  };

  it('draws every paid answer of a newcomer, and says why', async () => {
    const draw = await drawFor(await aMember(domain.db));

    expect(draw).to.include({
      ...{ drawn: true, because: 'first-five', share: 100, state: 'waiting' },
    });
  });

  it('draws the share of a level by a number that can be worked out again', async () => {
    const guide = await aPractisedMember(domain.owner, { level: 'guide' });

    for (let round = 1; round <= 12; round += 1) {
      const draw = await drawFor(guide);
      expect(draw?.share).to.equal(10);
      expect(draw?.drawn).to.equal(drawOf('first', draw?.id as AcceptanceId) < 10);
      expect(draw?.state).to.equal(draw?.drawn ? 'waiting' : null);
    }
  });

  it('draws the first five paid answers of a member, whatever their level', async () => {
    const guide = await aMember(domain.db, { level: 'guide' });

    const draws = [];
    for (let round = 1; round <= 12; round += 1) draws.push(await drawFor(guide));

    expect(draws.map((draw) => draw?.because).slice(0, 5)).to.deep.equal(
      Array.from({ length: 5 }, () => 'first-five'),
    );
    expect(draws[0]).to.include({ drawn: true, share: 10, state: 'waiting' });
    expect(draws.slice(5).every((draw) => draw?.because !== 'first-five')).to.equal(true);
  });

  it('counts none that was withdrawn or failed among the first five', async () => {
    const moderator = await aModerator(domain.db);
    const guide = await aMember(domain.db, { level: 'guide' });
    for (let round = 1; round <= 4; round += 1) {
      const { asker, answer, audit } = await desk.anotherAuditedAnswer(domain, guide);
      if (round % 2 === 0) await desk.deskOf(domain, moderator).decide(audit, desk.fail);
      else await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));
    }

    const draws = [];
    for (let round = 1; round <= 6; round += 1) draws.push(await drawFor(guide));

    expect(draws.slice(0, 5).every((draw) => draw?.because === 'first-five')).to.equal(true);
    expect(draws[5]?.because).to.not.equal('first-five');
  });

  it('logs what anybody needs to repeat a draw with sha256sum', async () => {
    const draw = await drawFor(await aPractisedMember(domain.owner, { level: 'guide' }));

    const acceptance_id = draw?.id as AcceptanceId;
    const row = await domain.db('audit_draws').where({ acceptance_id }).first();
    const shell = `printf '%s' '${row?.seed ?? ''}:${String(draw?.id)}' | sha256sum | cut -c1-8`;
    const first = execFileSync('sh', ['-c', shell], { encoding: 'utf8' }).trim();

    expect(Number.parseInt(first, 16) % 100).to.equal(row?.number);
  });

  it('draws no answer that is not paid', async () => {
    const author = await aMember(domain.db);

    const draw = await drawFor(author, author);

    expect(draw).to.include({ drawn: null, state: null });
  });

  it('spreads evenly over a hundred, the same for the same seed and acceptance', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => (index + 1) as AcceptanceId);
    const drawn = ids.filter((id) => drawOf('first', id) < 10);

    expect(drawn.length / ids.length).to.be.closeTo(0.1, 0.01);
    expect(ids.filter((id) => drawOf('first', id) < 10)).to.deep.equal(drawn);
    expect(ids.filter((id) => drawOf('second', id) < 10)).to.not.deep.equal(drawn);
  });
});

type Draw = {
  id: AcceptanceId;
  drawn: boolean | null;
  because: string | null;
  share: number | null;
  state: string | null;
};
