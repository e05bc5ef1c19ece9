import type { ThreadAnswer } from '../../forum/thread.ts';
import type { Formats } from '../format.ts';
import { KEPT } from '../kept-words.ts';
import type { IconName } from '../look/icons.ts';
import { failReasons } from '../moderation/audits/fail-reasons.ts';
import { answerPath } from './paths.ts';
import type { CopiedAnswer, Outcome } from './question-outcomes.ts';
import { UNPAID_BECAUSE } from './words.ts';

/** One step on an answer's way from being written to being paid. */
export type Step = {
  tone: 'done' | 'paid' | 'now' | 'plain';
  icon: IconName;
  text: string;
  /** What the step points to. */
  link?: { href: string; label: string } | undefined;
  /** Undefined for what has not happened yet. */
  at: Date | undefined;
};

export type Timeline = { steps: readonly Step[]; label: string };

type Story = {
  /** Whether to say why the rules pay nothing, or not yet: for whoever wrote the answer and for moderators. */
  candid: boolean;
  formats: Pick<Formats, 'money' | 'day'>;
};

/** How an answer was checked and paid, step by step; none for one that was never accepted. */
export function timeline(
  answer: Pick<ThreadAnswer, 'author' | 'answered_at'>,
  outcomes: readonly Outcome[],
  story: Story,
): Step[] {
  if (outcomes.length === 0) return [];
  const { name } = answer.author;
  const posted = done('chat', `${name} posted this answer`, answer.answered_at);
  return [posted, ...outcomes.flatMap((outcome) => stepsOf(outcome, name, story))];
}

/** By their instants; of those at the same instant, in the order in which they are told. */
function stepsOf(outcome: Outcome, author: string, story: Story): Step[] {
  const { acceptance, verdict } = outcome;
  const happened = [
    accepted(outcome, story),
    ...(verdict ? [checked(verdict)] : []),
    ...(acceptance.doubted_at ? [doubted(acceptance.doubted_at, acceptance.asker_name)] : []),
    ...(acceptance.withdrawn_at ? [withdrawn(outcome)] : []),
    ...settled(outcome, author, story),
  ].sort((one, two) => (one.at?.getTime() ?? 0) - (two.at?.getTime() ?? 0));
  return [...happened, ...pending(outcome, story)];
}

function accepted({ acceptance, reward }: Outcome, { candid, formats }: Story): Step {
  const asker = acceptance.asker_name;
  const at = acceptance.accepted_at;
  const theirs = acceptance.accepted_by === acceptance.asker_id;
  const who = theirs ? asker : `Our team, on ${asker}’s behalf,`;
  if (!reward) return done('check', `${who} accepted it`, at);
  if (reward.refusal !== null) {
    const why = candid ? `: ${UNPAID_BECAUSE[reward.refusal]}` : '';
    const step = done('check', `${who} accepted it. No credit${why}`, at);
    return {
      ...step,
      link: candid && reward.copy_of ? linkTo(reward.copy_of, formats) : undefined,
    };
  }
  const amount = formats.money(reward.amount_minor, reward.currency);
  return done('check', `${who} accepted it and ${amount} was set aside`, at);
}

const linkTo = ({ author, at, answer, ...question }: CopiedAnswer, { day }: Story['formats']) => ({
  href: answerPath(question, answer),
  label: `${author}’s answer of ${day(new Date(at))}`,
});

function checked({
  verdict,
  reason,
  moderator,
  decided_at,
}: NonNullable<Outcome['verdict']>): Step {
  if (verdict === 'pass') return done('shield', `${moderator} passed the check`, decided_at);
  if (verdict === 'fix') {
    return done('shield', `${moderator} mended a detail and passed the check`, decided_at);
  }
  const ground = reason === null ? '' : `: ${failReasons[reason].toLowerCase()}`;
  return plain('x', `${moderator} could not confirm it${ground}`, decided_at);
}

const doubted = (at: Date, asker: string): Step =>
  plain('undo', `${asker} said that it is not solved after all`, at);

function withdrawn({ acceptance }: Outcome): Step {
  const asker = acceptance.asker_name;
  const words = {
    asker: `${asker} withdrew the acceptance`,
    'another-accepted': `${asker} accepted another answer instead`,
    'not-solved': `${asker} said that no answer solved it alone`,
    removed: 'Our team removed it',
  };
  const because = acceptance.withdrawn_because ?? 'asker';
  return plain('undo', words[because], acceptance.withdrawn_at ?? undefined);
}

function settled({ reward }: Outcome, author: string, { formats }: Story): Step[] {
  if (!reward) return [];
  const at = reward.changed_at;
  const amount = formats.money(reward.amount_minor, reward.currency);
  if (reward.state === 'released') {
    return [{ tone: 'paid', icon: 'star', text: `${amount} added to ${author}’s balance`, at }];
  }
  if (reward.state === 'voided') return [plain('x', `${amount} was not paid`, at)];
  return reward.state === 'clawed-back' ? [plain('undo', `${amount} was taken back`, at)] : [];
}

/** What an answer still waits for. */
function pending({ waiting, reward }: Outcome, { candid, formats }: Story): Step[] {
  if (waiting) return [next('shield', 'Our team is going to check it')];
  if (!reward || !['waiting', 'held'].includes(reward.state)) return [];
  const amount = formats.money(reward.amount_minor, reward.currency);
  if (reward.state === 'waiting') {
    return [next('clock', `${amount} waits: this month’s budget for rewards is used up`)];
  }
  if (candid && reward.keeping !== null)
    return [next('clock', `${amount} ${KEPT[reward.keeping]}`)];
  if (reward.cleared_because === null) {
    const day = formats.day(reward.hold_until);
    return [next('clock', `${amount} is added on ${day} unless something turns up`)];
  }
  return [next('clock', `${amount} is not added yet`)];
}

type At = Date | undefined;

const done = (icon: IconName, text: string, at: At): Step => ({ tone: 'done', icon, text, at });
const plain = (icon: IconName, text: string, at: At): Step => ({ tone: 'plain', icon, text, at });
const next = (icon: IconName, text: string): Step => ({ tone: 'now', icon, text, at: undefined });
