import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { Markdown } from '../src/forum/markdown.ts';
import type { AnswerId, QuestionId } from '../src/forum/rows.ts';
import type { MemberRow } from '../src/members/rows.ts';
import type { Actor, Perform, Work } from '../src/work.ts';
import type { Handle } from './community/people.ts';
import { threads } from './community/threads.ts';
import type { Calendar, Happening } from './timeline.ts';

/** Where the demonstration is replayed: a moved clock, and who and what has appeared so far. */
export type Stage = {
  db: Knex;
  perform: Perform;
  /** The same, and members are told of it as they would be now. */
  performTold: Perform;
  markdown: Markdown;
  calendar: Calendar;
  members: Map<Handle, MemberRow>;
  questions: Map<object, QuestionId>;
  answers: Map<object, AnswerId>;
};

/** Carries out a command as one of the demonstration's people. */
export async function as<T>(
  stage: Stage,
  who: Handle,
  command: (work: Work) => Promise<T>,
): Promise<T> {
  return stage.perform(memberNamed(stage, who), command);
}

/** The same, and members are told of it. */
export const asTold = <T>(
  stage: Stage,
  who: Handle,
  command: (work: Work) => Promise<T>,
): Promise<T> => stage.performTold(memberNamed(stage, who), command);

/** Since when members are told of what happens in threads: older news is none. */
const toldSince = ({ calendar }: Stage): Date => calendar.daysAgo(1, '07:00');

/** Carries out what somebody did at an instant; members are told of it if that is lately. */
export const asThen = <T>(
  stage: Stage,
  at: Date,
  who: Handle,
  command: (work: Work) => Promise<T>,
): Promise<T> => (at < toldSince(stage) ? as : asTold)(stage, who, command);

export function memberNamed({ members }: Stage, who: Handle): MemberRow & Actor {
  const member = members.get(who);
  assert(member, `${who} has joined before acting`);
  return member;
}

/** What a thread or a reply became when it was posted. */
export function posted<Id>(ids: Map<object, Id>, script: object): Id {
  const id = ids.get(script);
  assert(id !== undefined, 'a post is made before anything happens to it');
  return id;
}

/** The question of the thread with this title. */
export const questionTitled = (stage: Stage, title: string): QuestionId =>
  posted(stage.questions, threadTitled(title));

/** What somebody answered in the thread with this title. */
export function answerTo(stage: Stage, title: string, by: Handle): AnswerId {
  const reply = threadTitled(title).answers.find((one) => one.by === by);
  assert(reply, `${by} answers “${title}”`);
  return posted(stage.answers, reply);
}

function threadTitled(title: string) {
  const thread = threads.find((one) => one.title === title);
  assert(thread, `somebody asks “${title}”`);
  return thread;
}

/** Says what somebody did so many days ago, at a local time. */
export const dated = (stage: Stage): Dated => datedBy(stage, as);

/** The same, and members are told of it. */
export const toldOf = (stage: Stage): Dated => datedBy(stage, asTold);

type Dated = (
  days: number,
  time: string,
  who: Handle,
  command: (work: Work) => Promise<unknown>,
) => Happening;

const datedBy =
  (stage: Stage, carryOut: typeof as): Dated =>
  (days, time, who, command) => ({
    at: stage.calendar.daysAgo(days, time),
    happen: () => carryOut(stage, who, command),
  });

/** Says what somebody did so many minutes after the question was asked. */
export type Tell = (
  after: number,
  who: Handle,
  command: (work: Work) => Promise<unknown>,
) => Happening;

/** One after another, from so many minutes on, a little over half an hour apart. */
export const spread = (
  who: readonly Handle[],
  from: number,
  say: (after: number, who: Handle) => Happening,
): Happening[] => who.map((name, index) => say(from + index * 37, name));
