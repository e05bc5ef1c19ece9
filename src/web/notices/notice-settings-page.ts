import type { TopicRow } from '../../forum/rows.ts';
import { timeZones } from '../../notices/change-quiet-hours.ts';
import { EVENTS, NOTICE_EVENTS, type EmailChoice } from '../../notices/events.ts';
import type { Quiet } from '../../notices/quiet-hours.ts';
import type { NoticePreferenceRow } from '../../notices/rows.ts';
import { form, type Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { type Aside, settingsAside } from '../members/account-page.ts';
import { EMAIL_CHOICES, LIST_CHOICES } from './notice-forms.ts';

/** How a member wants to be told of things, everywhere or in one topic, and when not. */
export type NoticeSettingsPage = {
  title: string;
  /** Undefined for every topic without a choice of its own. */
  topic: { slug: string; name: string } | undefined;
  topics: readonly { slug: string; name: string; chosen: boolean }[];
  events: readonly { name: string; email: Select; list: Select }[];
  quiet: Form;
  aside: Aside;
};

type Select = {
  name: string;
  label: string;
  options: readonly { value: string; label: string; chosen: boolean }[];
};

type Needs = {
  topics: readonly TopicRow[];
  topic: TopicRow | undefined;
  preferences: readonly NoticePreferenceRow[];
  quiet: Quiet;
  errors: FieldErrors | undefined;
  typed: Typed;
};

export function noticeSettingsPage(needs: Needs): NoticeSettingsPage {
  const { topics, topic, quiet, errors, typed } = needs;
  return {
    title: 'What we tell you',
    topic: topic && { slug: topic.slug, name: topic.name },
    topics: topics.map(({ id, slug, name }) => ({ slug, name, chosen: id === topic?.id })),
    events: NOTICE_EVENTS.map((event) => ({
      name: EVENTS[event].name,
      email: select(needs, event, 'email'),
      list: select(needs, event, 'in-app'),
    })),
    quiet: quietForm(quiet, errors, typed),
    aside: settingsAside,
  };
}

type Channel = NoticePreferenceRow['channel'];

function select({ topic, preferences }: Needs, event: keyof typeof EVENTS, channel: Channel) {
  const { name, usually } = EVENTS[event];
  const own = preferences.find(
    (row) => row.event === event && row.channel === channel && row.topic_id === (topic?.id ?? null),
  );
  const [words, values, usual] =
    channel === 'email'
      ? ([BY_EMAIL, EMAIL_CHOICES, BY_EMAIL[usually]] as const)
      : ([ON_SITE, LIST_CHOICES, ON_SITE['at-once']] as const);
  return {
    name: `${channel === 'email' ? 'email' : 'list'}-${event}`,
    label: `${name}, ${channel === 'email' ? 'by email' : 'on the site'}`,
    options: values.map((value) => ({
      value,
      label: value === '' ? (topic ? 'As everywhere' : `As usual: ${usual}`) : words[value],
      chosen: value === (own?.choice ?? ''),
    })),
  };
}

const BY_EMAIL: Record<EmailChoice, string> = {
  'at-once': 'At once',
  batched: 'Every ten minutes',
  daily: 'Once a day',
  off: 'Never',
};

const ON_SITE: Record<EmailChoice, string> = { ...BY_EMAIL, 'at-once': 'Yes', off: 'No' };

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const hours = HOURS.map((value) => ({ value, label: value }));
const hourOf = (minutes: number | null, usually: number) => HOURS[(minutes ?? usually * 60) / 60];

const quietForm = (quiet: Quiet, errors?: FieldErrors, typed?: Typed) =>
  form(
    {
      action: '/settings/notifications/quiet',
      submit: 'Save the hours',
      primary: false,
      fields: [
        {
          ...{ name: 'quiet', label: 'Quiet hours', kind: 'choices' },
          value: quiet.quiet_from === null ? 'no' : 'yes',
          options: [
            {
              value: 'yes',
              label: 'No emails between these hours',
              hint: 'They wait until after.',
            },
            { value: 'no', label: 'Emails at any hour' },
          ],
        },
        {
          ...{ name: 'quiet_from', label: 'From', kind: 'select', options: hours },
          value: hourOf(quiet.quiet_from, 21),
        },
        {
          ...{ name: 'quiet_to', label: 'To', kind: 'select', options: hours },
          value: hourOf(quiet.quiet_to, 8),
        },
        {
          ...{ name: 'time_zone', label: 'Where your clock is', kind: 'select' },
          options: timeZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
          value: quiet.time_zone,
        },
      ],
    },
    errors,
    typed,
  );
