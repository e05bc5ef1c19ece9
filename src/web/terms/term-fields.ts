import type { z } from 'zod';

import { block, line, oneOf, wholeNumber } from '../forms.ts';
import type { Field, FieldOption } from '../form-page.ts';

/** One of the terms as a form asks for it: how it is shown, and what is meant by what is typed. */
export type TermField<Value> = Pick<Field, 'label' | 'hint' | 'kind' | 'options'> & {
  shown: (value: Value) => string;
  typed: z.ZodType<Value>;
};

export const whole = (label: string, hint = ''): TermField<number> => ({
  ...{ label, hint, shown: String },
  typed: wholeNumber('Give a whole number.'),
});

/** A text of paragraphs. */
export const text = (
  label: string,
  { hint, ...rules }: Parameters<typeof block>[0] & { hint: string },
): TermField<string> => ({
  ...{ label, hint, kind: 'long', shown: String },
  typed: block(rules),
});

/** A time of the day, kept as minutes after midnight; 24:00 is its end. */
export const clock = (label: string, hint: string): TermField<number> => ({
  ...{ label, hint, shown: clockOf },
  typed: line({ missing: 'Give a time, as 8:00.', max: 5 })
    .refine((text) => /^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/.test(text), 'Give a time, as 8:00.')
    .transform((text) => {
      const [hours, minutes] = text.split(':').map(Number);
      return (hours ?? 0) * 60 + (minutes ?? 0);
    }),
});

/** A time of the day, as 8:00, from minutes after midnight. */
export const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;

/** Days of the week, from Monday as 1, of which the usual sets can be chosen. */
export const weekdays = (label: string): TermField<number[]> => ({
  ...{ label, kind: 'select', options: WEEKS },
  shown: (days) => days.join(''),
  typed: oneOf(['1234567', '123456', '12345'], 'Choose the days.').transform((digits) =>
    [...digits].map(Number),
  ),
});

const WEEKS: readonly FieldOption[] = [
  { value: '1234567', label: 'Every day' },
  { value: '123456', label: 'Monday to Saturday' },
  { value: '12345', label: 'Monday to Friday' },
];
