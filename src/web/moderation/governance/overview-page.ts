import type { TopicGovernance } from '../../../moderation/governance/read-governance.ts';
import type { GovernanceSettingRow } from '../../../moderation/rows.ts';
import type { Formats } from '../../format.ts';
import type { Tabs } from '../../forum/tabs.ts';
import { governanceTabs, topicHref } from './area.ts';
import { figureWords, lackWords, MODES, type FigureWords } from './figure-words.ts';

/** Every topic on the dial. */
export type OverviewPage = { title: string; tabs: Tabs; lede: string; topics: TopicLine[] };

type TopicLine = {
  name: string;
  href: string;
  mode: string;
  figures: FigureWords;
  /** What is missing for the next mode, in a line. */
  next: string;
};

export function overviewPage(
  topics: readonly TopicGovernance[],
  settings: GovernanceSettingRow,
  formats: Formats,
): OverviewPage {
  return {
    title: 'Governance',
    tabs: governanceTabs('topics'),
    lede: 'Who decides the checks of each topic, and by which figures that may change.',
    topics: topics.map((topic) => ({
      name: topic.name,
      href: topicHref(topic.slug),
      mode: MODES[topic.mode].name,
      figures: figureWords(topic.figures, formats),
      next: nextWords(topic, settings),
    })),
  };
}

/** What a topic needs to be turned up, in a line. */
export function nextWords(topic: TopicGovernance, settings: GovernanceSettingRow): string {
  if (topic.mode === 'community') return 'Nothing: it is the community’s.';
  const lacks = lackWords(topic.lacks, topic.figures, settings);
  if (lacks.length > 0) return `Needs ${lacks.join('; ')}.`;
  if (topic.mode === 'staff') return 'Can be opened to stewards.';
  return topic.turnedBack ? 'Qualifies, and waits for a person.' : 'Qualifies: it turns tonight.';
}
