import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import type { Site } from './build.ts';
import type { Config } from './config.ts';

/** Listens, and writes counted views down every few seconds until it is drained. */
export async function serve(
  { app, flush, endStreams }: Site,
  { HOST, PORT, SITE_URL }: Config,
): Promise<{ url: string; drain: () => Promise<void> }> {
  const server = createServer(app);
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.listen(PORT, HOST);
  await once(server, 'listening').catch((error: unknown) => {
    throw new Error(`Nothing can be served at ${HOST}:${String(PORT)}: ${reasonOf(error)}`);
  });
  const flushing = setInterval(() => void flush().catch(() => undefined), FLUSH_EVERY);
  const drain = async () => {
    clearInterval(flushing);
    endStreams();
    await close(server);
  };
  return { url: SITE_URL, drain };
}

/** Milliseconds. A flush that fails keeps its counts for the next. */
const FLUSH_EVERY = 5_000;

/** How long somebody may still be served after we are told to stop, in milliseconds. */
const PATIENCE = 10_000;

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const impatient = setTimeout(() => {
    server.closeAllConnections();
  }, PATIENCE);
  await closed;
  clearTimeout(impatient);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'another program listens there. Set PORT to a free one.';
  return error instanceof Error ? error.message : String(error);
}
