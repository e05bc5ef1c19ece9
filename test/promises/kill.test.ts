import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { expect } from 'chai';

import type { QuestionId, TopicId } from '#src/forum/rows.ts';
import type { MailId } from '#src/notices/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { expectBooksToMatchStates } from '#test/support/books.ts';
import { aModerator, anAnswer, anAnsweredQuestion } from '#test/support/make.ts';
import { anAcceptedAnswer, rewarding } from '#test/support/rewarding.ts';
import { DOOMED, type Deed, type LastWords, type Order, type Orders } from './kill-child.ts';

const CHILD = join(import.meta.dirname, 'kill-child.ts');
const DEEDS: Deed[] = ['accept', 'accept another', 'withdraw', 'pass', 'fix', 'fail', 'undo'];

/** More statements than any of the deeds takes. */
const ENOUGH = 200;

/** How many statements are tried at once, by two processes. */
const AT_ONCE = 12;

describe('Killing the process between any two statements', function () {
  this.timeout(300_000);
  const domain = aDomain();
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(domain.owner);
    await nameTheTasks();
  });

  it('of an acceptance, a withdrawal, a verdict or its undoing leaves both sides or neither', async () => {
    const lengths = new Map<Deed, number>();
    const slots = await many(AT_ONCE, () => many(DEEDS.length, (nth) => aStageFor(DEEDS[nth])));
    for (let from = 1; lengths.size < DEEDS.length && from < ENOUGH; from += AT_ONCE) {
      const orders = slots.flatMap((stages, slot) =>
        stages
          .filter(({ deed }) => !lengths.has(deed))
          .map((stage) => ({ ...stage, dieBefore: from + slot })),
      );
      for (const { deed, dieBefore } of await killDuring(orders)) {
        lengths.set(deed, Math.min(dieBefore - 1, lengths.get(deed) ?? ENOUGH));
      }
      await expectBooksToMatchStates(domain.owner);
    }

    expect([...lengths.keys()]).to.have.members(DEEDS);
    for (const [deed, length] of lengths) expect(length, deed).to.be.above(15);
  });

  /**
   * The queue notes a task's name the first time that it is given, and whoever gives it next waits
   * for that. On a site the worker has done so at its start.
   */
  const nameTheTasks = () =>
    domain.perform('system', async (work) => {
      await work.enqueue('send-mail', { mailId: 1 as MailId });
      await work.enqueue('tell-followers', { questionId: 1 as QuestionId, answerId: null });
      await work.enqueue('weigh-around', { memberId: moderator.id });
      await work.enqueue('review-governance', { topicId: 1 as TopicId });
    });

  /** Carries out orders in processes that die on the way; returns those that were done nevertheless. */
  async function killDuring(orders: Order[]): Promise<Order[]> {
    const before = await Promise.all(orders.map(readTraces));

    const half = Math.ceil(orders.length / 2);
    const halves = [orders.slice(0, half), orders.slice(half)];
    const done = (await Promise.all(halves.map(carryOutAndDie))).flat();

    for (const [index, order] of orders.entries()) {
      const traces = await readTraces(order);
      const message = `${order.deed}, killed before statement ${String(order.dieBefore)}`;
      if (done.includes(order)) expect(traces, message).to.not.deep.equal(before[index]);
      else expect(traces, message).to.deep.equal(before[index]);
    }
    return done;
  }

  /** Somebody, and an answer to which they can do this. */
  async function aStageFor(deed: Deed = 'accept'): Promise<Omit<Order, 'dieBefore'>> {
    if (deed === 'accept') {
      const { asker, answer } = await anAnsweredQuestion(domain.owner);
      return { deed, actor: asker, answer };
    }
    const { asker, question, answer } = await anAcceptedAnswer(domain);
    if (deed === 'withdraw') return { deed, actor: asker, answer };
    if (deed === 'accept another') {
      const other = await anAnswer(domain.owner, { question_id: question.id });
      return { deed, actor: asker, answer: other };
    }
    if (deed === 'undo') await rewarding(domain).decide(moderator, answer, 'pass');
    return { deed, actor: moderator, answer };
  }

  /** Everything that a deed leaves behind, on every side of it. */
  async function readTraces({ answer }: Order) {
    const { rows } = await domain.owner.raw<{ rows: [Record<string, unknown>] }>(TRACES, {
      ...{ answer: answer.id, question: answer.question_id },
    });
    return rows[0];
  }

  async function carryOutAndDie(orders: Order[]): Promise<Order[]> {
    if (orders.length === 0) return [];
    const child = fork(CHILD, { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
    const words = once(child, 'message') as Promise<[LastWords]>;
    const death = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    const at = domain.now().getTime();
    child.send({ orders, at, appUrl: domain.appUrl } satisfies Orders);
    const [code, signal] = await death;
    if (signal !== 'SIGKILL') throw new Error(`the child ended by itself with ${String(code)}`);
    await goneFromTheServer();
    return (await words)[0].done.map((nth) => orders[nth] as Order);
  }

  /** The server notices that its clients are gone, and undoes what they had begun. */
  async function goneFromTheServer(): Promise<void> {
    const doomed = { application_name: DOOMED, datname: new URL(domain.appUrl).pathname.slice(1) };
    for (;;) {
      const left = await domain.owner('pg_stat_activity' as never).where(doomed);
      if (left.length === 0) return;
      await wait(10);
    }
  }
});

async function many<T>(count: number, make: (nth: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let nth = 0; nth < count; nth += 1) made.push(await make(nth));
  return made;
}

const TRACES = `
  select (select state from questions where id = :question) as question,
         (select json_agg(n order by n.version) from answer_versions n where n.answer_id = :answer)
           as versions,
         (select json_agg(a order by a.id) from acceptances a where a.question_id = :question)
           as acceptances,
         (select json_agg(r order by r.id) from rewards r join acceptances a on a.id = acceptance_id
           where a.question_id = :question) as rewards,
         (select json_agg(t order by t.id) from ledger_transfers t join acceptances a
             on t.ref = 'acceptance:' || a.id where a.question_id = :question) as transfers,
         (select json_agg(b order by account_id) from ledger_balances b
            join ledger_accounts c on c.id = account_id
            join answers n on split_part(c.code, ':', 2) = n.author_id::text
           where n.question_id = :question) as balances,
         (select json_agg(u order by u.id) from audits u join acceptances a on a.id = acceptance_id
           where a.question_id = :question) as audits,
         (select json_agg(v order by v.id) from verdicts v
            join audits u on u.id = v.audit_id join acceptances a on a.id = u.acceptance_id
           where a.question_id = :question) as verdicts,
         (select json_agg(l order by l.id) from moderation_log l
           where subject in ('answer:' || :answer::int, 'question:' || :question::int)) as log,
         (select json_agg(e order by e.id) from events e
           where (details ->> 'questionId')::int = :question) as events`;
