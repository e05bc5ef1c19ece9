import type { RequestHandler } from 'express';
import helmet from 'helmet';

import type { Config } from '../config.ts';
import { isSecure } from './cookies.ts';

/** Tells browsers to run, frame and load nothing that is not ours, and to keep to https. */
export function securityHeaders(config: Config): RequestHandler {
  const secure = isSecure(config);
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directives(secure) },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure && { maxAge: TWO_YEARS, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  }) as RequestHandler;
}

/** Seconds. */
const TWO_YEARS = 63_072_000;

const directives = (secure: boolean) => ({
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'frame-src': ["'none'"],
  'img-src': ["'self'"],
  'object-src': ["'none'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'"],
  ...(secure && { 'upgrade-insecure-requests': [] }),
});
