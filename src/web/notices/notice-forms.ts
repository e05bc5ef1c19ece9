import { z } from 'zod';

import type { TopicRow } from '../../forum/rows.ts';
import { NOTICE_EVENTS } from '../../notices/events.ts';
import type { Wish } from '../../notices/preferences.ts';
import type { Quiet } from '../../notices/quiet-hours.ts';
import { oneOf } from '../forms.ts';

/** How one is mailed; '' is as everywhere, or as usual. */
export const EMAIL_CHOICES = ['', 'at-once', 'batched', 'daily', 'off'] as const;
/** Whether it is in the list on the site. */
export const LIST_CHOICES = ['', 'at-once', 'off'] as const;

const fields = NOTICE_EVENTS.flatMap((event) => [
  [`email-${event}`, oneOf(EMAIL_CHOICES, 'Choose one of these.').default('')] as const,
  [`list-${event}`, oneOf(LIST_CHOICES, 'Choose one of these.').default('')] as const,
]);

/** What a member wants, by event and way; the fields are named `email-answers` and so on. */
export const WishesForm = z
  .object({ topic: z.string().max(100).default('') })
  .extend(Object.fromEntries(fields));

export function wishesIn(form: Record<string, unknown>, topic: TopicRow | undefined): Wish[] {
  const chosen = (name: string) => (form[name] || undefined) as Wish['choice'];
  const topicId = topic?.id ?? null;
  return NOTICE_EVENTS.flatMap((event) => [
    { event, topicId, channel: 'email', choice: chosen(`email-${event}`) },
    { event, topicId, channel: 'in-app', choice: chosen(`list-${event}`) },
  ]);
}

const hour = z
  .string('Choose an hour.')
  .regex(/^(?:[01]\d|2[0-3]):00$/, 'Choose an hour.')
  .transform((text) => Number(text.slice(0, 2)) * 60);

export const QuietForm = z.object({
  quiet: oneOf(['yes', 'no'], 'Say whether you want quiet hours.'),
  quiet_from: hour,
  quiet_to: hour,
  time_zone: z.string('Choose one of the places.').max(100, 'Choose one of the places.'),
});

export const quietIn = (form: z.output<typeof QuietForm>): Quiet => ({
  ...{ time_zone: form.time_zone },
  quiet_from: form.quiet === 'yes' ? form.quiet_from : null,
  quiet_to: form.quiet === 'yes' ? form.quiet_to : null,
});
