import type { Knex } from 'knex';
import type { CountryCode } from 'libphonenumber-js/max';

import type { EventName, Events } from './events.ts';
import type { AnswerId, QuestionId, QuestionMergeId, TopicId } from './forum/rows.ts';
import type { MemberId, MemberRow } from './members/rows.ts';
import type { MailId } from './notices/rows.ts';
import { NotSignedIn } from './refusals.ts';

/** Who changes something: a member, the system itself, or somebody who has not signed in. */
export type Actor = MemberRow | 'system' | 'visitor';

/** What the operator has set for the whole community. */
export type Operator = {
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name: days and months begin at its midnight. */
  readonly timeZone: string;
  readonly siteName: string;
  /** ISO 3166: how telephone numbers without a country code are read. */
  readonly country: CountryCode;
  /** The operator's own telephone numbers, which anybody may know. */
  readonly ownNumbers: readonly string[];
  /** Where the site is reached from outside, without a slash at the end. */
  readonly siteUrl: string;
  /** Where replies to mails come in; undefined where none do. */
  readonly replyDomain?: string | undefined;
};

/** What is left to a job, by name, with what the job needs to know. */
export type Tasks = {
  'send-mail': { mailId: MailId };
  'tell-followers': { questionId: QuestionId; answerId: AnswerId | null };
  'tell-topic-followers': { questionId: QuestionId };
  'tell-of-merge': { mergeId: QuestionMergeId };
  'weigh-around': { memberId: MemberId };
  /** A topic's dial is looked at again: something that it goes by has changed. */
  'review-governance': { topicId: TopicId };
};

/** Tasks of a lane run one after the other: a slow mail server keeps one worker busy, not all. */
const LANES: Partial<Record<keyof Tasks, string>> = { 'send-mail': 'mails' };

/**
 * One actor, one instant, one transaction.
 *
 * Every change to the community is made inside a Work. It names who acts, reads the clock once,
 * and holds the transaction in which all of it happens or none of it does.
 */
export type Work = {
  readonly trx: Knex.Transaction;
  readonly actor: Actor;
  readonly at: Date;
  readonly operator: Operator;
  /** Says that something happened, and carries out what follows from it before returning. */
  record<Name extends EventName>(name: Name, details: Events[Name]): Promise<void>;
  /** Leaves something for a job, from the instant `runAt` on; nothing if the work is rolled back. */
  enqueue<Name extends keyof Tasks>(
    name: Name,
    payload: Tasks[Name],
    options?: { runAt?: Date },
  ): Promise<void>;
};

export type Reaction<Name extends EventName> = (work: Work, details: Events[Name]) => Promise<void>;
export type Reactions = { readonly [Name in EventName]: readonly Reaction<Name>[] };

/** Carries out a command on somebody's behalf, whole or not at all. */
export type Perform = <T>(actor: Actor, command: (work: Work) => Promise<T>) => Promise<T>;

/** What every unit of work is built from. */
export type Foundations = {
  readonly db: Knex;
  readonly reactions: Reactions;
  readonly operator: Operator;
  readonly now: () => Date;
};

export function performer(foundations: Foundations): Perform {
  return (actor, command) =>
    foundations.db.transaction((trx) => command(openWork(trx, actor, foundations)));
}

/** The member who acts; everybody else is asked to sign in. */
export function actingMember(work: Work): MemberRow {
  if (typeof work.actor === 'string') throw new NotSignedIn();
  return work.actor;
}

/** The acting member's id, or null where the system or a visitor acts. */
export const actorId = ({ actor }: Pick<Work, 'actor'>) =>
  typeof actor === 'string' ? null : actor.id;

function openWork(trx: Knex.Transaction, actor: Actor, foundations: Foundations): Work {
  const { reactions, operator, now } = foundations;
  const at = now();
  const work: Work = {
    trx,
    actor,
    at,
    operator,
    async record(name, details) {
      await trx('events').insert({ name, details, actor_id: actorId(work), happened_at: at });
      for (const react of reactions[name]) await react(work, details);
    },
    async enqueue(name, payload, { runAt = at } = {}) {
      await trx.raw(
        'select graphile_worker.add_job(?, ?::json, run_at => ?, queue_name => ?::text)',
        [name, JSON.stringify(payload), runAt, LANES[name] ?? null],
      );
    },
  };
  return work;
}
