import type { ListedWordRow } from '../../../trust/rows.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { form, type Form } from '../../form-page.ts';

/** The words on the lists, by what they do. */
export type WordListsPage = {
  title: string;
  words: readonly WordLine[];
  form: Form;
};

type WordLine = {
  phrase: string;
  effect: string;
  note: string;
  by: string;
  at: Date;
  action: string;
};

export function wordListsPage(
  words: readonly (ListedWordRow & { adder: string | null })[],
  errors: FieldErrors | undefined,
  typed: Typed,
): WordListsPage {
  return {
    title: 'Word lists',
    words: words.map(({ id, phrase, effect, note, adder, added_at }) => ({
      ...{ phrase, note, effect: EFFECTS[effect].label, by: adder ?? 'Delivered', at: added_at },
      action: `/staff/word-lists/${String(id)}/removal`,
    })),
    form: form(BLANK, errors, typed),
  };
}

const EFFECTS: Record<ListedWordRow['effect'], { label: string; hint: string }> = {
  block: { label: 'Block', hint: 'It can’t be posted, and the text stays in the form.' },
  hold: { label: 'Hold', hint: 'A newcomer’s post waits for a look; anybody else’s is flagged.' },
  flag: { label: 'Flag', hint: 'It is posted, and waits in the queue.' },
};

const BLANK: Parameters<typeof form>[0] = {
  action: '/staff/word-lists',
  submit: 'Put it on the list',
  fields: [
    {
      ...{ name: 'phrase', label: 'Word or phrase' },
      hint: 'Whole words, whatever their capitals, accents or figures for letters.',
    },
    {
      ...{ name: 'effect', label: 'What it does', kind: 'choices' },
      options: Object.entries(EFFECTS).map(([value, words]) => ({ value, ...words })),
    },
    { name: 'note', label: 'Why', kind: 'long', optional: true },
  ],
};
