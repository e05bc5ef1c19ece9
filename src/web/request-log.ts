import { randomUUID } from 'node:crypto';

import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** One line of JSON for each request: what was asked, by whom, how it ended; never what was said. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (_req, res) => {
      const id = randomUUID();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (_req, res, error) => levelOf(res.statusCode, error),
    customProps: (req) => ({ member: (req as Request).visitor?.id }),
    serializers: {
      req: ({ id, method, url }: Logged) => ({ id, method, path: withoutSecrets(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
  }) as RequestHandler;
}

type Logged = { id: string; method: string; url: string };

function levelOf(status: number, error: Error | undefined) {
  if (error || status >= 500) return 'error';
  return status >= 400 ? 'warn' : 'info';
}

/** No query, for it may hold what people search for; no token, for it opens an account. */
const withoutSecrets = (url: string) =>
  url.replace(/\?.*$/s, '').replace(/\/[\w-]{40,}/g, '/[token]');
