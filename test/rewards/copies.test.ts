import { expect } from 'chai';

import { postAnswer } from '#src/forum/post-answer.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aQuestion } from '#test/support/make.ts';
import { lastReward, rewarding } from '#test/support/rewarding.ts';

const WORDS =
  'Take the SIM out for a minute, put it back and restart; the network then greets the phone as new.';

describe('The copy of an earlier answer', () => {
  const community = aCommunity();
  afterEach(() => expectBooksToMatchStates(community.db));

  it('is not paid where it says the same word for word, and its author is told whose it was', async () => {
    const { answer: source, author: first } = await anAcceptedText(WORDS);

    const { answer, author, question } = await anAcceptedText(`**${WORDS.toUpperCase()}**`);

    expect(await lastReward(community.db, source)).to.include({ state: 'held' });
    expect(await lastReward(community.db, answer)).to.include({
      state: 'refused',
      refusal: 'copy',
    });
    const { text } = await community
      .visit(author)
      .get(`/q/${String(question.id)}/${question.slug}`);
    expect(text).to.include(`${first.name}’s answer of 15 Jan 2026`);
    const { text: seen } = await community
      .visit()
      .get(`/q/${String(question.id)}/${question.slug}`);
    expect(seen).not.to.include(`${first.name}’s answer of`);
  });

  it('is paid like any other where a word was changed, until a person decides', async () => {
    await anAcceptedText(`${WORDS} It helped my sister.`);

    const { answer } = await anAcceptedText(`${WORDS} It helped my brother.`);

    expect(await lastReward(community.db, answer)).to.include({ state: 'held', refusal: null });
  });

  it('is paid where the same member repeats what was theirs', async () => {
    const text = `${WORDS} I tell everybody so.`;
    const { author } = await anAcceptedText(text);

    const { answer } = await anAcceptedText(text, author);

    expect(await lastReward(community.db, answer)).to.include({ state: 'held' });
  });

  async function anAcceptedText(body: string, by?: MemberRow) {
    const author = by ?? (await aMember(community.owner));
    const asker = await aMember(community.owner);
    const question = await aQuestion(community.owner, { author_id: asker.id });
    const answer = await community.perform(author, (work) =>
      postAnswer(work, createMarkdown(), { question: question.id, body }),
    );
    await rewarding(community).accept(asker, answer);
    return { answer, author, question };
  }
});
