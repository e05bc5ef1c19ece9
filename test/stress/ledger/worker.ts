import { setTimeout as wait } from 'node:timers/promises';

import type { LedgerTransferId } from '#src/ledger/rows.ts';
import { NotEnough, post, reverse, type Transfer } from '#src/ledger/transfers.ts';
import { performer, type Perform } from '#src/work.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { operator } from '#test/support/domain.ts';
import { nextDeed, type Deed } from './deeds.ts';
import { count, remember, type History, type Told } from './history.ts';
import type { MortalServer } from './server.ts';

export type Stage = {
  server: MortalServer;
  history: History;
  /** The operator's clock, which moves from month to month while they work. */
  now: () => Date;
  goesOn: () => boolean;
};

/** Tries one thing after another, on connections shared with the other workers, until told. */
export async function work(stage: Stage, name: string): Promise<void> {
  for (let turn = 1; stage.goesOn(); turn += 1) {
    const deed = nextDeed(stage.history, `${name}.${String(turn)}`);
    const told = await tryDeed(performOn(stage), stage.history, deed);
    count(stage.history, `${deed.kind} ${told}`);
    if (told === 'unknown') await wait(100);
  }
}

/** Opens transactions on whatever server runs at the moment. */
export const performOn = ({ server, now }: Pick<Stage, 'server' | 'now'>): Perform =>
  performer({ db: server.db(), reactions, operator, now });

async function tryDeed(perform: Perform, history: History, deed: Deed): Promise<Told> {
  try {
    const id = await carryOut(perform, deed);
    if (deed.kind === 'conflict') {
      history.violations.push(`${deed.order.key} was accepted with another amount`);
    } else if (isMeant(deed)) keep(history, deed, 'acknowledged', id);
    return 'acknowledged';
  } catch (error) {
    const told = toldBy(error);
    if (codeOf(error) === '40P01') history.violations.push(`${deed.order.key} was in a deadlock`);
    if (isMeant(deed)) keep(history, deed, told, undefined);
    return told;
  } finally {
    if (deed.kind === 'regret') history.regretted.add(deed.order.key);
  }
}

type Meant = Extract<Deed, { kind: 'post' | 'dawdle' | 'reverse' }>;

const isMeant = (deed: Deed): deed is Meant => !['conflict', 'regret'].includes(deed.kind);

function keep(history: History, deed: Meant, told: Told, id: LedgerTransferId | undefined): void {
  const reverses = deed.kind === 'reverse' ? deed.of.id : undefined;
  remember(history, { order: deed.order, told, id, reverses });
}

function carryOut(perform: Perform, deed: Deed): Promise<LedgerTransferId> {
  if (deed.kind === 'reverse') {
    const { order, id } = deed.of;
    const transfer = { ...order, id, amount_minor: order.amount } as unknown as Transfer;
    return perform('system', (unit) => reverse(unit, transfer, { key: deed.order.key }));
  }
  return perform('system', async (unit) => {
    const id = await post(unit, deed.order);
    if (deed.kind === 'regret') throw new Regret();
    if (deed.kind === 'dawdle') await unit.trx.raw('select pg_sleep(0.25)');
    return id;
  });
}

class Regret extends Error {}

/** A refusal comes from the door, by its code; anything else is a server that has gone. */
function toldBy(error: unknown): Told {
  if (error instanceof Regret || error instanceof NotEnough) return 'refused';
  return /^(GL\d{3}|23\d{3}|40P01)$/.test(codeOf(error)) ? 'refused' : 'unknown';
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code);
