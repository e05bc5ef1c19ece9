import type { Config } from '../config.ts';
import { listenForReplies, type ReplyNeeds } from './listen.ts';

/** Listens for replies where the settings say so; stops with whoever started it. */
export async function listenAsSet(
  { INBOUND_HOST: host, INBOUND_PORT: port, INBOUND_PROTOCOL: protocol, REPLY_DOMAIN }: Config,
  needs: ReplyNeeds,
): Promise<{ stop: () => Promise<void> }> {
  if (port === undefined || REPLY_DOMAIN === undefined) return { stop: () => Promise.resolve() };
  const where = { host, port, protocol, domain: REPLY_DOMAIN };
  return listenForReplies(where, needs).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`No replies can come in at ${host}:${String(port)}: ${why}`);
  });
}
