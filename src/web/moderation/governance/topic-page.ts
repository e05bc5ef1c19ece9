import type {
  ListedStep,
  TopicGovernance,
} from '../../../moderation/governance/read-governance.ts';
import type { Mode } from '../../../moderation/governance/decide-mode.ts';
import type { GovernanceSettingRow } from '../../../moderation/rows.ts';
import type { Formats } from '../../format.ts';
import { form, type FieldOption, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Tabs } from '../../forum/tabs.ts';
import { governanceTabs, topicHref } from './area.ts';
import { figureWords, MODES, STEP_BECAUSE, stepFigures, type FigureWords } from './figure-words.ts';
import { nextWords } from './overview-page.ts';

/** One topic on the dial: where it stands, why, and how it came there. */
export type TopicPage = {
  title: string;
  tabs: Tabs;
  mode: { name: string; says: string; since: Date | null };
  figures: FigureWords;
  next: string;
  waiting: string;
  /** Undefined where there is nowhere to turn it to. */
  form: Form | undefined;
  steps: readonly StepLine[];
};

export type StepLine = { at: Date; what: string; figures: string; reason: string };

type Needs = {
  settings: GovernanceSettingRow;
  steps: readonly ListedStep[];
  formats: Formats;
  errors?: FieldErrors | undefined;
  typed?: Typed | undefined;
};

export function topicPage(topic: TopicGovernance, needs: Needs): TopicPage {
  const { settings, steps, formats, errors, typed } = needs;
  const { waiting } = topic;
  const ways = waysFrom(topic);
  return {
    title: `Governance of ${topic.name}`,
    tabs: governanceTabs('topics'),
    mode: { ...MODES[topic.mode], since: topic.since },
    figures: figureWords(topic.figures, formats),
    next: nextWords(topic, settings),
    waiting:
      waiting === 1
        ? '1 answer lies with stewards.'
        : `${formats.count(waiting)} answers lie with stewards.`,
    form: ways.length > 0 ? form(blank(topic, ways), errors, typed) : undefined,
    steps: steps.map((step) => stepLine(step, formats)),
  };
}

/** What happened in a step, with who did it where it was a person: for staff. */
function stepLine(step: ListedStep, formats: Formats): StepLine {
  const by = step.actor === null ? '' : ` by ${step.actor}`;
  const turned = `${MODES[step.from_mode].name} to ${MODES[step.to_mode].name}`;
  return {
    at: step.happened_at,
    what: `${turned}: ${STEP_BECAUSE[step.because]}${by}`,
    figures: stepFigures(step, formats),
    reason: step.reason,
  };
}

function blank(topic: TopicGovernance, options: readonly FieldOption[]) {
  return {
    action: topicHref(topic.slug),
    submit: 'Turn the dial',
    hidden: { from: topic.mode },
    fields: [
      { name: 'to', label: 'Turn to', kind: 'choices' as const, options },
      {
        ...{ name: 'reason', label: 'Why', kind: 'long' as const },
        hint: 'Kept in the log. That our team turned it is public, your words are not.',
      },
    ],
  };
}

/** Back whenever staff like; up one step, and only where nothing is missing. */
function waysFrom({ mode, lacks }: TopicGovernance): FieldOption[] {
  const up = lacks.length === 0 ? UP[mode] : [];
  return [...DOWN[mode], ...up].map((to) => ({
    value: to,
    label: MODES[to].name,
    hint: MODES[to].says,
  }));
}

const DOWN: Record<Mode, readonly Mode[]> = {
  staff: [],
  mixed: ['staff'],
  community: ['staff', 'mixed'],
};
const UP: Record<Mode, readonly Mode[]> = { staff: ['mixed'], mixed: ['community'], community: [] };
