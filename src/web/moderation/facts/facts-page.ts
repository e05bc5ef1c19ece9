import type { Fact } from '../../../moderation/facts/find-facts.ts';
import type { TopicRow } from '../../../forum/rows.ts';
import type { Formats } from '../../format.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';

/** Official answers and prices, and the form to write one. */
export type FactsPage = { title: string; facts: readonly FactCard[]; form: Form };

export type FactCard = {
  id: string;
  title: string;
  amount: string | undefined;
  body: string;
  source: string;
  validity: string;
  end: string | undefined;
};

/** What stands beside an answer that is judged, and the key that opens it. */
export type FactsBeside = { facts: readonly FactCard[]; key: string };

const PATH = '/staff/facts';

export function factsPage(
  facts: readonly Fact[],
  topics: readonly Pick<TopicRow, 'slug' | 'name'>[],
  formats: Formats,
  { errors, typed }: { errors?: FieldErrors | undefined; typed: Typed },
): FactsPage {
  return {
    title: 'Official answers and prices',
    facts: facts.map((fact) => factCard(fact, formats)),
    form: factForm(topics, errors, typed),
  };
}

export function factCard(fact: Fact, { money, day }: Formats): FactCard {
  const { id, title, amount_minor, body, source, topic, valid_from, valid_to } = fact;
  const from = `${topic} · from ${day(new Date(`${valid_from}T12:00:00Z`))}`;
  return {
    ...{ id: String(id), title, body, source },
    amount: amount_minor === null ? undefined : money(amount_minor),
    validity: valid_to ? `${from} to ${day(new Date(`${valid_to}T12:00:00Z`))}` : from,
    end: valid_to === null ? `${PATH}/${String(id)}/end` : undefined,
  };
}

function factForm(
  topics: readonly Pick<TopicRow, 'slug' | 'name'>[],
  errors: FieldErrors | undefined,
  typed: Typed,
): Form {
  const fields = [
    {
      ...{ name: 'topic', label: 'Topic', kind: 'select' as const },
      options: topics.map(({ slug, name }) => ({ value: slug, label: name })),
    },
    { name: 'title', label: 'What it is about', hint: 'In the words that people ask in.' },
    { name: 'body', label: 'What we say', kind: 'long' as const },
    {
      ...{ name: 'amount', label: 'Price', optional: true },
      hint: 'Such as 2.50. With a price it is an entry of the price list.',
    },
    { name: 'source', label: 'Where it stands', hint: 'An address that begins with https://' },
    { name: 'from', label: 'Valid from', hint: 'A day, as 2026-11-22.' },
  ];
  return form({ action: PATH, submit: 'Write it down', fields }, errors, typed);
}
