import type { TopicId } from '../../forum/rows.ts';
import { Conflict, Invalid } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { lacksForCommunity, lacksForMixed, type Mode } from './decide-mode.ts';
import { actingGovernor } from './permissions.ts';
import { readFigures } from './read-figures.ts';
import { readSettings } from './settings.ts';
import { holdMode, isUpward, takeStep } from './take-step.ts';

/**
 * A moderator or an admin turns a topic's dial by hand, for a reason that is kept: back whenever
 * they like, up one step and only where the topic qualifies.
 */
export async function turnTopic(
  work: Work,
  topicId: TopicId,
  { to, reason, from }: { to: Mode; reason: string; from: Mode },
): Promise<void> {
  actingGovernor(work);
  const topic = await holdMode(work, topicId);
  if (topic.mode !== from) {
    throw new Conflict('The dial of this topic has turned meanwhile. Look at its figures again.');
  }
  if (topic.mode === to) throw new Invalid({ to: 'The topic is there already.' });
  const settings = await readSettings(work.trx);
  const figures = await readFigures(work.trx, topic, settings);
  if (isUpward(topic.mode, to)) {
    if (topic.mode === 'staff' && to === 'community') throw new Invalid({ to: ONE_STEP });
    const lacks = to === 'mixed' ? lacksForMixed(figures) : lacksForCommunity(figures, settings);
    if (lacks.length > 0) throw new Conflict(NOT_YET);
  }
  await takeStep(work, topic, { to, because: 'by-hand', reason, figures, settings });
}

const ONE_STEP = 'One step at a time: stewards give first opinions before they decide.';
const NOT_YET = 'This topic doesn’t qualify yet. The page says what is missing.';
