import { expect } from 'chai';

import { countSolved, type SolvedCount } from '#src/canned/count-solved.ts';
import { noteUse } from '#src/canned/note-use.ts';
import { listTexts } from '#src/canned/read-texts.ts';
import type { CannedTextId } from '#src/canned/rows.ts';
import { dropText, saveText } from '#src/canned/save-text.ts';
import { fill, type CannedUse } from '#src/canned/uses.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import type { AnswerRow, QuestionRow } from '#src/forum/rows.ts';
import { closeCase } from '#src/handoff/close-case.ts';
import { replyAsStaff } from '#src/handoff/reply.ts';
import type { CaseId } from '#src/handoff/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { Invalid, NotAllowed, NotFound } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aFinancePerson, aMember, aModerator, anAdmin, aQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { rewarding } from '#test/support/rewarding.ts';
import { casework, markdown } from '../handoff/casework.ts';

describe('Canned texts', () => {
  const domain = aDomain({ connections: 4 });
  const { ask, write, lastSeen } = casework(domain);
  const hands = rewarding(domain);
  let hannah: MemberRow;
  before(async () => {
    hannah = await aModerator(domain.owner);
  });
  beforeEach(() => {
    domain.itIsNow('2026-01-15T12:00:00Z');
  });

  let made = 0;
  const save = (who: MemberRow, use: CannedUse, text: { title: string; body: string }) =>
    domain.perform(who, (work) => saveText(work, use, { id: undefined, ...text }));
  const aText = async (use: CannedUse, title = `Text ${String((made += 1))}`) => {
    await save(hannah, use, { title, body: 'Hello.' });
    const row = await domain.owner('canned_texts').where({ use, title }).first();
    return row?.id ?? (0 as CannedTextId);
  };
  const answerWith = (text: CannedTextId, question: QuestionRow): Promise<AnswerRow> =>
    domain.perform(hannah, async (work) => {
      const posted = { question: question.id, body: 'Hello.' };
      const answer = await postAnswer(work, markdown, posted);
      await noteUse(work, [text], { answer: answer.id });
      return answer;
    });
  const replyWith = (text: CannedTextId, id: CaseId, key: string) =>
    domain.perform(hannah, async (work) => {
      const seen = await lastSeen(id);
      const writing = { body: 'Hello.', key, seen };
      const message = await replyAsStaff(work, markdown, id, writing);
      if (message) await noteUse(work, [text], { message });
      return message;
    });
  const close = (id: CaseId) =>
    domain.perform(hannah, async (work) => {
      const seen = await lastSeen(id);
      await closeCase(work, markdown, id, { seen });
    });
  const recordOf = async (text: CannedTextId): Promise<SolvedCount | undefined> =>
    (await countSolved(domain.db, domain.now())).get(text);

  it('are filled with what their variables stand for, and nothing else', () => {
    const names = { name: 'Priya', me: 'Hannah', topic: 'Billing' };
    const values = { ...names, support_number: '4444', site: 'Goodline' };

    const text = fill<'public-answer'>('{name}, ring {support_number}. {toString} {Me} {}', values);

    expect(text).to.equal('Priya, ring 4444. {toString} {Me} {}');
  });

  it('are refused where they name what stands for nothing in their use', async () => {
    const text = { title: 'Whose', body: 'Hello {author}.' };

    const refused = await outcomeOf(save(hannah, 'public-answer', text));
    await save(hannah, 'audit-note', text);

    expect(refused).to.be.instanceOf(Invalid);
    expect((refused as Invalid).fields).to.deep.equal({
      body: '{author} stands for nothing here.',
    });
  });

  it('have a name each in their use, also where two are saved at once', async () => {
    const text = { title: 'At once', body: 'Hello.' };

    const outcomes = await Promise.all(
      ['At once', 'AT ONCE', 'at once'].map((title) =>
        outcomeOf(save(hannah, 'private-reply', { ...text, title })),
      ),
    );
    await save(hannah, 'public-answer', text);

    expect(outcomes.filter((outcome) => outcome instanceof Invalid)).to.have.length(2);
  });

  it('are for those who write such posts, and every change of them is in the log', async () => {
    const { owner } = domain;
    const text = { title: 'Logged', body: 'Hello.' };
    const [admin, finance] = [await anAdmin(owner), await aFinancePerson(owner)];

    await save(admin, 'public-answer', text);
    const [kept] = (await listTexts(owner, 'public-answer')).filter(
      ({ title }) => title === text.title,
    );
    const id = kept?.id ?? (0 as CannedTextId);
    const drop = (use: CannedUse) => domain.perform(hannah, (work) => dropText(work, use, id));
    const wrong = await outcomeOf(drop('audit-note'));
    await drop('public-answer');

    expect(wrong).to.be.instanceOf(NotFound);
    expect(await outcomeOf(save(admin, 'audit-note', text))).to.be.instanceOf(NotAllowed);
    for (const other of [finance, await aMember(owner)]) {
      expect(await outcomeOf(save(other, 'public-answer', text))).to.be.instanceOf(NotAllowed);
    }
    const acts = await owner('moderation_log').where({ subject: `canned:${String(id)}` });
    expect(acts.map(({ act, actor_id, note }) => [act, actor_id, note])).to.deep.equal([
      ['canned-answer-saved', admin.id, 'Logged'],
      ['canned-answer-dropped', hannah.id, 'Logged'],
    ]);
  });

  it('solved a question whose asker accepted the answer within a week', async () => {
    const text = await aText('public-answer');
    const asker = await aMember(domain.owner);
    const asked = async () => aQuestion(domain.owner, { author_id: asker.id });

    const [soon, late, back] = [
      await answerWith(text, await asked()),
      await answerWith(text, await asked()),
      await answerWith(text, await asked()),
    ];
    await hands.accept(asker, soon);
    await hands.accept(asker, back);
    await hands.withdraw(asker, back);
    const young = await recordOf(text);
    domain.itIsNow('2026-01-22T12:00:01Z');
    await hands.accept(asker, late);

    expect(young).to.deep.equal({ used: 3, solved: 1, open: 2 });
    expect(await recordOf(text)).to.deep.equal({ used: 3, solved: 1, open: 0 });
  });

  it('solved a case that closed within a week and stayed closed in it', async () => {
    const text = await aText('private-reply');
    const member = await aMember(domain.owner);
    const [closed, reopened] = [await ask(member), await ask(member)];
    const key = '8a4ee2a6-4b5c-4a3e-9d55-0b8a55b51c01';

    await replyWith(text, closed.id, key);
    const again = await replyWith(text, closed.id, key);
    await replyWith(text, reopened.id, '8a4ee2a6-4b5c-4a3e-9d55-0b8a55b51c02');
    domain.itIsNow('2026-01-16T12:00:00Z');
    await close(closed.id);
    await close(reopened.id);
    const both = await recordOf(text);
    domain.itIsNow('2026-01-17T12:00:00Z');
    await write(member, reopened.id, 'Still wrong.');
    domain.itIsNow('2026-01-23T12:00:00Z');
    await write(member, closed.id, 'Something else.');

    expect(again).to.equal(undefined);
    expect(both).to.deep.equal({ used: 2, solved: 2, open: 0 });
    expect(await recordOf(text)).to.deep.equal({ used: 2, solved: 1, open: 0 });
  });

  it('count only where they are meant for', async () => {
    const note = await aText('audit-note');

    await answerWith(note, await aQuestion(domain.owner));

    expect(await recordOf(note)).to.equal(undefined);
  });
});
