import { PIN_DAYS_MOST } from '../../../forum/threads/pin-question.ts';
import type { PairMember } from '../../../forum/threads/read-pair.ts';
import type { QuestionPinRow, QuestionRow, TopicRow } from '../../../forum/rows.ts';
import { form, type Field, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';

/** What a moderator does to a whole thread: a form for each. */
export type KeepPage = {
  title: string;
  errors: Form['errors'];
  sections: readonly { id: string; title: string; text: string; form: Form }[];
  back: string;
};

export type KeepAct = 'move' | 'lock' | 'pin' | 'unpin';

type Needs = {
  topics: readonly TopicRow[];
  question: Pick<QuestionRow, 'topic_id' | 'locked_at'>;
  pins: readonly QuestionPinRow[];
  /** Which form was refused. */
  refused?: KeepAct | undefined;
  errors?: FieldErrors | undefined;
  typed?: Typed | undefined;
};

export function keepPage(member: PairMember, needs: Needs): KeepPage {
  const path = `/q/${String(member.id)}`;
  const sections = [
    moving(needs),
    locking(needs),
    pinning(),
    ...(needs.pins.length > 0 ? [unpinning(needs)] : []),
  ].map(({ id, title, text, fields, submit, hidden }) => {
    const refused = needs.refused === id;
    const blank = { id, action: `${path}/${id}`, submit, fields, hidden, primary: false };
    return {
      ...{ id, title, text },
      form: form(blank, refused ? needs.errors : {}, refused ? needs.typed : {}),
    };
  });
  return {
    ...{ title: `Move, lock or pin “${member.title}”`, sections },
    errors: sections.flatMap((section) => section.form.errors),
    back: questionPath(member),
  };
}

type Section = {
  id: KeepAct;
  title: string;
  text: string;
  submit: string;
  fields: readonly Field[];
  hidden: Readonly<Record<string, string>>;
};

const LOGGED: Field = {
  ...{ name: 'reason', label: 'Why', kind: 'long', hint: 'It stays in our own log.' },
};

const moving = ({ topics, question }: Needs): Section => ({
  ...{ id: 'move', title: 'Move it to another topic', submit: 'Move it', hidden: {} },
  text: 'Its address, answers and followers stay as they are.',
  fields: [
    {
      ...{ name: 'topic', label: 'Topic', kind: 'select' },
      options: topics
        .filter(({ id }) => id !== question.topic_id)
        .map(({ slug, name }) => ({ value: slug, label: name })),
    },
    LOGGED,
  ],
});

const locking = ({ question }: Needs): Section =>
  question.locked_at === null
    ? {
        ...{ id: 'lock', title: 'Lock it', submit: 'Lock it', hidden: { on: '1' } },
        text: 'Only our team answers and comments then. Accepting and voting stay possible.',
        fields: [{ ...LOGGED, hint: 'Readers see it.' }],
      }
    : {
        ...{ id: 'lock', title: 'Open it again', submit: 'Open it', hidden: { on: '0' } },
        ...{ text: 'Everybody can answer and comment again.', fields: [LOGGED] },
      };

const PLACES = [
  { value: 'topic', label: 'The list of its topic' },
  { value: 'home', label: 'The home page' },
];

const pinning = (): Section => ({
  ...{ id: 'pin', title: 'Pin it', submit: 'Pin it', hidden: {} },
  text: 'It stands first for some days. Each list has three such at most.',
  fields: [
    { name: 'place', label: 'Where', kind: 'choices', options: PLACES },
    { name: 'days', label: 'Days', hint: `At most ${String(PIN_DAYS_MOST)}.` },
    LOGGED,
  ],
});

const unpinning = ({ pins }: Needs): Section => ({
  ...{ id: 'unpin', title: 'Take it down', submit: 'Take it down', hidden: {} },
  text: 'It is pinned now.',
  fields: [
    {
      ...{ name: 'place', label: 'Where it is pinned', kind: 'choices' },
      options: PLACES.filter(({ value }) =>
        pins.some(({ topic_id }) => (topic_id === null) === (value === 'home')),
      ),
    },
    LOGGED,
  ],
});
