import type { Request } from 'express';
import { z } from 'zod';

import { Invalid } from '../refusals.ts';

/** What is wrong, by field, in a sentence for the person who typed it. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What was typed, by field, to be shown again; never a password. */
export type Typed = Readonly<Record<string, string>>;

/** What was typed, as the form means it; or Invalid, which says what is wrong field by field. */
export function readForm<Form extends z.ZodObject>(form: Form, body: unknown): z.output<Form> {
  const { success, data, error } = form.safeParse(body ?? {});
  if (success) return data;
  const fields = error.issues.map(({ path, message }) => [String(path[0] ?? 'form'), message]);
  throw new Invalid(Object.fromEntries(fields.reverse()) as FieldErrors);
}

/** Draws the form again where what was typed is Invalid; any other error goes on its way. */
export async function orRedraw(
  attempt: () => Promise<void>,
  redraw: (errors: FieldErrors, refusal: Invalid) => Promise<void>,
): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    await redraw(error.fields, error);
  }
}

/** The texts of a body, as they were typed, without secrets and without what is not text. */
export function typedIn(body: unknown): Typed {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    fields.filter(
      (field): field is [string, string] =>
        typeof field[1] === 'string' && !field[0].includes('password'),
    ),
  );
}

/** One text of the query string; the first where there are several. */
export function queryText(req: Request, name: string): string | undefined {
  const value: unknown = req.query[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}

type TextRules = { missing: string; max: number; min?: number; short?: string; what?: string };

/** A text of one line: trimmed, inner white space as single spaces; lengths are in characters. */
export const line = (rules: TextRules) =>
  limited(
    z.string(rules.missing).transform((text) => text.replaceAll(/\s+/g, ' ').trim()),
    rules,
  );

/** A text of many lines: no white space at its ends, and newlines as \n. */
export const block = (rules: TextRules) =>
  limited(
    z.string(rules.missing).transform((text) => text.replaceAll(/\r\n?/g, '\n').trim()),
    rules,
  );

/** The same, where nothing need be typed and '' stands for nothing. */
export const optionalBlock = (max: number, what?: string) =>
  block({ missing: '', min: 0, max, ...(what !== undefined && { what }) }).default('');

/** One word of a closed list. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  missing: string,
) => z.enum(words, missing);

/** A whole number as PostgreSQL's integer holds it, such as a version. */
export const wholeNumber = (missing: string) =>
  z
    .string(missing)
    .regex(/^\d{1,9}$/, missing)
    .transform(Number);

/** An id in a field, which may stand for nobody or nothing where it is empty. */
export const optionalId = <Id extends number>() =>
  z
    .string(STALE)
    .regex(/^(?:[1-9]\d{0,8})?$/, STALE)
    .transform((text) => (text === '' ? undefined : (Number(text) as Id)));

/** An id that has to be chosen. */
export const requiredId = <Id extends number>(missing: string) =>
  z
    .string(missing)
    .regex(/^[1-9]\d{0,8}$/, missing)
    .transform((text) => Number(text) as Id);

const STALE = 'This form is out of step. Reload the page and try again.';

/** A password as it was typed: nothing is trimmed. */
export const secret = (missing: string) => z.string(missing).min(1, missing).max(1024, missing);

function limited(
  text: z.ZodType<string, string>,
  { missing, max, min = 1, short = missing, what = 'This' }: TextRules,
) {
  return text.superRefine((value, context) => {
    const length = [...value].length;
    const complain = (message: string) => {
      context.addIssue({ code: 'custom', message });
    };
    if (length === 0 && min > 0) complain(missing);
    else if (length < min) complain(short);
    else if (length > max) complain(tooLong(what, length, max));
  });
}

const number = new Intl.NumberFormat('en-GB');
const tooLong = (what: string, length: number, max: number) =>
  `${what} has ${number.format(length)} characters; it can have ${number.format(max)}.`;
