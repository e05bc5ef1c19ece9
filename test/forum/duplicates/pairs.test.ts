import { expect } from 'chai';

import { findPairs } from '#src/forum/duplicates/find-pairs.ts';
import { countPairs, listPairs } from '#src/forum/duplicates/read-pairs.ts';
import type { LikelyDuplicateId, QuestionId, QuestionRow } from '#src/forum/rows.ts';
import { refreshSearch } from '#src/forum/search/search-document.ts';
import { learnQuestions } from '#src/forum/similar/learn-questions.ts';
import { createLists } from '#src/forum/similar/lists.ts';
import { SAME } from '#src/forum/similar/same.ts';
import { mergeThreads, unmergeThreads } from '#src/moderation/threads/merge-threads.ts';
import { offerPairAgain, setPairApart } from '#src/moderation/threads/weigh-pair.ts';
import { Conflict, NotAllowed } from '#src/refusals.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, aModerator, aQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

const TITLE = 'How do I ever get my eSIM past activating';
const LIKE_IT = 'How do I ever get my eSIM past activation';

describe('Likely duplicates', () => {
  const domain = aDomain();
  beforeEach(() =>
    domain.owner.raw(
      'truncate likely_duplicates, duplicate_suggestions, likeness, likeness_words, likeness_due',
    ),
  );

  /** As the worker does, by letters alone: what the model adds is measured elsewhere. */
  const work = async (now = domain.now()) => {
    const { db, perform } = domain;
    await learnQuestions(db, perform, { embedder: undefined });
    return findPairs(db, perform, { matcher: { embedder: undefined, lists: createLists() }, now });
  };
  /** Two that ask the same. */
  const aPair = async (mark: string, fields: Partial<QuestionRow> = {}) => {
    const { owner } = domain;
    const older = await aQuestion(owner, { ...ASKED, ...fields, title: `${TITLE} ${mark}` });
    const newer = await aQuestion(owner, { ...ASKED, ...fields, title: `${LIKE_IT} ${mark}` });
    return { older, newer };
  };
  const listed = async (apart = false) => {
    const { rows } = await listPairs(domain.db, { apart });
    return rows.map(({ older, newer }) => [older.id, newer.id]);
  };
  const theOne = async (apart = false): Promise<LikelyDuplicateId> => {
    const { rows } = await listPairs(domain.db, { apart });
    if (!rows[0]) throw new Error('there is none');
    return rows[0].id;
  };
  const retitle = async ({ id }: QuestionRow, title: string) => {
    await domain.owner('questions').where({ id }).update({ title });
    await refreshSearch({ trx: domain.owner }, id);
  };

  it('are found as questions are asked, each pair once, and nothing that is only a little alike', async () => {
    const { older, newer } = await aPair('kestrel');
    await aQuestion(domain.owner, { ...ASKED, title: 'My kestrel sits on the antenna' });

    await work();
    await work();

    expect(await listed()).to.deep.equal([[older.id, newer.id]]);
    expect(await countPairs(domain.db)).to.equal(1);
    const { rows } = await listPairs(domain.db, { apart: false });
    expect(rows[0]?.percent).to.be.within(SAME, 99);
    expect(rows[0]?.newer).to.include({ title: newer.title, state: 'open', answer_count: 0 });
  });

  it('go with a title that is edited, and come with one', async () => {
    const { older, newer } = await aPair('osprey');
    await work();

    await retitle(newer, 'Something else altogether: a bill in the post');
    await work();
    expect(await listed()).to.deep.equal([]);
    await retitle(newer, `${TITLE} osprey!`);
    await work();

    expect(await listed()).to.deep.equal([[older.id, newer.id]]);
  });

  it('are gone at once when one of them is hidden, and come back with it', async () => {
    const { older, newer } = await aPair('harrier');
    await work();
    const { owner, db } = domain;

    await owner('questions').where({ id: older.id }).update({ removed_at: domain.now() });
    expect(await listed()).to.deep.equal([]);
    expect(await countPairs(db)).to.equal(0);
    await refreshSearch({ trx: owner }, older.id);
    await work();
    expect(await owner('likely_duplicates')).to.deep.equal([]);

    await owner('questions').where({ id: older.id }).update({ removed_at: null });
    await refreshSearch({ trx: owner }, older.id);
    await work();
    expect(await listed()).to.deep.equal([[older.id, newer.id]]);
  });

  it('are never offered again once they are set apart, until that is taken back; both are logged', async () => {
    const { older, newer } = await aPair('merlin');
    await work();
    const moderator = await aModerator(domain.owner);
    const id = await theOne();

    await domain.perform(moderator, (doing) => setPairApart(doing, id));
    await retitle(newer, `${TITLE} merlin!`);
    await work();

    expect(await listed()).to.deep.equal([]);
    const { rows } = await listPairs(domain.db, { apart: true });
    expect(rows[0]).to.deep.include({ setApartBy: moderator.name, set_apart_at: domain.now() });
    const again = domain.perform(moderator, (doing) => setPairApart(doing, id));
    expect(await outcomeOf(again)).to.be.instanceOf(Conflict);

    await domain.perform(moderator, (doing) => offerPairAgain(doing, id));
    expect(await listed()).to.deep.equal([[older.id, newer.id]]);
    const subject = `question:${String(newer.id)}`;
    const acts = await domain.owner('moderation_log').where({ subject }).orderBy('id').pluck('act');
    expect(acts).to.deep.equal(['pair-set-apart', 'pair-offered-again']);
  });

  it('are set apart by moderators alone', async () => {
    await aPair('buzzard');
    await work();
    const guide = await aMember(domain.owner, { level: 'guide' });
    const id = await theOne();

    const tried = domain.perform(guide, (doing) => setPairApart(doing, id));

    expect(await outcomeOf(tried)).to.be.instanceOf(NotAllowed);
    expect(await listed()).to.have.length(1);
  });

  it('go when they are merged, and stay apart when that is undone', async () => {
    const { older, newer } = await aPair('goshawk');
    await work();
    const moderator = await aModerator(domain.owner);
    const pair = { source: newer.id, target: older.id, reason: 'The same' };

    await domain.perform(moderator, (doing) => mergeThreads(doing, pair));
    expect(await listed()).to.deep.equal([]);
    await domain.perform(moderator, (doing) => unmergeThreads(doing, pair));
    await work();

    expect(await listed()).to.deep.equal([]);
    expect(await listed(true)).to.deep.equal([[older.id, newer.id]]);
  });

  it('are looked for among what is open or new', async () => {
    const solved = { state: 'solved', asked_at: new Date('2025-01-01Z') } as const;
    await aPair('falcon', solved);

    expect(await work()).to.equal(2);
    expect(await listed()).to.deep.equal([]);
    const third = await aQuestion(domain.owner, { ...ASKED, title: `${TITLE} falcon` });
    await work();

    const found = await listed();
    expect(found).to.have.length(2);
    expect(found.every(([, newer]) => newer === third.id)).to.equal(true);
  });

  it('wait for nobody who is changing a question, and are found later', async () => {
    const { older, newer } = await aPair('hobby');
    const { owner, db, perform } = domain;
    await learnQuestions(db, perform, { embedder: undefined });

    await owner.transaction(async (trx) => {
      await trx('questions').where({ id: older.id }).forUpdate().first();
      await work();
      expect(await listed()).to.deep.equal([]);
    });
    await work();

    expect(await listed()).to.deep.equal([[older.id, newer.id]]);
  });

  it('are read by the page, none twice and none left out', async () => {
    const ids: QuestionId[] = [];
    for (let nth = 0; nth < 5; nth += 1) ids.push((await aQuestion(domain.owner, ASKED)).id);
    const others = ids.slice(1);
    await domain.owner.raw(
      `insert into likely_duplicates (older_id, newer_id, noted_at)
       select ?, id, now() from unnest(?::int[]) as t (id)`,
      [ids[0] ?? 0, others],
    );

    const seen = [];
    let after: string | undefined;
    do {
      const page = await listPairs(domain.db, { apart: false, after, limit: 3 });
      seen.push(...page.rows.map(({ newer }) => newer.id));
      after = page.next ?? undefined;
    } while (after !== undefined);

    expect(seen).to.deep.equal([...others].reverse());
  });
});

const ASKED = { asked_at: new Date('2026-01-14T12:00:00Z') };
