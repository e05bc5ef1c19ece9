import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

import type { Request, RequestHandler } from 'express';

import { Invalid, NotFound } from '../refusals.ts';

/** Only these do something here; every other method is answered with 405. */
export const knownMethods: RequestHandler = (req, res, next) => {
  if (METHODS.includes(req.method)) {
    next();
    return;
  }
  res.set('Allow', METHODS.join(', ')).status(405).type('text').send('Method not allowed\n');
};

/** Refuses an address or a query with what no text holds: NUL, or half of a character. */
export const soundAddress: RequestHandler = (req, _res, next) => {
  if (!isText(decoded(req.path))) throw new NotFound();
  if (!isSoundlyEncoded(req.url)) throw notText();
  refuseUnsound(Object.entries(req.query));
  next();
};

/**
 * Refuses a form whose bytes are no text. The parser would put question marks in the place of half
 * a character, and we would keep those.
 */
export function soundEncoding(_req: IncomingMessage, _res: unknown, body: Buffer): void {
  if (!isUtf8(body) || !isSoundlyEncoded(body.toString())) throw notText();
}

/** Refuses the same in a form. What is not text at all is left to the form's own rules. */
export const soundForm: RequestHandler = (req: Request, _res, next) => {
  refuseUnsound(Object.entries((req.body ?? {}) as Record<string, unknown>));
  next();
};

const METHODS = ['GET', 'HEAD', 'POST'];

function refuseUnsound(fields: [string, unknown][]): void {
  const unsound = fields.filter((field) => !field.flat(3).every(isText));
  if (unsound.length === 0) return;
  throw new Invalid(Object.fromEntries(unsound.map(([name]) => [name, NOT_TEXT])));
}

const NOT_TEXT = 'There’s a character in it that we can’t keep. Please type it again.';
const notText = () => new Invalid({ form: NOT_TEXT });

/** A percent sign by itself is one; a run of encoded bytes has to be whole characters. */
const isSoundlyEncoded = (text: string) =>
  (text.match(/(?:%[\da-f]{2})+/gi) ?? []).every((run) =>
    isUtf8(Buffer.from(run.replaceAll('%', ''), 'hex')),
  );

/** Percent signs that stand for nothing are a bad request, as in any server. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    throw Object.assign(new Error('bad percent encoding', { cause: error }), { status: 400 });
  }
}

const isText = (value: unknown) => typeof value !== 'string' || !/\0|\p{Surrogate}/u.test(value);
