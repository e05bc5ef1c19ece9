import assert from 'node:assert/strict';

import { expect } from 'chai';

import { takeDown } from '#src/forum/take-down.ts';
import type { AcceptanceRow, AnswerRow } from '#src/forum/rows.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import { ImportError } from '#src/imports/dump-error.ts';
import { readHistory, type Dump } from '#src/imports/dump.ts';
import { siteNamed } from '#src/imports/site.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aDomain, type Domain } from '#test/support/domain.ts';
import { aMember, aModerator, aTopic } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { importing, SMALL } from './importing.ts';

const titleOfAccepted = 'Why does my eSIM say "No service" after a move?';

describe('Importing a community from Stack Exchange', () => {
  const domain = aDomain();
  const progress: [number, number][] = [];
  let report: Awaited<ReturnType<typeof importing>>;

  before(async () => {
    await domain.owner('ledger_clock').update({ tolerance: '60 seconds' });
    report = await importing(domain, { onProgress: (done, total) => progress.push([done, total]) });
  });

  it('brings each question in at its own instant, as Markdown, into one topic', async () => {
    const { rows } = await domain.db.raw<{ rows: Record<string, unknown>[] }>(
      `select t.name as topic, m.name as asker, q.title, q.asked_at, q.state, q.answer_count
         from questions q join topics t on t.id = q.topic_id join members m on m.id = q.author_id
        order by q.id limit 1`,
    );
    const first = await domain.db('questions').orderBy('id').first();

    expect(rows[0]).to.deep.equal({
      ...{ topic: 'Pocket', asker: 'pocket-user-11', title: titleOfAccepted },
      ...{ asked_at: new Date('2025-03-03T09:15:00.120Z'), state: 'solved', answer_count: 2 },
    });
    expect(first?.body).to.include('- flight mode on and off\n- a restart');
    expect(first?.body_html).to.include('<li>a restart</li>');
    expect((await domain.db('topics').first())?.question_count).to.equal(4);
  });

  it('brings each answer in at its own instant, by whoever gave it', async () => {
    const answers = await domain
      .db('answers')
      .join('members', 'members.id', 'answers.author_id')
      .orderBy('answered_at')
      .select<{ name: string; answered_at: Date }[]>('name', 'answered_at');

    expect(answers.map(({ name, answered_at }) => [name, answered_at.toISOString()])).to.deep.equal(
      [
        ['pocket-user-12', '2025-03-03T09:40:10.007Z'],
        ['pocket-user-13', '2025-03-03T11:00:00.000Z'],
        ['pocket-user-12', '2025-03-05T08:30:00.000Z'],
        ['pocket-community', '2025-03-31T12:00:00.000Z'],
        ['pocket-user-11', '2025-04-07T07:00:00.000Z'],
      ],
    );
  });

  it('makes members of its people, since their first post, who cannot sign in', async () => {
    const people = await domain.db('members').orderBy('joined_at');

    expect(people.map(({ name }) => name)).to.deep.equal([
      ...['pocket-user-11', 'pocket-user-12', 'pocket-user-13'],
      people[3]?.name,
      ...['pocket-community', 'pocket-deleted-user'],
    ]);
    expect(people[3]?.name).to.match(/^pocket-zoe-angstr/);
    expect(people[1]?.joined_at).to.deep.equal(new Date('2025-03-03T09:40:10.007Z'));
    for (const { email, password_hash, role } of people) {
      expect([email, password_hash, role]).to.deep.equal([null, null, 'member']);
    }
  });

  it('dates an acceptance at the accepted answer, and rewards it or says why not', async () => {
    const { rows } = await domain.db.raw<{ rows: unknown[] }>(
      `select c.accepted_at, r.state, r.refusal, r.amount_minor, r.month, r.audit_drawn
         from acceptances c join rewards r on r.acceptance_id = c.id order by c.id`,
    );

    const march = { month: '2025-03' };
    expect(rows).to.deep.equal([
      {
        ...{ accepted_at: new Date('2025-03-03T11:00:00Z'), state: 'held', refusal: null },
        ...{ amount_minor: 50n, audit_drawn: true, ...march },
      },
      {
        ...{ accepted_at: new Date('2025-03-05T08:30:00Z'), state: 'refused', ...march },
        ...{ refusal: 'own-question', amount_minor: 0n, audit_drawn: false },
      },
    ]);
  });

  it('books under the months it was in, and numbers what it booked', async () => {
    const { rows } = await domain.db.raw<{ rows: unknown[] }>(
      `select j.seq, t.effective_date, t.amount_minor
         from ledger_transfers t join ledger_journal j on j.transfer_id = t.id`,
    );

    expect(rows).to.deep.equal([{ seq: 1n, effective_date: '2025-03-03', amount_minor: 50n }]);
    expect(await domain.db('ledger_periods').pluck('id')).to.deep.equal(['2025-03']);
  });

  it('leaves the ledger’s door as wary of old instants as it was', async () => {
    const { rows } = await domain.db.raw<{ rows: unknown[] }>(
      'select tolerance::text from ledger_clock',
    );

    expect(rows).to.deep.equal([{ tolerance: '00:01:00' }]);
  });

  it('mails nobody', async () => {
    expect(await domain.db('mails')).to.deep.equal([]);
  });

  it('tells how far it is', () => {
    expect(progress).to.have.length(11);
    expect(progress.at(-1)).to.deep.equal([11, 11]);
  });

  it('reports what it did and what it left out', () => {
    expect(report).to.deep.include({
      added: { people: 6, questions: 4, answers: 5, acceptances: 2 },
      held: { rewards: 1, amountMinor: 50n, since: '2025-03' },
      refused: new Map([['own-question', 1]]),
      skipped: { tagWikis: 2, other: 1, acceptances: 1, takenDown: 0 },
      ...{ known: 0, closedAlready: [], topic: 'Pocket' },
    });
  });

  it('adds nothing the second time', async () => {
    const before = await everything(domain);

    const again = await importing(domain);

    expect(again).to.deep.include({
      added: { people: 0, questions: 0, answers: 0, acceptances: 0 },
      held: { rewards: 0, amountMinor: 0n, since: null },
      known: 11,
    });
    expect(await everything(domain)).to.deep.equal(before);
  });

  it('adds only what is new in a later dump of the same site', async () => {
    const dump = await readHistory(SMALL, domain.now());
    const [answer] = dump.answers;
    assert(answer);
    dump.answers.push({ ...answer, id: 21, createdAt: new Date('2025-05-01T08:00:00Z') });

    const { added } = await importing(domain, { dump, site: ' POCKET ' });

    expect(added).to.deep.equal({ people: 0, questions: 0, answers: 1, acceptances: 0 });
  });

  it('keeps two sites apart that number their posts alike', async () => {
    const { added, topic } = await importing(domain, { site: 'purse' });

    expect(added).to.deep.equal({ people: 6, questions: 4, answers: 5, acceptances: 2 });
    expect(topic).to.equal('Purse');
  });
});

describe('An import that was cut short', () => {
  const domain = aDomain();

  it('is finished by running it again, wherever it stopped', async () => {
    for (const last of [1, 4, 5, 8]) {
      const onProgress = (done: number) => {
        if (done === last) throw new Error('The machine lost its power.');
      };
      await outcomeOf(importing(domain, { onProgress }));
    }

    await importing(domain);

    const { members, questions, answers, acceptances, rewards } = await everything(domain);
    expect([members, questions, answers, acceptances, rewards]).to.deep.equal([
      ...['6', '4', '5', '2', '2'],
    ]);
  });
});

describe('An import beside what is here already', () => {
  const domain = aDomain();

  it('never gives what others wrote to a member who has the handle', async () => {
    const ours = await aMember(domain.owner, {
      name: 'Pocket-User-ll',
      name_key: 'pocket-user-ll',
    });

    await importing(domain);

    expect(await domain.db('questions').where({ author_id: ours.id })).to.deep.equal([]);
    expect((await askerOf(domain)).name).to.equal('pocket-user-11-2');
  });

  it('does not bring back an acceptance that was withdrawn here', async () => {
    const { answer, asker } = await acceptedOf(domain);
    await domain.perform(asker, (work) => withdrawAcceptanceOf(work, answer.id));

    const { added } = await importing(domain);

    expect(added.acceptances).to.equal(0);
  });

  it('leaves out, and counts, what answers a question that our team has taken down', async () => {
    const moderator = await aModerator(domain.owner);
    const { answer } = await acceptedOf(domain);
    const id = answer.question_id;
    await domain.perform(moderator, (work) => takeDown(work, { question: id }, { reason: 'spam' }));
    const dump = await readHistory(SMALL, domain.now());
    dump.answers = dump.answers.map((one) => (one.id === 2 ? { ...one, id: 22 } : one));

    const { added, skipped } = await importing(domain, { dump });

    expect(added.answers).to.equal(0);
    expect(skipped.takenDown).to.equal(1);
  });

  it('uses a topic that is here already, whatever its address', async () => {
    const topic = await aTopic(domain.owner, { slug: 'wallets', name: 'Wallet' });

    await importing(domain, { site: 'wallet' });

    expect(await domain.db('questions').where({ topic_id: topic.id })).to.have.length(4);
  });

  it('is refused where its topic is archived', async () => {
    await aTopic(domain.owner, { slug: 'attic', name: 'Attic', archived_at: domain.now() });

    const refusal = await outcomeOf(importing(domain, { site: 'attic' }));

    expect(refusal).to.be.instanceOf(ImportError);
    expect(String(refusal)).to.include('Attic is archived. Open it again, or give another name');
  });

  it('is refused while another import is running', async () => {
    const outcomes = await Promise.all([
      outcomeOf(importing(domain, { site: 'one' })),
      outcomeOf(importing(domain, { site: 'two' })),
    ]);

    const refused = outcomes.filter((outcome) => outcome instanceof ImportError);
    expect(refused.map(({ message }) => message)).to.deep.equal([
      'Another import is running. Wait until it is over, then try again.',
    ]);
  });

  it('knows rules for as long as there have been such sites', async () => {
    const dump = await readHistory(SMALL, domain.now());
    const early = <T extends { createdAt: Date }>(post: T): T => ({
      ...post,
      createdAt: new Date(post.createdAt.getTime() - 17 * 365 * 86_400_000),
    });
    dump.questions = dump.questions.map(early);
    dump.answers = dump.answers.map(early);

    const { held } = await importing(domain, { dump, site: 'old' });

    expect(held).to.deep.equal({ rewards: 1, amountMinor: 50n, since: '2008-03' });
  });

  it('says which closed months stay as they were', async () => {
    const closed = { state: 'closed', opened_at: domain.now() } as const;
    const people = {
      closing_by: 1,
      closing_at: domain.now(),
      closed_by: 2,
      closed_at: domain.now(),
      last_seq: 0n,
    };
    await domain.owner('ledger_periods').insert({ id: '2025-06' as never, ...closed, ...people });

    const dump = await readHistory(SMALL, domain.now());
    dump.answers = dump.answers.map(inOtherWords);

    const { closedAlready } = await importing(domain, { dump, site: 'late' });

    expect(closedAlready).to.deep.equal(['2025-06']);
  });
});

/** What another site has said before is paid to nobody, so that this one has to say its own. */
const inOtherWords = (answer: Dump['answers'][number]): Dump['answers'][number] => ({
  ...answer,
  html: `<p>${answer.html
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .reverse()
    .join(' ')}</p>`,
});

describe('A dump that cannot be', () => {
  it('is refused with its line where it is dated in the future', async () => {
    const refusal = await outcomeOf(readHistory(SMALL, new Date('2025-04-01T00:00:00Z')));

    expect(String(refusal)).to.match(
      /small-posts\.xml:13: row is dated 2025-04-06T20:20:20\.000Z, which is still to come\. Correct/,
    );
  });

  it('is refused where its site cannot be a topic', () => {
    for (const name of ['', 'x', '咖啡', '☕☕', 'a'.repeat(41)]) {
      expect(() => siteNamed(name)).to.throw(ImportError, /Give --site a name of 2 to 40/);
    }
  });

  it('is not one that names its site with accents and spaces', () => {
    expect(siteNamed(' crème Brûlée ')).to.deep.equal({
      key: 'creme-brulee',
      name: 'Crème Brûlée',
    });
  });
});

async function everything({ owner }: Domain) {
  const tables = ['members', 'questions', 'answers', 'acceptances', 'rewards', 'audits'] as const;
  const others = ['ledger_transfers', 'ledger_journal', 'events', 'question_versions'] as const;
  const counts: Record<string, string> = {};
  for (const table of [...tables, ...others]) {
    counts[table] = String((await owner(table).select()).length);
  }
  return counts;
}

async function acceptedOf({ db }: Domain) {
  const { rows } = await db.raw<{ rows: AcceptanceRow[] }>(
    'select * from acceptances order by id limit 1',
  );
  assert(rows[0]);
  const answer: AnswerRow | undefined = await db('answers')
    .where({ id: rows[0].answer_id })
    .first();
  const asker: MemberRow | undefined = await db('members').where({ id: rows[0].asker_id }).first();
  assert(answer && asker);
  return { answer, asker };
}

const askerOf = async (domain: Domain) => (await acceptedOf(domain)).asker;
