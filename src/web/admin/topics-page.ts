import type { TopicRow } from '../../forum/rows.ts';
import { form, type Field, type Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { TOPIC_ICONS } from './admin-forms.ts';

/** All topics, and a form for another. */
export type TopicsPage = {
  title: string;
  topics: readonly (TopicRow & { first: boolean; last: boolean })[];
  archived: readonly TopicRow[];
  form: Form;
};

export function topicsPage(
  all: readonly TopicRow[],
  errors: FieldErrors = {},
  typed: Typed = {},
): TopicsPage {
  const listed = all.filter(({ archived_at }) => archived_at === null);
  const blank = { action: '/admin/topics', submit: 'Open the topic', fields: fields() };
  return {
    title: 'Topics',
    topics: listed.map((topic, index) => ({
      ...topic,
      first: index === 0,
      last: index === listed.length - 1,
    })),
    archived: all.filter(({ archived_at }) => archived_at !== null),
    form: form(blank, errors, typed),
  };
}

/** One topic's words, to be changed. */
export type TopicPage = { title: string; topic: TopicRow; form: Form };

export function topicPage(topic: TopicRow, errors: FieldErrors = {}, typed: Typed = {}): TopicPage {
  const action = `/admin/topics/${topic.slug}`;
  const blank = { action, submit: 'Save', fields: fields(topic) };
  return { title: `Change “${topic.name}”`, topic, form: form(blank, errors, typed) };
}

const fields = (topic?: TopicRow): Field[] => [
  { name: 'name', label: 'Name', value: topic?.name },
  {
    name: 'description',
    label: 'Description',
    hint: 'One line, at most 200 characters.',
    value: topic?.description,
    optional: true,
  },
  {
    name: 'icon',
    label: 'Picture',
    kind: 'select',
    value: topic?.icon ?? 'chat',
    options: TOPIC_ICONS.map((value) => ({ value, label: ICON_NAMES[value] })),
  },
];

const ICON_NAMES: Readonly<Record<(typeof TOPIC_ICONS)[number], string>> = {
  chat: 'Speech bubble',
  sim: 'SIM',
  bars: 'Bars of signal',
  globe: 'Globe',
  swap: 'Two arrows',
  bill: 'Bill',
  voicemail: 'Voicemail',
  phone: 'Phone',
  wifi: 'Wi-fi',
  mast: 'Mast',
  lock: 'Padlock',
  star: 'Star',
};
