import type { Knex } from 'knex';

import type { TopicId, TopicRow } from '../../forum/rows.ts';
import type { GovernanceSettingRow, GovernanceStepRow } from '../rows.ts';
import { lacksForCommunity, lacksForMixed, type Lack, type Mode } from './decide-mode.ts';
import { figuresOf, type DoubleAudit, type Figures } from './figures.ts';

/** Where a topic stands on the dial. */
export type TopicGovernance = Pick<TopicRow, 'id' | 'slug' | 'name'> & {
  mode: Mode;
  /** When the dial was turned last; null where it never was. */
  since: Date | null;
  /** A person turned it back, so that it does not rise by itself. */
  turnedBack: boolean;
  figures: Figures;
  /** What it lacks for the mode above; nothing where there is none above. */
  lacks: Lack[];
  /** Audits that lie with its stewards. */
  waiting: number;
};

/** Every topic that takes questions, or the one of that address, with its figures. */
export async function readGovernance(
  db: Knex,
  settings: GovernanceSettingRow,
  slug?: string,
): Promise<TopicGovernance[]> {
  const [topics, doubles] = await Promise.all([
    db.raw<{ rows: TopicColumns[] }>(TOPICS, { slug: slug ?? null }),
    db.raw<{ rows: DoubleColumns[] }>(DOUBLES, {
      slug: slug ?? null,
      window: settings.window_size,
    }),
  ]);
  return topics.rows.map(({ stewards, ...topic }) => {
    const own = doubles.rows.filter(({ topic_id }) => topic_id === topic.id);
    const figures = figuresOf(own, stewards);
    return { ...topic, figures, lacks: lacksOf(topic.mode, figures, settings) };
  });
}

/** A step of the dial, with who turned it where it was a person. */
export type ListedStep = GovernanceStepRow & { actor: string | null };

/** The steps of a topic, the newest first. */
export const readSteps = (db: Knex, topicId: TopicId): Promise<ListedStep[]> =>
  db('governance_steps')
    .leftJoin('members', 'members.id', 'governance_steps.actor_id')
    .where({ topic_id: topicId })
    .orderBy('governance_steps.id', 'desc')
    .limit(50)
    .select('governance_steps.*', 'members.name as actor');

type TopicColumns = Omit<TopicGovernance, 'figures' | 'lacks'> & { stewards: number };
type DoubleColumns = DoubleAudit & { topic_id: TopicId };

function lacksOf(mode: Mode, figures: Figures, settings: GovernanceSettingRow): Lack[] {
  if (mode === 'staff') return lacksForMixed(figures);
  return mode === 'mixed' ? lacksForCommunity(figures, settings) : [];
}

const TOPICS = `
  select t.id, t.slug, t.name, coalesce(g.mode, 'staff') as mode, g.changed_at as since,
         coalesce(g.turned_back, false) as "turnedBack",
         (select count(*)::int from steward_topics st
            join stewards s on s.id = st.steward_id and s.state = 'serving'
           where st.topic_id = t.id) as stewards,
         (select count(*)::int from steward_audits w
           where w.topic_id = t.id and w.ended_at is null) as waiting
    from topics t
    left join topic_modes g on g.topic_id = t.id
   where (t.archived_at is null or g.mode <> 'staff')
     and (cast(:slug as text) is null or t.slug = :slug)
   order by t.position, t.id`;

const DOUBLES = `
  select d.topic_id, d.stewards, d.staff
    from topic_modes g
    join topics t on t.id = g.topic_id
   cross join lateral (
     select o.* from double_audits o
      where o.topic_id = g.topic_id and o.withdrawn_at is null and o.made_at > g.evidence_from
      order by o.made_at desc, o.id desc
      limit :window) as d
   where cast(:slug as text) is null or t.slug = :slug`;
