import type pg from 'pg';

import { connect } from '#src/db/connect.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { performer } from '#src/work.ts';
import { operator } from '#test/support/domain.ts';
import { rewarding } from '#test/support/rewarding.ts';

/*
 * A process of its own that does several deeds at once, each on a connection of its own. Each is
 * stopped right before one of its statements, and once every deed has got there, or to its end,
 * the process is gone as if its machine had lost power.
 */

export type Deed = 'accept' | 'accept another' | 'withdraw' | 'pass' | 'fix' | 'fail' | 'undo';

/** Who does what to which answer, and the statement that is never sent, from 1. */
export type Order = { deed: Deed; actor: MemberRow; answer: AnswerRow; dieBefore: number };

export type Orders = {
  orders: Order[];
  appUrl: string;
  /** Milliseconds since 1970. */
  at: number;
};

/** What the process says with its last breath: the numbers of the orders that came to their end. */
export type LastWords = { done: number[] };

/** The name by which its connections are known to the server. */
export const DOOMED = 'doomed';

if (process.send) process.once('message', (orders: Orders) => void carryOut(orders));

async function carryOut({ orders, appUrl, at }: Orders): Promise<void> {
  const done: number[] = [];
  const carryOutOne = (order: Order, nth: number) =>
    new Promise<void>((arrive) => {
      const pool = stoppingBefore(order.dieBefore, arrive);
      const db = connect(appUrl, { pool, applicationName: DOOMED });
      const perform = performer({ db, reactions, operator, now: () => new Date(at) });
      void doDeed(rewarding({ db, perform }), order).then(() => {
        done.push(nth);
        arrive();
      });
    });
  await Promise.all(orders.map(carryOutOne));
  process.send?.({ done } satisfies LastWords, () => process.kill(process.pid, 'SIGKILL'));
}

function doDeed(hands: ReturnType<typeof rewarding>, { deed, actor, answer }: Order) {
  if (deed === 'accept' || deed === 'accept another') return hands.accept(actor, answer);
  if (deed === 'withdraw') return hands.withdraw(actor, answer);
  if (deed === 'undo') return hands.undo(actor, answer);
  return hands.decide(actor, answer, deed);
}

/** A pool of one connection that sends n - 1 statements, says so at the next, and keeps silent. */
function stoppingBefore(nth: number, arrive: () => void) {
  let statements = 0;
  const afterCreate = (client: pg.Client, ready: (error: null, client: pg.Client) => void) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    const sendOrStop = (...args: unknown[]) => {
      statements += 1;
      if (statements < nth) return send(...args);
      arrive();
      return undefined;
    };
    client.query = sendOrStop as typeof client.query;
    ready(null, client);
  };
  return { min: 0, max: 1, afterCreate };
}
