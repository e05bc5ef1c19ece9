import { expect } from 'chai';

import { askQuestion } from '#src/forum/ask-question.ts';
import { editAnswer } from '#src/forum/edit-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { postComment } from '#src/forum/post-comment.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { joinMember } from '#src/members/join-member.ts';
import { decideSuspicion } from '#src/moderation/posts/decide-suspicion.ts';
import {
  addListedWord,
  changeMailDomain,
  changePostingLimit,
} from '#src/moderation/posts/change-lists.ts';
import { restorePost } from '#src/moderation/posts/remove-post.ts';
import { Conflict, Invalid, NotAllowed } from '#src/refusals.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { readJudgement, teach } from '#src/trust/spam/learn.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { performer } from '#src/work.ts';
import { aDomain, operator } from '#test/support/domain.ts';
import { mailsTo } from '#test/support/mailbox.ts';
import { aComment, aMember, aModerator, anAdmin, aQuestion, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

const markdown = createMarkdown();
const LINK = 'Look at https://example.org/steps, it is all there.';

describe('Screening', () => {
  const domain = aDomain({ connections: 12 });

  it('holds a newcomer’s first post with a link back, and tells nobody', async () => {
    const { author, asker, answer } = await answered(LINK);

    const [suspicion] = await suspicionsOf(author);

    expect(await seen('answers', answer.id)).to.equal(false);
    expect(suspicion).to.include({ kind: 'first-post', held: true, state: 'waiting' });
    expect(suspicion?.reasons).to.deep.equal(['first-with-link']);
    expect(await mailsTo(domain.owner, asker.email)).to.deep.equal([]);
    expect(await queued(suspicion?.id)).to.deep.equal(['waiting']);
    expect(
      (await domain.db('questions').where({ id: answer.question_id }).first())?.answer_count,
    ).to.equal(0);
  });

  it('holds one with a telephone number, in a question, an answer and a comment alike', async () => {
    const text = 'Ring me on 07700 900461 and I tell you how it is done.';
    const { slug } = await aTopic(domain.owner);
    const people = [await aMember(domain.owner), await aMember(domain.owner)];
    const on = await aQuestion(domain.owner);

    const question = await domain.perform(people[0] as MemberRow, (work) =>
      askQuestion(work, markdown, { topic: slug, title: 'Who can help me out?', body: text }),
    );
    const comment = await domain.perform(people[1] as MemberRow, (work) =>
      postComment(work, markdown, { on: { question: on.id }, body: text }),
    );

    expect(await seen('questions', question.id)).to.equal(false);
    expect(await seen('comments', comment.id)).to.equal(false);
    expect((await domain.db('topics').where({ slug }).first())?.question_count).to.equal(0);
    expect(await domain.db('search_documents').where({ question_id: question.id })).to.deep.equal(
      [],
    );
  });

  it('lets pass a first post without either, a second one, a helper’s and our team’s', async () => {
    const known = await aMember(domain.owner);
    await aComment(domain.owner, { author_id: known.id });
    const plain = await answered('Restart it and wait a minute.');
    const others = [
      known,
      await aMember(domain.owner, { level: 'helper' }),
      await aModerator(domain.owner),
    ];

    const posted = await Promise.all(others.map((author) => answered(LINK, author)));

    for (const { answer } of [plain, ...posted]) {
      expect(await seen('answers', answer.id)).to.equal(true);
    }
  });

  it('shows what a moderator approves, with its mails, and learns from it', async () => {
    const { author, asker, answer } = await answered(LINK);
    const moderator = await aModerator(domain.owner);

    await decide(moderator, author, 'approve');

    expect(await seen('answers', answer.id)).to.equal(true);
    expect((await mailsTo(domain.owner, asker.email)).map(({ kind }) => kind)).to.deep.equal([
      'answered',
    ]);
    expect((await mailsTo(domain.owner, author.email)).map(({ kind }) => kind)).to.deep.equal([
      'approved',
    ]);
    expect(await lessonsOf(`answer:${String(answer.id)}`)).to.deep.equal(['fine']);
    const twice = await outcomeOf(decide(moderator, author, 'spam'));
    expect(twice).to.be.instanceOf(Conflict);
  });

  it('removes what is spam, learns from it, and unlearns it when it comes back', async () => {
    const { author, answer } = await answered(LINK);
    const moderator = await aModerator(domain.owner);

    await decide(moderator, author, 'spam');
    const learnt = await lessonsOf(`answer:${String(answer.id)}`);
    await domain.perform(moderator, (work) =>
      restorePost(work, { answer: answer.id }, 'It was fine'),
    );

    expect(learnt).to.deep.equal(['spam']);
    expect(await lessonsOf(`answer:${String(answer.id)}`)).to.deep.equal(['fine']);
    expect(await seen('answers', answer.id)).to.equal(true);
    const [question] = await domain.db('questions').where({ id: answer.question_id });
    expect(question?.answer_count).to.equal(1);
  });

  it('is decided by nobody in their own case, and once where two press at the same moment', async () => {
    const { author } = await answered(LINK);
    const people = [await aModerator(domain.owner), await aModerator(domain.owner)];
    await domain.owner('members').where({ id: author.id }).update({ role: 'moderator' });
    const [self] = await domain.owner('members').where({ id: author.id });

    const own = await outcomeOf(decide(self as MemberRow, author, 'approve'));
    const both = await Promise.all(people.map((one) => outcomeOf(decide(one, author, 'approve'))));

    expect(own).to.be.instanceOf(NotAllowed);
    expect(both.filter((one) => one instanceof Conflict)).to.have.length(1);
  });

  it('refuses a blocked word at its field, whole words alone, and holds or flags others', async () => {
    const moderator = await aModerator(domain.owner);
    for (const [phrase, effect] of [
      ['blockedword', 'block'],
      ['heldword', 'hold'],
      ['flaggedword', 'flag'],
    ] as const) {
      await domain.perform(moderator, (work) => addListedWord(work, { phrase, effect, note: '' }));
    }
    const author = await aMember(domain.owner);

    const refused = await outcomeOf(answered('Say bl0ckedwörd now', author));
    const inside = await answered('Say unblockedwords now', author);
    const held = await answered('Say HELDWORD now', author);
    const helper = await answered(
      'Say heldword now',
      await aMember(domain.owner, { level: 'helper' }),
    );
    const flagged = await answered('Say flaggedword now', author);

    expect(refused).to.be.instanceOf(Invalid);
    expect((refused as Invalid).fields['body']).to.include('“blockedword”');
    expect(
      await Promise.all(
        [inside, held, helper, flagged].map(({ answer }) => seen('answers', answer.id)),
      ),
    ).to.deep.equal([true, false, true, true]);
    expect(await suspicionsOf(helper.author)).to.have.length(1);
  });

  it('looks at what an edit brings in, blocks it, and hides nothing that was read', async () => {
    const { answer, author } = await answered('Restart it and wait for a minute or two.');
    const change = (body: string) =>
      domain.perform(author, (work) =>
        editAnswer(work, markdown, { answer: answer.id, body, reason: '', version: 1 }),
      );

    const refused = await outcomeOf(change('Say blockedword'));
    await change(`Restart it. ${LINK}`);

    expect(refused).to.be.instanceOf(Invalid);
    expect(await seen('answers', answer.id)).to.equal(true);
    expect((await suspicionsOf(author)).map(({ held }) => held)).to.deep.equal([false]);
  });

  it('keeps to the limits of a level, which an admin changes with a reason', async () => {
    const admin = await anAdmin(domain.owner);
    const author = await aMember(domain.owner, { level: 'guide' });
    await domain.perform(admin, (work) =>
      changePostingLimit(work, {
        level: 'guide',
        links: 1,
        per_hour: 3,
        per_day: 3,
        pictures_per_day: 3,
        pictures_per_post: 1,
        reason: 'A flood',
      }),
    );

    const links = await outcomeOf(answered('https://example.org and https://example.com', author));
    const posted = [];
    for (const text of ['First answer.', 'Second answer.', 'Third answer.', 'Fourth answer.']) {
      posted.push(await outcomeOf(answered(text, author)));
    }

    expect((links as Invalid).fields['body']).to.include('one link');
    expect(posted.map((one) => one instanceof Invalid)).to.deep.equal([false, false, false, true]);
    expect((posted[3] as Invalid).fields['body']).to.include('3 times this hour');
  });

  it('keeps to the limit of an hour however many are posted at once, in whatever order', async () => {
    const limit = 4;
    const author = await aMember(domain.owner, { level: 'steward' });
    const set = {
      level: 'steward',
      links: 9,
      per_hour: limit,
      per_day: 50,
      reason: 'Test',
    } as const;
    await domain.owner('posting_limits').insert({ ...set, set_at: domain.now() });
    const { slug } = await aTopic(domain.owner);
    const questions = await Promise.all([1, 2, 3, 4].map(() => aQuestion(domain.owner)));
    // Whoever began last reads the earliest clock, as when others overtake them.
    let began = 0;
    const now = () => new Date(domain.now().getTime() - (began += 1) * 100);
    const perform = performer({ db: domain.db, reactions, operator, now });

    const outcomes = await Promise.all(
      questions.flatMap(({ id }, index) => [
        outcomeOf(
          perform(author, (work) =>
            postAnswer(work, markdown, { question: id, body: `Wait ${String(index)}` }),
          ),
        ),
        outcomeOf(
          perform(author, (work) =>
            postComment(work, markdown, { on: { question: id }, body: 'Which phone is it?' }),
          ),
        ),
        outcomeOf(
          perform(author, (work) =>
            askQuestion(work, markdown, {
              topic: slug,
              title: `Is it down, ${String(index)}?`,
              body: 'Since nine.',
            }),
          ),
        ),
      ]),
    );

    const refused = outcomes.filter((one) => one instanceof Invalid);
    expect(refused).to.have.length(outcomes.length - limit);
    const by = { author_id: author.id };
    const written = await Promise.all(
      (['questions', 'answers', 'comments'] as const).map((table) =>
        domain.db(table).where(by).pluck('id'),
      ),
    );
    expect(written.flat()).to.have.length(limit);
  });

  it('holds what reads like spam once enough was learnt, whoever new posts it', async () => {
    const moderator = await aModerator(domain.owner);
    await domain.perform(moderator, async (work) => {
      for (let example = 1; example <= 12; example += 1) {
        const teachAs = (label: 'spam' | 'fine', text: string, id: number) =>
          teach(work, { subject: `example:${String(id)}`, label, text });
        await teachAs('spam', `Buy cheap replica watches number ${String(example)} here`, example);
        await teachAs(
          'fine',
          `My phone shows no signal in street ${String(example)}`,
          100 + example,
        );
      }
    });
    const known = await aMember(domain.owner);
    await aComment(domain.owner, { author_id: known.id });

    const odd = await answered('Buy cheap replica watches for your phone', known);
    const fine = await answered('It shows no signal in my street since noon', known);

    const [suspicion] = await suspicionsOf(known);
    expect(await seen('answers', odd.answer.id)).to.equal(false);
    expect(await seen('answers', fine.answer.id)).to.equal(true);
    expect(suspicion).to.include({ kind: 'spam', held: true });
    expect(suspicion?.score).to.be.at.least(90);
    const judgement = await readJudgement(domain.db, 'cheap replica', operator.siteUrl);
    expect(judgement?.because.map(({ token }) => token)).to.have.members(['cheap', 'replica']);
  });

  it('refuses throw-away mail at joining, but for our exceptions, and with our additions', async () => {
    const admin = await anAdmin(domain.owner);
    const joins = async (email: string) => {
      const name = `joiner-${String((count += 1))}`;
      const joining = { name, email, passwordHash: 'x' };
      return (
        (await outcomeOf(domain.perform('visitor', (work) => joinMember(work, joining)))) instanceof
        Invalid
      );
    };
    const set = (name: string, refused: boolean) =>
      domain.perform(admin, (work) =>
        changeMailDomain(work, { domain: name, refused, reason: 'Seen' }),
      );

    const before = [
      await joins('a@mailinator.com'),
      await joins('b@sub.mailinator.com'),
      await joins('c@example.com'),
    ];
    await set('mailinator.com', false);
    await set('bad.example', true);

    expect(before).to.deep.equal([true, true, false]);
    expect([await joins('d@mailinator.com'), await joins('e@bad.example')]).to.deep.equal([
      false,
      true,
    ]);
  });

  let count = 0;

  async function answered(body: string, by?: MemberRow) {
    const author = by ?? (await aMember(domain.owner));
    const asker = await aMember(domain.owner);
    const question = await aQuestion(domain.owner, { author_id: asker.id });
    const answer = await domain.perform(author, (work) =>
      postAnswer(work, markdown, { question: question.id, body }),
    );
    return { author, asker, answer };
  }

  const suspicionsOf = ({ id }: MemberRow) =>
    domain.owner('suspicions').where({ author_id: id }).orderBy('id');

  const seen = async (table: 'questions' | 'answers' | 'comments', id: number) => {
    const { rows } = await domain.owner.raw<{ rows: { seen: boolean }[] }>(
      `select removed_at is null as seen from ${table} where id = ?`,
      [id],
    );
    return rows[0]?.seen;
  };

  const queued = (id: number | undefined) =>
    domain
      .owner('queue_items')
      .where({ kind: 'first-post', subject_id: id ?? 0 })
      .pluck('state');

  const lessonsOf = (subject: string) =>
    domain.owner('spam_lessons').where({ subject, undone_at: null }).pluck('label');

  async function decide(moderator: MemberRow, author: MemberRow, decision: 'approve' | 'spam') {
    const [suspicion] = await suspicionsOf(author);
    if (!suspicion) throw new Error('nothing waits');
    return domain.perform(moderator, (work) =>
      decideSuspicion(work, suspicion.id, { decision, note: '' }),
    );
  }
});
