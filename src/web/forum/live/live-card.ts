import type { Help, LiveState, Stage } from '../../../forum/live/live-state.ts';
import type { Wait } from '../../../forum/waits/read-wait.ts';
import { usualWait } from '../wait-words.ts';
import type { Pages } from '../../pages.ts';

/** How far a question is, for everybody who reads it. */
export type LiveCard = {
  /** Where it is heard of; under `/q/:id`. */
  stream: string;
  answers: number;
  /** The newest answer that stands on the page, or 0. */
  latest: number;
  /** Who is writing, in a sentence; empty for nobody. */
  note: string;
  /** How soon somebody answers, in a sentence; empty once somebody has. */
  wait: string;
} & LiveSteps;

/** Where a member says that they are writing an answer, and whether they have. */
export type AnsweringForm = { action: string; writing: boolean };

/** The steps of a question, up to where it is. */
export type LiveSteps = {
  steps: readonly { label: string; state: 'past' | 'here' | 'ahead' }[];
  /** Who is asked to answer it; undefined where nobody has to be. */
  help: HelpLine | undefined;
};

/** Who has been asked, in a sentence; since when our team has it, or until when it waits for that. */
type HelpLine = { asked: string } & Pick<Help, 'teamSince' | 'teamDue'>;

/** What the page shows already, and whether its reader is one of those who write. */
type Shown = Pick<LiveCard, 'answers' | 'latest'> & { writing: boolean; wait: Wait | undefined };

export function liveCard(state: LiveState, { answers, latest, writing, wait }: Shown): LiveCard {
  return {
    stream: `/q/${String(state.id)}/live`,
    ...{ answers, latest },
    note: noteOf(state, writing),
    wait: answers === 0 && typeof wait === 'object' ? usualWait(wait) : '',
    ...liveSteps(state),
  };
}

/** What a page is told when a question moves, as one line of JSON. */
export function liveMessage(state: LiveState, fill: Pages['fill']): string {
  return JSON.stringify({
    steps: fill('forum/_live-steps', liveSteps(state)),
    ...{ note: noteOf(state, false), noteToWriter: noteOf(state, true) },
    ...{ answers: state.answers, latest: state.latest ?? 0, solved: state.stage === 'solved' },
  });
}

const STAGES: readonly [Stage, string][] = [
  ['posted', 'Posted'],
  ['seen', 'Seen'],
  ['being-answered', 'Being answered'],
  ['answered', 'Answered'],
  ['solved', 'Solved'],
];

const liveSteps = (state: LiveState): LiveSteps => ({
  steps: stepsOf(state),
  help: state.help && { ...state.help, asked: askedWords(state.help) },
});

function askedWords({ asked, topic }: Help): string {
  if (asked === 0) return '';
  const people = asked === 1 ? 'somebody who knows' : `${String(asked)} people who know`;
  return `We have asked ${people} ${topic}.`;
}

function stepsOf({ stage }: LiveState): LiveSteps['steps'] {
  const here = STAGES.findIndex(([name]) => name === stage);
  return STAGES.map(([, label], nth) => ({
    label,
    state: nth < here ? 'past' : nth === here ? 'here' : 'ahead',
  }));
}

function noteOf({ writers, stage }: LiveState, writing: boolean): string {
  const others = writing ? writers - 1 : writers;
  if (others < 1 || stage === 'solved') return '';
  if (others === 1) return `Somebody${writing ? ' else' : ''} is writing an answer.`;
  return `${String(others)} ${writing ? 'others' : 'people'} are writing an answer.`;
}
