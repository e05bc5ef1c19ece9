import { saveText } from '../src/canned/save-text.ts';
import { actOnBatch } from '../src/moderation/bulk/act-on-batch.ts';
import { readTargets } from '../src/moderation/bulk/read-targets.ts';
import { setSummary } from '../src/moderation/posts/set-summary.ts';
import type { Subject } from '../src/moderation/queue/items.ts';
import { dated, memberNamed, questionTitled, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** What moderators keep at the desk, two threads in short, and several passed in one go today. */
export function replayDesk(stage: Stage): Happening[] {
  const on = dated(stage);
  const { markdown, calendar } = stage;
  const summary = (days: number, time: string, title: string, text: string) =>
    on(days, time, 'Hannah', (work) =>
      setSummary(work, markdown, { question: questionTitled(stage, title), text }),
    );
  return [
    ...NOTES.map((note, index) =>
      on(60, `10:0${String(index)}`, 'Marcus', (work) =>
        saveText(work, 'audit-note', { id: undefined, ...note }),
      ),
    ),
    summary(
      89,
      '11:00',
      'Direct Debit taken twice this month, how do I get the second one back?',
      BANK,
    ),
    summary(1, '13:05', 'eSIM stuck on ‘Activating’ after moving to a new iPhone', ESIM),
    { at: calendar.daysAgo(0, '09:20'), happen: () => passSeveral(stage) },
  ];
}

const NOTES = [
  {
    title: 'Price out of date',
    body: 'Thank you, {author}. The price has changed since: our price list under {topic} has it.',
  },
  {
    title: 'In your own words',
    body: 'This is word for word from another page. Say what you tried yourself, and link to it.',
  },
  {
    title: 'Better in private',
    body: 'Please ring {support_number} about this, {author}: on {site} everybody can read it.',
  },
];

const BANK =
  'Check that neither payment is still pending. Then ring 4444 or claim under the Direct Debit ' +
  'Guarantee: one of the two, not both.';
const ESIM =
  'Delete the line on the old phone first. Then ask for a new code in My Goodline, scan it on ' +
  'Wi-Fi and put aeroplane mode on for 30 seconds. After an hour, ask our team privately.';

/** Two that were drawn for nothing in particular, and do not wait for stewards. */
async function passSeveral(stage: Stage): Promise<void> {
  const { db, perform, markdown, calendar } = stage;
  const hannah = memberNamed(stage, 'Hannah');
  const { rows: subjects } = await db.raw<{ rows: Subject[] }>(
    `select i.kind, i.subject_id from queue_items i
       join audits a on a.id = i.subject_id
       join questions q on q.id = i.question_id
      where i.kind = 'audit' and i.state = 'waiting' and i.risk < 3
        and a.opinions_wanted = 1
        and not exists (select from topic_modes m where m.topic_id = q.topic_id and m.mode <> 'staff') and not ? = any(i.barred)
      order by i.opened_at, i.id limit 2`,
    [hannah.id],
  );
  const chosen = await readTargets(db, hannah, { subjects, at: calendar.now });
  const bulk = { code: 'pass', note: 'Clear, and tried out by whoever asked.' } as const;
  await actOnBatch({ perform, markdown }, hannah, { bulk, chosen });
}
