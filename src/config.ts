import { resolve } from 'node:path';

import { isSupportedCountry } from 'libphonenumber-js/max';
import { z } from 'zod';

import { root } from './root.ts';

export type Config = Readonly<
  Omit<z.infer<ReturnType<typeof settings>>, 'SITE_URL'> & { SITE_URL: string }
>;

/** Reads the settings, or says everything that is wrong with them at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, text]) => text !== ''));
  const { data, error } = settings(given.NODE_ENV === 'production').safeParse(given);
  if (error) throw new Error(`These settings need attention:\n${z.prettifyError(error)}`);
  return Object.freeze({ ...data, SITE_URL: data.SITE_URL ?? addressOf(data) });
}

/** Everything that may differ from one machine to the next. Nothing else reads the environment. */
function settings(production: boolean) {
  const neededInProduction = <T extends z.ZodType>(setting: T) =>
    production ? setting : setting.optional();

  const object = z.object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3_000),
    SITE_URL: neededInProduction(siteUrl(production ? /^https$/ : /^https?$/)),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_OWNER_URL: postgresUrl.optional(),
    DATA_DIR: z
      .string()
      .default('.data')
      .transform((folder) => resolve(root, folder)),
    SEED: z.literal('demo').optional(),
    SESSION_SECRET: neededInProduction(secret),
    PASSWORD_PEPPER: neededInProduction(secret),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp:// or smtps://' }).optional(),
    WORKER: z.enum(['on', 'off']).default('on'),
    EMBEDDINGS: z.enum(['on', 'off']).default('on'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
      .default('info'),
    ...inbound,
    ...face,
  });
  return object.refine(hasWhereRepliesGo, {
    ...{ path: ['REPLY_DOMAIN'], message: 'must be set where INBOUND_PORT is' },
  });
}

/** Where replies to mails come in: behind the operator's own mail server, never the internet's. */
const inbound = {
  REPLY_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^(?=.{1,190}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/, {
      message: 'must be a domain, as reply.example.com',
    })
    .optional(),
  INBOUND_HOST: z.string().default('127.0.0.1'),
  INBOUND_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  INBOUND_PROTOCOL: z.enum(['lmtp', 'smtp']).default('lmtp'),
};

/** What shows who the operator is and where. */
const face = {
  SITE_NAME: z.string().max(40).default('Goodline'),
  SUPPORT_NUMBER: z
    .string()
    .regex(/^\+?\d[\d ]{1,18}$/, 'must be a telephone number')
    .default('4444'),
  CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be three capitals, as GBP')
    .default('GBP'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone, as Europe/London')
    .default('Europe/London'),
  COUNTRY: z
    .string()
    .default('GB')
    .refine(isSupportedCountry, 'must be two capitals of a country, as GB')
    .transform((code) => code),
  BRAND_HUE: z.coerce.number().min(0).max(360).default(226),
};

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://…' });
const secret = z.string({ error: 'must be set' }).min(32, 'must have at least 32 characters');

/** Kept as an origin, which is what browsers send and what links begin with. */
const siteUrl = (protocol: RegExp) =>
  z
    .url({ protocol, error: `must be set and begin with ${String(protocol).slice(2, -2)}://` })
    .refine(hasNoPath, 'must not have a path')
    .transform((url) => new URL(url).origin);

const hasWhereRepliesGo = ({ REPLY_DOMAIN, INBOUND_PORT }: Partial<Record<string, unknown>>) =>
  INBOUND_PORT === undefined || REPLY_DOMAIN !== undefined;

const hasNoPath = (url: string) => !URL.canParse(url) || new URL(url).pathname === '/';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function addressOf({ HOST, PORT }: { HOST: string; PORT: number }): string {
  const everywhere = HOST === '0.0.0.0' || HOST === '::';
  const host = everywhere ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST;
  return new URL(`http://${host}:${PORT}`).origin;
}
