import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { RequestListener } from 'node:http';

import { readConfig } from '#src/config.ts';
import { learnQuestions } from '#src/forum/similar/learn-questions.ts';
import { seedDemo } from '#seeds/demo.ts';
import { aCommunity, secrets, type Changes, type Community } from './community.ts';

export type Served = Community & {
  /** The address it is served at, without a slash at its end. */
  url: string;
};

/** A community that a browser can visit, on a port of its own; with `demo`, the demonstration. */
export function aServedCommunity({ demo = false, ...changes }: Changes & { demo?: boolean } = {}) {
  const settings: Partial<NodeJS.ProcessEnv> = { ...changes.settings };
  let answer: RequestListener = () => undefined;
  const server = createServer((req, res) => answer(req, res));
  const served = {} as { url: string };

  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    settings.SITE_URL = served.url;
  });

  const community = aCommunity({ ...changes, settings });

  before(async function () {
    this.timeout(300_000);
    const { ownerUrl, owner, now } = community;
    if (demo) {
      const config = readConfig({ NODE_ENV: 'test', ...settings });
      await seedDemo({ ownerUrl, config, secrets, now });
      await owner('ledger_clock').update({ tolerance: null });
      await learnQuestions(owner, community.perform, { embedder: undefined });
    }
    answer = community.app;
    Object.assign(community, served);
  });

  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return community as Served;
}
