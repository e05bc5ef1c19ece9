import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';

import { tooLong } from '../../pictures/check-file.ts';
import { MOST } from '../../pictures/terms.ts';
import { Invalid, Refusal, sentenceOf, TooLarge, TooMany, Unavailable } from '../../refusals.ts';
import { soundForm } from '../hostile-input.ts';

/**
 * Reads a form that may carry one picture: its texts into the body, as other forms have them, and
 * the file into memory. Nobody's file is read who has not signed in; their texts are, to be kept.
 */
export function multipart(): RequestHandler[] {
  const read = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: MOST.bytes, files: 1, fields: 40, parts: 42, ...FIELD },
    fileFilter: (req, _file, done) => {
      done(null, req.visitor !== undefined);
    },
  }).single('picture');
  let reading = 0;
  return [
    (req, res, next) => {
      if (reading >= AT_ONCE) throw new Unavailable(BUSY);
      reading += 1;
      let isOver = false;
      const leave = () => {
        if (!isOver) reading -= 1;
        isOver = true;
      };
      res.once('close', leave);
      read(req, res, (error?: unknown) => {
        next(error === undefined ? undefined : asRefusal(error));
      });
    },
    soundForm,
  ];
}

/** The file that came with the form, if there was one. */
export const fileOf = ({ file }: Request): Buffer | undefined => file?.buffer;

/** Answers a script whose wish is refused; everything else goes on its way. */
export const refusedInJson: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (!(error instanceof Refusal)) {
    next(error);
    return;
  }
  if (error instanceof TooMany) res.set('Retry-After', String(error.retryAfter));
  res.status(error.status).json({ error: sentenceOf(error) });
};

/** Bytes: a text of 20,000 characters in any script. */
const FIELD = { fieldSize: 128 * 1024, fieldNameSize: 100, headerPairs: 100 };

/** Each may hold a whole file in memory. */
const AT_ONCE = 16;
const BUSY = 'Many pictures come in just now. Please try again in a few seconds.';

/** What the reader complains of is never our fault, but for what it does not know itself. */
function asRefusal(error: unknown): unknown {
  if (error instanceof MulterError) {
    if (error.code === 'LIMIT_FILE_SIZE') return tooLong();
    if (error.code === 'LIMIT_UNEXPECTED_FILE')
      return new Invalid({ picture: 'Send one picture.' });
    return new TooLarge('That’s too much for one form. Please make it shorter.');
  }
  const isBroken =
    error instanceof Error && /multipart|boundary|form|part header/i.test(error.message);
  return isBroken
    ? new Invalid({ picture: 'The picture did not arrive whole. Try again.' })
    : error;
}
