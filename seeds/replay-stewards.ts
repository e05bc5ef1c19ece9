import assert from 'node:assert/strict';

import { setLevel } from '../src/members/change-level.ts';
import { acceptInvitation } from '../src/moderation/governance/answer-invitation.ts';
import { giveStewardOpinion } from '../src/moderation/governance/give-steward-opinion.ts';
import { inviteSteward } from '../src/moderation/governance/invite-steward.ts';
import { readStewardQueue } from '../src/moderation/governance/read-steward-queue.ts';
import { changeSettings, readSettings } from '../src/moderation/governance/settings.ts';
import { turnTopic } from '../src/moderation/governance/turn-topic.ts';
import { readUndertaking } from '../src/moderation/governance/undertakings.ts';
import type { Work } from '../src/work.ts';
import type { Handle } from './community/people.ts';
import { dated, memberNamed, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** The topic that staff opened to stewards, and the two who serve in it. */
const TOPIC = 'handsets';
const STEWARDS = ['Olu-Adeyemi', 'Moira-Fenn'] as const satisfies Handle[];

/** Two members sign and give first opinions in a topic; a third has yet to answer. */
export function replayStewards(stage: Stage): Happening[] {
  const on = dated(stage);
  return [
    on(35, '10:00', 'Ada', lowerTheBar),
    ...STEWARDS.flatMap((who, index) => [
      on(34, `10:0${String(index)}`, 'Ada', (work) => proven(work, stage, who)),
      on(34, `11:0${String(index)}`, 'Hannah', (work) => invite(work, stage, who, KNOWS)),
      on(33, `19:0${String(index)}`, who, (work) => sign(work, stage, who)),
    ]),
    on(32, '09:30', 'Marcus', openTopic),
    ...looks(31, 2).map(({ day, time, who }) =>
      on(day, time, who, (work) => judge(work, stage, who)),
    ),
    on(2, '11:40', 'Hannah', (work) => invite(work, stage, 'Tom', 'The steadiest of all')),
  ];
}

const KNOWS = 'Knows handsets from the shop floor';

/** Somebody looks at midday and in the afternoon, turn and turn about. */
const looks = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index).flatMap((day) => [
    { day, time: '13:00', who: STEWARDS[day % 2] ?? STEWARDS[0] },
    { day, time: '17:30', who: STEWARDS[(day + 1) % 2] ?? STEWARDS[0] },
  ]);

async function lowerTheBar(work: Work): Promise<void> {
  const {
    version,
    reason: _reason,
    changed_by: _by,
    changed_at: _at,
    ...values
  } = await readSettings(work.trx);
  const wanted = { ...values, steward_passed: 5, steward_share_percent: 90, steward_hours: 96 };
  const reason = 'A young community: five hundred passed checks are years away';
  await changeSettings(work, wanted, { reason, version });
}

const proven = (work: Work, stage: Stage, who: Handle) =>
  setLevel(work, memberNamed(stage, who).id, {
    ...{ level: 'guide', reason: 'Answered for us in a shop for years' },
  });

async function invite(work: Work, stage: Stage, who: Handle, reason: string): Promise<void> {
  const topic = await work.trx('topics').where({ slug: TOPIC }).first('id');
  assert(topic, 'the topic of the stewards is there');
  const inHalfAYear = new Date(work.at.getTime() + 182 * 86_400_000);
  await inviteSteward(work, {
    ...{ memberId: memberNamed(stage, who).id, topics: [topic.id], reason },
    reviewOn: inHalfAYear.toISOString().slice(0, 10),
  });
}

async function sign(work: Work, stage: Stage, who: Handle): Promise<void> {
  const { version } = await readUndertaking(work.trx);
  await acceptInvitation(work, { signature: memberNamed(stage, who).name, version });
}

async function openTopic(work: Work): Promise<void> {
  const topic = await work.trx('topics').where({ slug: TOPIC }).first('id');
  assert(topic, 'the topic of the stewards is there');
  const reason = 'Olu and Moira have both signed, and most handset questions are plain ones';
  await turnTopic(work, topic.id, { from: 'staff', to: 'mixed', reason });
}

/** Whatever waits for this steward just then gets a pass: so far nothing has been wrong. */
async function judge(work: Work, stage: Stage, who: Handle): Promise<void> {
  const settings = await readSettings(work.trx);
  const steward = memberNamed(stage, who);
  const items = await readStewardQueue(work.trx, steward, { ...settings, limit: 5, at: work.at });
  for (const { id } of items) {
    const { rows } = await work.trx.raw<{ rows: [{ version: number }] }>(
      `select n.version from audits a
         join acceptances c on c.id = a.acceptance_id
         join answers n on n.id = c.answer_id
        where a.id = ?`,
      [id],
    );
    const said = { verdict: 'pass', reason: null, note: '', version: rows[0].version } as const;
    await giveStewardOpinion(work, stage.markdown, id, said);
  }
}
