import type { ListedKnownItem } from '../../../moderation/agreement/known-items/read-answers.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { Formats } from '../../format.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { shareWords } from './figures.ts';

/** Decided audits whose right verdict two people agree on, and the form to pick one. */
export type KnownPage = {
  title: string;
  items: readonly KnownCard[];
  form: Form;
};

export type KnownCard = {
  id: string;
  title: string;
  href: string;
  verdict: string;
  why: string;
  state: string;
  answers: string;
  /** Undefined for whoever picked it, and once it is confirmed. */
  confirm: string | undefined;
  retire: string;
};

const PATH = '/staff/agreement/known';

export function knownPage(
  items: readonly ListedKnownItem[],
  viewer: MemberRow,
  formats: Formats,
  { errors, typed }: { errors?: FieldErrors; typed: Typed },
): KnownPage {
  return {
    title: 'Known items',
    items: items.map((item) => card(item, viewer, formats)),
    form: pickForm(errors, typed),
  };
}

function card(item: ListedKnownItem, viewer: MemberRow, formats: Formats): KnownCard {
  const { id, audit_id, title, why, verdict, picker, confirmer, answered, agreed } = item;
  const path = `${PATH}/${String(id)}`;
  const waits = item.confirmed_by === null;
  const said = `${formats.count(agreed)} of ${formats.count(answered)} agreed`;
  return {
    ...{ id: String(id), title, why, href: `/staff/audits/${String(audit_id)}` },
    verdict: VERDICTS[verdict],
    state: waits
      ? `Picked by ${picker} on ${formats.day(item.picked_at)}; waits for a colleague to confirm it`
      : `Picked by ${picker}, confirmed by ${confirmer ?? ''}`,
    answers: answered === 0 ? 'Shown to nobody yet' : `${said}: ${shareWords(agreed, answered)}`,
    confirm: waits && item.picked_by !== viewer.id ? `${path}/confirmation` : undefined,
    retire: `${path}/retirement`,
  };
}

const VERDICTS: Record<ListedKnownItem['verdict'], string> = {
  pass: 'Pass',
  fix: 'Fix',
  fail: 'Fail',
};

function pickForm(errors: FieldErrors | undefined, typed: Typed): Form {
  const options = Object.entries(VERDICTS).map(([value, label]) => ({ value, label }));
  const fields = [
    {
      name: 'audit',
      label: 'Number of a decided audit',
      hint: 'It is the last part of its address.',
    },
    { name: 'verdict', label: 'What everybody should say', kind: 'select' as const, options },
    {
      ...{ name: 'why', label: 'Why', kind: 'long' as const },
      hint: 'Shown to whoever has judged it.',
    },
  ];
  return form({ action: PATH, submit: 'Pick it', fields }, errors, typed);
}
