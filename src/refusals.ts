/**
 * An expected no. Whoever refuses has changed nothing: the work is rolled back, and the message
 * is written for the person who reads it. Anything else that is thrown is our bug.
 */
export abstract class Refusal extends Error {
  abstract readonly status: 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503;
}

/** Somebody has to sign in first. */
export class NotSignedIn extends Refusal {
  readonly status = 401;

  constructor(message = 'Please sign in first.') {
    super(message);
  }
}

/** This person may not do this; the message says who may. */
export class NotAllowed extends Refusal {
  readonly status = 403;
}

/** There is no such thing, or it is not for this person to know that there is. */
export class NotFound extends Refusal {
  readonly status = 404;

  constructor(message = 'We can’t find that page.') {
    super(message);
  }
}

/** The thing has moved on since the page was drawn; the message says what happened. */
export class Conflict extends Refusal {
  readonly status = 409;
}

/** It was here, and our team took it down. */
export class Gone extends Refusal {
  readonly status = 410;
}

/** More than this address takes. */
export class TooLarge extends Refusal {
  readonly status = 413;
}

/** What was typed does not make sense; `fields` says where and why. */
export class Invalid extends Refusal {
  readonly status = 422;
  readonly fields: Readonly<Record<string, string>>;

  constructor(fields: Readonly<Record<string, string>>) {
    super('There’s a problem.');
    this.fields = fields;
  }
}

/** Too often; `retryAfter` is in whole seconds. */
export class TooMany extends Refusal {
  readonly status = 429;
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super(`That’s a lot at once. Try again in ${waitOf(retryAfter)}.`);
    this.retryAfter = retryAfter;
  }
}

/** Not now, for reasons of ours; nothing was done and it can be tried again. */
export class Unavailable extends Refusal {
  readonly status = 503;
  readonly retryAfter = 5;
}

/** A refusal's own words; where several fields are refused, those of each in turn. */
export const sentenceOf = (refusal: Refusal): string =>
  refusal instanceof Invalid ? Object.values(refusal.fields).join(' ') : refusal.message;

/** The thing, or the refusal that says we could not find it. */
export function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new NotFound(`We can’t find that ${what}.`);
  return thing;
}

function waitOf(seconds: number): string {
  if (seconds > 7_200) return `${String(Math.ceil(seconds / 3_600))} hours`;
  if (seconds > 90) return `${String(Math.ceil(seconds / 60))} minutes`;
  return seconds === 1 ? 'a second' : `${String(seconds)} seconds`;
}
