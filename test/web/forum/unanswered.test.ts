import { expect } from 'chai';

import type { QuestionRow, TopicRow } from '#src/forum/rows.ts';
import { listUnanswered } from '#src/forum/unanswered/list-unanswered.ts';
import { followTopic } from '#src/forum/follow-topic.ts';
import { blockMember } from '#src/members/block-member.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { muteThread } from '#src/notices/mute-thread.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAdmin, anAnswer, aQuestion, aTopic } from '#test/support/make.ts';
import { hoursAfter, NOON, waiting } from '../../forum/unanswered/waiting.ts';
import { expectSound, olderIn, titlesIn } from './reading.ts';

describe('Questions that nobody has answered', () => {
  const community = aCommunity();
  const { answer, ask, anExpert, aHelper, sweep } = waiting(community);
  let topic: TopicRow;
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(community.owner);
  });
  beforeEach(async () => {
    community.itIsNow(NOON);
    topic = await aTopic(community.owner);
  });

  const read = async (path: string, member?: MemberRow) => {
    const { text } = await community.visit(member).get(path).expect(200);
    expectSound(text);
    return text;
  };
  const readOurs = async (path: string, member: MemberRow) =>
    (await community.visit(member).get(path).expect(200)).text;
  const board = (query = '', member?: MemberRow) =>
    read(`/questions?tab=unanswered&topic=${topic.slug}${query}`, member);
  const asked = (hours: number, details = {}): Promise<QuestionRow> =>
    aQuestion(community.owner, {
      ...{ topic_id: topic.id, asked_at: hoursAfter(hours, new Date('2026-01-01T12:00:00Z')) },
      ...details,
    });
  const titles = (questions: readonly QuestionRow[]) => questions.map(({ title }) => title);

  it('are listed by who has waited longest, without those that are answered or hidden', async () => {
    const [late, early] = [await asked(5), await asked(1)];
    await asked(2, { removed_at: NOON });
    await asked(2, { state: 'no-single-answer' });
    await asked(2, { locked_at: NOON, lock_reason: 'Heat' });
    await anAnswer(community.owner, { question_id: (await asked(2)).id });

    expect(titlesIn(await board())).to.deep.equal(titles([early, late]));
  });

  it('begin with what a member knows, page by page without gaps or repeats', async () => {
    const [other, expert] = [await aTopic(community.owner), await anExpert(topic)];
    const known = [await asked(3), await asked(4), await asked(4), await asked(9)];
    const rest = [await asked(1), await asked(2), await asked(2)];
    const ids = rest.map(({ id }) => id);
    await community.owner('questions').whereIn('id', ids).update({ topic_id: other.id });
    const mine = async (ownTopics: TopicRow[]) => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listUnanswered(community.db, {
          ...{ known: ownTopics.map(({ id }) => id), after, limit: 2 },
        });
        seen.push(...titles(page.rows as never));
        after = page.next ?? undefined;
      } while (after !== undefined);
      return seen.filter((title) => titles([...known, ...rest]).includes(title));
    };

    expect(await mine([topic])).to.deep.equal(titles([...known, ...rest]));
    expect(await mine([])).to.deep.equal(titles([...rest, ...known]));
    const page = titlesIn(await read('/questions?tab=unanswered', expert));
    expect(page.slice(0, 4)).to.deep.equal(titles(known));
  });

  it('go on by the page in a browser, and know no foreign cursor', async () => {
    for (let hours = 1; hours <= 21; hours += 1) await asked(hours);

    const first = await board();
    const second = await read(olderIn(first) ?? '');

    expect([titlesIn(first).length, titlesIn(second).length]).to.deep.equal([20, 1]);
    for (const query of ['after=x', 'after=W10', 'topic=nowhere']) {
      const { status } = await community.visit().get(`/questions?tab=unanswered&${query}`);
      expect(status, query).to.equal(404);
    }
  });

  it('say who has been asked and since when, and can be narrowed to that', async () => {
    await anExpert(topic);
    const old = await ask(topic);
    community.itIsNow(hoursAfter(23));
    const [asks, fresh] = [await ask(topic), await asked(500)];
    community.itIsNow(hoursAfter(25));
    await sweep();

    const stages = await Promise.all(
      ['new', 'experts', 'team'].map((one) => board(`&stage=${one}`)),
    );

    expect(stages.map(titlesIn)).to.deep.equal([fresh, asks, old].map(({ title }) => [title]));
    expect(stages[1]).to.match(
      /With people who know it since <time datetime="2026-01-16T13:00:00Z"/,
    );
    expect(stages[2]).to.match(/With our team since <time/);
    expect(titlesIn(await board('&stage=nonsense'))).to.have.length(3);
  });

  it('are the same for every visitor and say so honestly where there are none', async () => {
    const { text, headers } = await community
      .visit()
      .get(`/questions?tab=unanswered&topic=${topic.slug}`);

    expect(text).to.include('Nobody waits for a first answer');
    expect(headers['set-cookie']).to.equal(undefined);
    expect(headers['cache-control']).to.include('public');
  });

  it('lead moderators, and nobody else, to what they can do', async () => {
    const [question, member] = [await ask(topic), await aHelper()];
    community.itIsNow(hoursAfter(24));
    await sweep();
    const path = `/staff/unanswered/${String(question.id)}`;

    const [theirs, ours] = [await board('', member), await board('', moderator)];
    const page = await readOurs(path, moderator);
    const claim = await community
      .visit(moderator)
      .post(`/staff/queue/unanswered/${String(question.id)}/claim`);
    const taken = await readOurs(path, await aModerator(community.owner));
    const opened = await community
      .visit(moderator)
      .post('/staff/cases')
      .type('form')
      .send({ question: String(question.id), with: 'asker' });

    expect(theirs).to.not.include(path);
    expect(ours).to.include(`href="${path}"`);
    expect(page)
      .to.include(`/queue/unanswered/${String(question.id)}/claim`)
      .and.include(`action="/q/${String(question.id)}/merge"`)
      .and.include('action="/staff/cases"');
    expect(claim.headers.location).to.equal(path);
    expect(taken).to.include(`${moderator.name} has this one just now`);
    expect(opened.headers.location).to.match(/^\/staff\/cases\/\d+/);
    expect((await community.visit(member).get(path)).status).to.equal(404);
  });

  it('show our team alone how soon those were answered that had waited', async () => {
    await anExpert(topic);
    const [soon, later] = [await ask(topic), await ask(topic)];
    const helper = await aHelper();
    community.itIsNow(hoursAfter(0.5));
    await answer(helper, soon);
    community.itIsNow(hoursAfter(1));
    await sweep();
    community.itIsNow(hoursAfter(3));
    await answer(helper, later);

    const [ours, theirs] = [await board('', moderator), await board('', helper)];

    expect(ours).to.match(
      /Before anybody was asked<\/dt><dd[^>]*>1, half of them within 30 minutes</,
    );
    expect(ours).to.match(/With people who know it<\/dt><dd[^>]*>1, half of them within 3 hours</);
    expect(ours).to.match(/With our team<\/dt><dd[^>]*>0</);
    expect(theirs).to.not.include('First answers');
  });

  it('have nothing to be done about once they are answered, or by whoever asked', async () => {
    const [answered, own] = [await ask(topic), await ask(topic, moderator)];
    await anAnswer(community.owner, { question_id: answered.id });
    const page = ({ id }: QuestionRow) => readOurs(`/staff/unanswered/${String(id)}`, moderator);

    expect(await page(answered))
      .to.include('waits for an answer no more')
      .and.not.include('action="/staff/cases"');
    expect(await page(own))
      .to.include('a colleague looks after it')
      .and.not.include('action="/staff/cases"');
  });

  it('say on their own page who has been asked, and until when our team waits', async () => {
    const question = await ask(topic);
    const page = async () => {
      const text = await read(`/q/${String(question.id)}/${question.slug}`);
      return text.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
    };
    const fresh = await page();
    for (const passed of [3, 4, 5, 6]) await anExpert(topic, { passed });
    community.itIsNow(hoursAfter(1));
    await sweep();
    const experts = await page();
    community.itIsNow(hoursAfter(24));
    await sweep();
    const team = await page();
    await anAnswer(community.owner, { question_id: question.id });

    expect(fresh).to.include('If nobody has answered by 16 Jan 2026, 12:00, our team takes it.');
    expect(experts).to.include(`We have asked 4 people who know ${topic.name}. If nobody`);
    expect(team).to.include(
      `4 people who know ${topic.name}. With our team since 16 Jan 2026, 12:00.`,
    );
  });

  it('are told live to whoever watches', async () => {
    const question = await ask(topic);
    await anExpert(topic);
    community.itIsNow(hoursAfter(1));
    await sweep();

    const { text } = await community.visit().get(`/q/${String(question.id)}/live`);

    expect(text).to.include(`We have asked somebody who knows ${topic.name}.`);
  });

  describe('on the home page', () => {
    const offered = async (member?: MemberRow) => {
      const text = await read('/', member);
      const [, list = ''] = /You could answer these<\/h2>([\s\S]*?)<\/section>/.exec(text) ?? [];
      return [...list.matchAll(/<span>([^<]+)<\/span>/g)].map(([, title]) => title);
    };

    it('are the five that have waited longest in what a member knows', async () => {
      const { owner, perform } = community;
      const [expert, asker] = [await anExpert(topic), await aMember(owner)];
      await perform(expert, (work) => blockMember(work, asker.id));
      const other = await aTopic(owner);
      await perform(expert, (work) => followTopic(work, other.slug, true));
      await asked(1, { topic_id: other.id });
      await asked(1, { author_id: expert.id });
      await asked(1, { author_id: asker.id });
      const muted = await asked(1);
      await perform(expert, (work) => muteThread(work, muted.id, true));
      const waiting = [];
      for (const hours of [2, 3, 4, 5, 6, 7]) waiting.push(await asked(hours));

      expect(await offered(expert)).to.deep.equal(titles(waiting.slice(0, 5)));
    });

    it('are of the topics they follow where they know none, and absent where there are none', async () => {
      const [follower, nobody] = [await aHelper(), await aHelper()];
      const question = await asked(1);
      await community.perform(follower, (work) => followTopic(work, topic.slug, true));

      expect(await offered(follower)).to.deep.equal([question.title]);
      expect(await offered(nobody)).to.deep.equal([]);
      expect(await read('/')).to.not.include('You could answer these');
    });
  });

  it('are offered when an admin says, on a page that keeps why', async () => {
    const admin = await anAdmin(community.owner);
    const terms = { experts_after_minutes: '30', staff_after_hours: '12', experts_most: '4' };
    const send = (change: Record<string, string>) =>
      community
        .visit(admin)
        .post('/admin/unanswered')
        .type('form')
        .send({ ...terms, daily_most: '2', version: '1', reason: 'People wait', ...change });

    const wrong = await send({ staff_after_hours: '1', experts_after_minutes: '60' });
    const right = await send({});

    expect([wrong.status, right.status]).to.deep.equal([422, 303]);
    expect(wrong.text).to.include('Our team comes after those who know the topic.');
    const page = await readOurs('/admin/unanswered', admin);
    expect(page).to.include('Version 2: People wait').and.include('value="30"');
  });
});
