import type { TopicId } from '../../forum/rows.ts';
import { actorId, type Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { GovernanceSettingRow, GovernanceStepRow, TopicModeRow } from '../rows.ts';
import type { Mode } from './decide-mode.ts';
import type { Figures } from './figures.ts';
import { handOver } from './turns.ts';

/** One step of the dial, and what it rests on. */
export type Step = {
  to: Mode;
  because: GovernanceStepRow['because'];
  reason: string;
  figures: Figures;
  settings: Pick<GovernanceSettingRow, 'version'>;
};

const ORDER: readonly Mode[] = ['staff', 'mixed', 'community'];

/** Whether a step gives the community more to decide. */
export const isUpward = (from: Mode, to: Mode) => ORDER.indexOf(to) > ORDER.indexOf(from);

/** A topic's place on the dial, held still; it is with staff where nobody ever turned it. */
export async function holdMode(work: Work, topicId: TopicId): Promise<TopicModeRow> {
  const first = { topic_id: topicId, evidence_from: work.at, changed_at: work.at };
  await work.trx('topic_modes').insert(first).onConflict('topic_id').ignore();
  const row = await work.trx('topic_modes').where({ topic_id: topicId }).forUpdate().first();
  return row ?? { ...first, mode: 'staff', turned_back: false };
}

/** Turns the dial of a topic that the caller holds, writes the step down, and moves what waits. */
export async function takeStep(work: Work, topic: TopicModeRow, step: Step): Promise<void> {
  const { topic_id, mode: from } = topic;
  const up = isUpward(from, step.to);
  await writeStep(work, topic, step);
  await work
    .trx('topic_modes')
    .where({ topic_id })
    .update({
      ...{ mode: step.to, changed_at: work.at, turned_back: !up && step.because === 'by-hand' },
      // What fell, or is opened to stewards anew, earns its figures anew.
      ...(step.to === 'community' ? {} : { evidence_from: work.at }),
    });
  await moveTurns(work, topic_id, step.to);
  const subject = `topic:${String(topic_id)}`;
  const reason = step.reason === '' ? step.because : step.reason;
  await logAct(work, { act: 'governance-turned', subject, reason, note: `${from} to ${step.to}` });
}

async function writeStep(
  work: Work,
  { topic_id, mode }: TopicModeRow,
  { to, because, reason, figures, settings }: Step,
): Promise<void> {
  const { audits, errors, errorBound, kappa, stewards } = figures;
  await work.trx('governance_steps').insert({
    ...{ topic_id, from_mode: mode, to_mode: to, because, reason, actor_id: actorId(work) },
    ...{ audits, errors, error_bound_ppm: inMillionths(errorBound), stewards },
    kappa_ppm: kappa ? inMillionths(kappa.kappa) : null,
    ...{ settings_version: settings.version, happened_at: work.at },
  });
}

const inMillionths = (share: number) => Math.round(share * 1_000_000);

/** What lies with stewards is theirs under the new mode, or goes to staff. */
async function moveTurns(work: Work, topic_id: TopicId, to: Mode): Promise<void> {
  const open = work.trx('steward_audits').where({ topic_id, ended_at: null });
  if (to === 'staff') {
    const ids = await open.orderBy('audit_id').pluck('audit_id');
    for (const id of ids) await handOver(work, id, 'turned-back');
    return;
  }
  const judged = await open
    .clone()
    .whereIn('audit_id', work.trx('audit_opinions').where({ undone_at: null }).select('audit_id'))
    .orderBy('audit_id')
    .pluck('audit_id');
  await open.update({ mode: to });
  if (to === 'mixed') for (const id of judged) await handOver(work, id, 'opinion');
}
