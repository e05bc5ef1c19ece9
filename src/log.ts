import { type Logger, pino } from 'pino';

import type { Config } from './config.ts';

/** One line of JSON for each event, on standard output. */
export const createLog = ({ LOG_LEVEL: level }: Pick<Config, 'LOG_LEVEL'>): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
