import type { TopicId } from '../rows.ts';
import type { Scored } from './score.ts';

/** How many of the nearest are asked. */
const ASKED = 10;

/**
 * How near is near enough to tell a topic, by meaning and by letters alone. On BANKING77, higher
 * leaves more without a suggestion and makes no more of them right.
 */
const ENOUGH = { placed: 1.3, letters: 0.35 };

/**
 * The topic in which most of the nearest questions were asked, each counted by how near it is;
 * undefined where none is near enough, or where no topic has more than half of them.
 */
export function likelyTopic(near: readonly Scored[], by: keyof typeof ENOUGH): TopicId | undefined {
  const asked = near.slice(0, ASKED).filter(({ score }) => score >= ENOUGH[by]);
  const whole = asked.reduce((sum, { score }) => sum + score, 0);
  const shares = new Map<TopicId, number>();
  for (const { topic, score } of asked) shares.set(topic, (shares.get(topic) ?? 0) + score);
  return [...shares].find(([, share]) => share > whole / 2)?.[0];
}
