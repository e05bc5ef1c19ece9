import { expect } from 'chai';

import type { AnswerRow, QuestionRow } from '#src/forum/rows.ts';
import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { learnQuestions } from '#src/forum/similar/learn-questions.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aModerator, anAdmin, anAnsweredQuestion } from '#test/support/make.ts';

describe('Guides', () => {
  const community = aCommunity();
  let hannah: MemberRow;
  let helper: MemberRow;
  let answer: AnswerRow;
  let question: QuestionRow;
  before(async () => {
    hannah = await aModerator(community.owner);
    const asked = await anAnsweredQuestion(community.owner);
    ({ helper, answer, question } = asked);
    await community.perform(asked.asker, (work) => acceptAnswer(work, answer.id));
  });

  const post = (path: string, fields: object) =>
    community.visit(hannah).post(path).type('form').send(fields);
  const words = () => ({
    ...{ title: 'Xylophone signal guide', body: 'Restart the phone.', credits: '' },
    ...{ topic: String(question.topic_id), answer: String(answer.id), months: '6' },
  });
  const write = async (title: string) => {
    const { headers } = await post('/staff/guides', { ...words(), title });
    const desk = String(headers.location);
    const guide = await community.owner('guides').where({ title }).first();
    return { desk, path: `/guides/${String(guide?.slug)}` };
  };
  const read = async (path: string, who?: MemberRow) => (await community.visit(who).get(path)).text;

  it('begin at an accepted answer, for moderators alone', async () => {
    const path = `/q/${String(question.id)}/${question.slug}`;

    const [ours, theirs] = [await read(path, hannah), await read(path, helper)];
    const form = await read(`/staff/guides/new?answer=${String(answer.id)}`, hannah);

    expect(ours).to.include('Make a guide of this');
    expect(theirs).to.not.include('Make a guide of this');
    expect(form).to.include(answer.body);
  });

  it('begin with a title, too, once the answer is chosen that it is made of', async () => {
    await learnQuestions(community.db, community.perform, { embedder: undefined });
    const title = question.title.replace('No', 'Still no');
    const path = `/staff/guides/new?${new URLSearchParams({ title }).toString()}`;

    const choice = await read(path, hannah);
    const nowhere = await read(`${path}&answer=nowhere`, hannah);
    const address = `/q/${String(question.id)}/${question.slug}#a-${String(answer.id)}`;
    const form = await read(`${path}&answer=${encodeURIComponent(address)}`, hannah);

    expect(choice).to.include(`Accepted answer by ${helper.name}`);
    expect(choice).to.include(`/staff/guides/new?answer=${String(answer.id)}&amp;title=Still+no`);
    expect(nowhere).to.include('That is no address of an answer.');
    expect(form).to.include(`value="${title}"`).and.include(answer.body);
  });

  it('are hidden from all but moderators while they are drafts, and once they are put away', async () => {
    const { desk, path } = await write('A guide that nobody sees yet');
    const admin = await anAdmin(community.owner);
    const statuses = async () => {
      const asked = [undefined, helper, admin, hannah].map(async (who) => {
        return (await community.visit(who).get(path)).status;
      });
      return Promise.all(asked);
    };

    const asDraft = await statuses();
    await post(`${desk}/state`, { to: 'archived' });

    expect(asDraft).to.deep.equal([404, 404, 404, 200]);
    expect(await statuses()).to.deep.equal([410, 410, 410, 200]);
    expect(await read('/guides')).to.not.include('A guide that nobody sees yet');
  });

  it('stand on their topic, on the question, in search and with whoever is credited', async () => {
    const { desk, path } = await write('Xylophone signal guide');
    await post(`${desk}/state`, { to: 'published' });
    const topic = await community.owner('topics').where({ id: question.topic_id }).first();

    const pages = [
      ...['/guides', `/topics/${String(topic?.slug)}`, '/search?q=xylophone'],
      `/q/${String(question.id)}/${question.slug}`,
    ];

    for (const page of pages) expect(await read(page), page).to.include(`href="${path}"`);
    const guide = await read(path);
    expect(guide).to.include(`/u/${helper.name}`).and.include('Checked on');
    expect(guide).to.include('"@type":"Article"').and.include('rel="canonical"');
  });

  it('tell readers when their check is overdue', async () => {
    const { desk, path } = await write('A guide that grows old');
    await post(`${desk}/state`, { to: 'published' });
    const before = await read(path);

    community.itIsNow('2026-08-01T12:00:00Z');
    const after = await read(path);
    await post(`${desk}/check`, { months: '6' });
    const checked = await read(path);
    community.itIsNow('2026-01-15T12:00:00Z');

    expect(before).to.not.include('due for a check');
    expect(after).to.include('due for a check');
    expect(checked).to.not.include('due for a check');
  });

  it('are drawn again with what was typed where a name is nobody’s, and nothing is saved', async () => {
    const typed = { ...words(), title: 'A guide with a wrong name', credits: 'Nobody-at-all' };

    const { status, text } = await post('/staff/guides', typed);

    expect(status).to.equal(422);
    expect(text).to.include('Nobody here is called Nobody-at-all').and.include(typed.title);
    expect(await community.owner('guides').where({ title: typed.title })).to.deep.equal([]);
  });
});
