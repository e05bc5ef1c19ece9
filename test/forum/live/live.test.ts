import { expect } from 'chai';

import { AnsweredMeanwhile, refuseIfAnswered } from '#src/forum/answered-meanwhile.ts';
import { readLiveState } from '#src/forum/live/live-state.ts';
import { noteAnswering, stopAnswering } from '#src/forum/live/note-answering.ts';
import { createSeenMarker } from '#src/forum/live/seen-marker.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import type { QuestionId } from '#src/forum/rows.ts';
import { Suspended } from '#src/members/writing-member.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, anAnswer, aQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('How far a question is', () => {
  const domain = aDomain();
  const stateOf = (id: QuestionId) => readLiveState(domain.db, id, domain.now());
  const note = (member: MemberRow, question: QuestionId) =>
    domain.perform(member, (work) => noteAnswering(work, { question }));
  beforeEach(() => {
    domain.itIsNow('2026-03-02T12:00:00Z');
  });

  it('goes from posted over seen and being answered to answered', async () => {
    const [question, helper] = [await aQuestion(domain.owner), await aMember(domain.owner)];
    const { id } = question;
    const marker = createSeenMarker(domain.db, domain.now);
    const stages = [(await stateOf(id))?.stage];

    marker.saw(id);
    stages.push((await stateOf(id))?.stage);
    await marker.flush();
    stages.push((await stateOf(id))?.stage);
    await note(helper, id);
    stages.push((await stateOf(id))?.stage);
    await anAnswer(domain.owner, { question_id: id });
    stages.push((await stateOf(id))?.stage);

    expect(stages).to.deep.equal(['posted', 'posted', 'seen', 'being-answered', 'answered']);
  });

  it('marks what many processes saw at once, each question once', async () => {
    const ids: QuestionId[] = [];
    for (let nth = 0; nth < 20; nth += 1) ids.push((await aQuestion(domain.owner)).id);
    const markers = Array.from({ length: 5 }, () => createSeenMarker(domain.db, domain.now));
    for (const [nth, marker] of markers.entries()) {
      for (const id of nth % 2 === 0 ? ids : ids.toReversed()) marker.saw(id);
    }

    await Promise.all(markers.map((marker) => marker.flush()));

    expect(await domain.db('question_sightings').whereIn('question_id', ids)).to.have.length(20);
  });

  it('lets a note lapse after ten minutes, unless it is said again', async () => {
    const [question, helper] = [await aQuestion(domain.owner), await aMember(domain.owner)];
    const writersAt = async (time: string) => {
      domain.itIsNow(`2026-03-02T${time}Z`);
      return (await stateOf(question.id))?.writers;
    };

    await note(helper, question.id);
    const first = [await writersAt('12:09:59'), await writersAt('12:10:00')];
    await note(helper, question.id);
    const again = [await writersAt('12:19:59'), await writersAt('12:20:00')];

    expect([first, again]).to.deep.equal([
      [1, 0],
      [1, 0],
    ]);
  });

  it('ends a note with the answer, or when its writer stops', async () => {
    const { owner, perform } = domain;
    const [one, two] = [await aMember(owner, { level: 'helper' }), await aMember(owner)];
    const { id: question } = await aQuestion(owner);
    await note(one, question);
    await note(two, question);

    await perform(one, (work) => postAnswer(work, createMarkdown(), { question, body: 'So.' }));
    const left = (await stateOf(question))?.writers;
    await perform(two, (work) => stopAnswering(work, { question }));

    expect([left, (await stateOf(question))?.writers]).to.deep.equal([1, 0]);
  });

  it('shows a member as writing on three questions at most, the last ones', async () => {
    const helper = await aMember(domain.owner);
    const ids: QuestionId[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      const { id } = await aQuestion(domain.owner);
      domain.itIsNow(`2026-03-02T12:00:0${String(nth)}Z`);
      await note(helper, id);
      ids.push(id);
    }

    const writers = await Promise.all(ids.map(async (id) => (await stateOf(id))?.writers));

    expect(writers).to.deep.equal([0, 0, 1, 1, 1]);
  });

  it('has no note of the suspended, the blocked, the limited, nor on what is solved', async () => {
    const { owner } = domain;
    const later = new Date('2026-04-01T00:00:00Z');
    const suspended = await aMember(owner, { suspended_until: later });
    const [limited, blocked] = [
      await aMember(owner, { limited_until: later }),
      await aMember(owner),
    ];
    const { id, author_id } = await aQuestion(owner);
    const solved = await aQuestion(owner, { state: 'solved' });
    await owner('member_blocks').insert({
      ...{ member_id: author_id, blocked_id: blocked.id, blocked_at: domain.now() },
    });

    const refusal = await outcomeOf(note(suspended, id));
    for (const member of [limited, blocked]) await note(member, id);
    await note(await aMember(owner), solved.id);

    expect(refusal).to.be.instanceOf(Suspended);
    expect((await stateOf(id))?.writers).to.equal(0);
    expect((await stateOf(solved.id))?.writers).to.equal(0);
  });

  it('is nothing for a question that readers cannot see', async () => {
    const { id } = await aQuestion(domain.owner, { removed_at: domain.now() });

    expect(await stateOf(id)).to.equal(undefined);
  });

  it('shows one of two who answer at the same moment what the other said', async () => {
    const { owner, perform } = domain;
    const { id: question } = await aQuestion(owner);
    const helpers = [];
    for (let nth = 0; nth < 6; nth += 1) helpers.push(await aMember(owner, { level: 'helper' }));

    const outcomes = await Promise.all(
      helpers.map((helper) =>
        outcomeOf(
          perform(helper, async (work) => {
            await refuseIfAnswered(work, { question, latest: 0 });
            return postAnswer(work, createMarkdown(), { question, body: 'So.' });
          }),
        ),
      ),
    );

    const refused = outcomes.filter((outcome) => outcome instanceof AnsweredMeanwhile);
    expect(refused).to.have.length(5);
    expect(refused[0]?.answers).to.have.length(1);
    expect(await owner('answers').where({ question_id: question })).to.have.length(1);
  });

  it('does not refuse over one’s own answers, nor over what is hidden', async () => {
    const { owner, perform } = domain;
    const [question, helper] = [await aQuestion(owner), await aMember(owner)];
    const where = { question_id: question.id };
    await anAnswer(owner, { ...where, author_id: helper.id });
    await anAnswer(owner, { ...where, removed_at: domain.now() });

    const outcome = await outcomeOf(
      perform(helper, (work) => refuseIfAnswered(work, { question: question.id, latest: 0 })),
    );

    expect(outcome).to.equal(undefined);
  });
});
