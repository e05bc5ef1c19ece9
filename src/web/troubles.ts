/** Whether PostgreSQL was too slow, too full or not there; what was asked was rolled back. */
export function isOverload(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    OVERLOADED.has(code) ||
    /^(?:08|53)/.test(code) ||
    error.name === 'KnexTimeoutError' ||
    /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message) ||
    (error instanceof AggregateError && error.errors.some(isOverload))
  );
}

/** The status of an error that Express or its body parser blames on the request; else undefined. */
export function statusOfRequest(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

const OVERLOADED = new Set([
  '57014', // the statement took too long
  '55P03', // a lock took too long
  '25P03', // the transaction was left idle
  '40001', // it could not be put in a row with others
  '40P01', // it waited for somebody who waited for it
  '57P01', // the server is stopping
  '57P02', // it crashed
  '57P03', // it is starting
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
