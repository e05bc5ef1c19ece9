import type { Request, Response } from 'express';
import type { Knex } from 'knex';

import type { MemberRow } from '../../../members/rows.ts';
import { claimItem } from '../../../moderation/queue/claim-item.ts';
import type { Subject } from '../../../moderation/queue/items.ts';
import {
  findItem,
  type QueueItem,
  readAssigned,
  readQueue,
} from '../../../moderation/queue/read-queue.ts';
import { Conflict } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../forms.ts';
import { withQuery } from '../../forum/paths.ts';
import { actorOf } from '../../visitor.ts';
import { kindFrom, type QueueKind } from './kinds.ts';
import { itemHref } from './queue-line.ts';

/** What stands around an item in the queue of a moderator, at one instant. */
export type Round = {
  /** The item and what comes after it; the top of the queue where it does not wait. */
  nextUp: readonly QueueItem[];
  next: QueueItem | undefined;
  previous: QueueItem | undefined;
};

type Where = { at: Date; kind: QueueKind | undefined };

/** The kind that a moderator goes through just now; all kinds where the address names none. */
export const kindOf = (req: Request) => kindFrom(queryText(req, 'kind'));

/**
 * Reads what comes before and after an item; after the last one comes the first again. What a
 * colleague has asked of this moderator comes next before anything else.
 */
export async function readRound(
  db: Knex,
  moderator: MemberRow,
  subject: Subject,
  { at, kind }: Where,
): Promise<Round> {
  const here = await findItem(db, subject, at);
  const [asked] = (await readAssigned(db, moderator, at)).filter(
    (item) => item.id !== here?.id && (kind === undefined || item.kind === kind),
  );
  if (!here) {
    const top = await readQueue(db, moderator, { at, kind, limit: NEXT_UP });
    return { nextUp: top, next: asked ?? top[0], previous: undefined };
  }
  const [after, [first], [previous]] = await Promise.all([
    readQueue(db, moderator, { at, kind, limit: NEXT_UP - 1, after: here }),
    readQueue(db, moderator, { at, kind, limit: 1 }),
    readQueue(db, moderator, { at, kind, limit: 1, before: here }),
  ]);
  const next = asked ?? after[0] ?? (first?.id === here.id ? undefined : first);
  return { nextUp: [here, ...after], next, previous };
}

/** The moderator's queue, all of it or of the kind they go through. */
export const queueHref = (kind: QueueKind | undefined) => withQuery('/staff/audits', { kind });

/**
 * Goes on to what comes next after an item that was decided, which is the moderator's from then
 * on; to the queue after the last. `next` is what `readRound` said before the decision.
 */
export async function goOn(
  { perform }: Pick<Deps, 'perform'>,
  req: Request,
  res: Response,
  { next }: { next: Subject | undefined },
): Promise<void> {
  const kind = kindOf(req);
  if (next) await perform(actorOf(req), (work) => claimItem(work, next)).catch(unlessTaken);
  res.redirect(303, next ? itemHref(next, kind) : queueHref(kind));
}

/** How many lines stand beside the item. */
const NEXT_UP = 10;

/** A colleague was quicker: the page will say who reads it. */
function unlessTaken(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
