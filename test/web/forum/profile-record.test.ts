import { expect } from 'chai';

import type { AnswerRow, QuestionRow, TopicRow } from '#src/forum/rows.ts';
import { changeGuideState } from '#src/guides/change-state.ts';
import { writeGuide } from '#src/guides/write-guide.ts';
import { blockMember } from '#src/members/block-member.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAnswer, aQuestion } from '#test/support/make.ts';
import { anAcceptedAnswer, rewarding } from '#test/support/rewarding.ts';
import { expectSound } from './reading.ts';

describe('the record on a profile', () => {
  const community = aCommunity();
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(community.owner);
  });

  const topicOf = async ({ topic_id }: QuestionRow): Promise<TopicRow> => {
    const topic = await community.owner('topics').where({ id: topic_id }).first();
    if (!topic) throw new Error('a question has a topic');
    return topic;
  };

  /** A guide that was made of an answer and can be read; its slug. */
  const aGuide = async ({ id: answerId }: AnswerRow, topicId: TopicRow['id']) => {
    const words = { title: 'What to try first', body: 'Switch it off.', credits: [], months: 6 };
    const guide = await community.perform(moderator, (work) =>
      writeGuide(work, createMarkdown(), { ...words, answerId, topicId }),
    );
    await community.perform(moderator, (work) => changeGuideState(work, guide.id, 'published'));
    return guide.slug;
  };

  it('says what they know, whom they helped, and which guides credit them', async () => {
    const helper = await aMember(community.owner, { name: 'Ines-Roth' });
    const asker = await aMember(community.owner, { name: 'Olaf-Berg' });
    const { question, answer } = await anAcceptedAnswer(community, { helper, asker });
    await rewarding(community).decide(moderator, answer, 'pass');
    const topic = await topicOf(question);
    const guide = await aGuide(answer, topic.id);

    const { text } = await community.visit().get('/u/Ines-Roth').expect(200);

    expect(text).to.include('Whom they helped').and.include('href="/u/Olaf-Berg"');
    expect(text).to.match(/<b>1<\/b> <span[^>]*>person helped/);
    expect(text).to.include('1 answer</span>').and.include(`href="/topics/${topic.slug}"`);
    expect(text).to.include(`href="/guides/${guide}"`);
    const lists = await Promise.all(
      ['helped', 'questions', 'guides'].map((list) =>
        community.visit().get(`/u/Ines-Roth/${list}`),
      ),
    );
    for (const one of lists) expectSound(one.text);
    expect(lists[0]?.text).to.include(question.title).and.include('Olaf-Berg');
    expect(lists[1]?.text).to.include('No questions yet.');
    expect(lists[2]?.text).to.include(`href="/guides/${guide}"`);
  });

  it('does not name to readers whom they have blocked', async () => {
    const { helper, asker } = await anAcceptedAnswer(community);
    const reader = await aMember(community.owner);
    await community.perform(reader, (work) => blockMember(work, asker.id));

    const path = `/u/${helper.name}`;
    const shown = (await community.visit(reader).get(path)).text;

    expect(shown).to.include('another member').and.not.include(asker.name);
    expect((await community.visit().get(path)).text).to.include(asker.name);
  });

  it('shows how far the next level is to its owner alone', async () => {
    const { helper, answer } = await anAcceptedAnswer(community);
    await rewarding(community).decide(moderator, answer, 'pass');
    const path = `/u/${helper.name}`;

    const own = (await community.visit(helper).get(path)).text;
    const others = [
      (await community.visit(await aMember(community.owner)).get(path)).text,
      (await community.visit(moderator).get(path)).text,
      (await community.visit().get(path)).text,
    ];

    expectSound(own);
    expect(own)
      .to.match(/<progress[^>]* max="5" value="1"/)
      .and.include('1 of 5');
    for (const page of others) {
      expect(page).to.not.include('<progress').and.not.include('1 of 5');
      expect(page).to.include('What a Newcomer may do');
    }
  });

  it('asks as many questions of the database for an expert as for a newcomer', async () => {
    const expert = await aMember(community.owner);
    for (let nth = 0; nth < 7; nth += 1) {
      const { answer } = await anAcceptedAnswer(community, { helper: expert });
      if (nth < 4) await rewarding(community).decide(moderator, answer, 'pass');
      await aQuestion(community.owner, { author_id: expert.id });
    }
    const newcomer = await aMember(community.owner);
    const queriesFor = async (path: string) => {
      let queries = 0;
      const count = () => (queries += 1);
      community.db.on('query', count);
      await community.visit().get(path).expect(200);
      community.db.off('query', count);
      return queries;
    };
    await queriesFor(`/u/${newcomer.name}`);

    for (const list of ['', '/helped', '/answers', '/questions', '/guides']) {
      const [one, other] = [expert, newcomer].map(({ name }) => `/u/${name}${list}`);
      expect(await queriesFor(String(one)), list).to.equal(await queriesFor(String(other)));
    }
  });

  it('keeps out of search engines whoever has posted nothing that readers see', async () => {
    const silent = await aMember(community.owner, { bio: 'Buy my SIMs.' });
    await anAnswer(community.owner, { author_id: silent.id, removed_at: new Date(0) });
    const { author_id } = await anAnswer(community.owner);
    const writer = await community.owner('members').where({ id: author_id }).first();

    const pageOf = async (name = '') => (await community.visit().get(`/u/${name}`)).text;

    expect(await pageOf(silent.name)).to.include('noindex');
    expect(await pageOf(writer?.name)).to.not.include('noindex');
  });
});
