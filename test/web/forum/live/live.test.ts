import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect } from 'chai';
import { pino } from 'pino';

import { buildSite, type Site } from '#src/build.ts';
import { readConfig } from '#src/config.ts';
import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import { noteAnswering } from '#src/forum/live/note-answering.ts';
import { resolveQuestion } from '#src/forum/resolve-question.ts';
import type { QuestionId } from '#src/forum/rows.ts';
import { serve } from '#src/serve.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity, secrets } from '#test/support/community.ts';
import { aMember, anAnswer, aQuestion } from '#test/support/make.ts';
import { rewarding } from '#test/support/rewarding.ts';

describe('The stream of a question', () => {
  const community = aCommunity();
  const servers: Server[] = [];
  const sites: Site[] = [];
  after(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    for (const site of sites) await site.close();
  });

  /** The site as another process has it, over the same database. */
  function anotherProcess(): Site {
    const config = readConfig({ NODE_ENV: 'test', EMBEDDINGS: 'off' });
    const site = buildSite({
      ...{ databaseUrl: community.appUrl, config, secrets, now: community.now },
      log: pino({ level: 'silent' }),
    });
    sites.push(site);
    return site;
  }

  async function served(app: Site['app']): Promise<string> {
    const server = createServer(app).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  const answers = (author: Parameters<typeof community.perform>[0], question: QuestionId) =>
    community.perform(author, (work) =>
      postAnswer(work, createMarkdown(), { question, body: 'Switch it off and on.' }),
    );

  it('tells a page of one process what was done through another', async () => {
    const { owner } = community;
    const [question, helper] = [await aQuestion(owner), await aMember(owner, { level: 'helper' })];
    const stream = await watch(await served(anotherProcess().app), question.id);
    const before = await stream.next();

    await community.perform(helper, (work) => noteAnswering(work, { question: question.id }));
    const writing = await stream.next();
    const { id } = await answers(helper, question.id);
    const after = await stream.next();

    expect(before).to.include({ note: '', answers: 0, latest: 0 });
    expect(before.steps).to.include('aria-current="step">Posted');
    expect(writing).to.include({ note: 'Somebody is writing an answer.', noteToWriter: '' });
    expect(writing.steps).to.include('aria-current="step">Being answered');
    expect(after).to.include({ note: '', answers: 1, latest: id, solved: false });
    expect(after.steps).to.include('aria-current="step">Answered');
  });

  it('says that it is solved, and ends for a question that is taken away', async () => {
    const { owner } = community;
    const [asker, helper] = [await aMember(owner), await aMember(owner)];
    const question = await aQuestion(owner, { author_id: asker.id });
    const answer = await anAnswer(owner, { question_id: question.id, author_id: helper.id });
    const stream = await watch(await served(community.app), question.id);
    await stream.next();

    await rewarding(community).accept(asker, answer);
    const solved = await stream.next();
    const moderator = await aMember(owner, { role: 'moderator' });
    await community
      .visit(moderator)
      .post(`/q/${String(question.id)}/removal`)
      .type('form')
      .send({ reason: 'spam', note: 'x' });

    expect(solved).to.include({ solved: true });
    expect(await stream.rest()).to.include('event: gone');
  });

  it('says that it is solved again, where its asker had doubted that', async () => {
    const { owner, perform } = community;
    const asker = await aMember(owner);
    const question = await aQuestion(owner, { author_id: asker.id });
    const answer = await anAnswer(owner, { question_id: question.id });
    await rewarding(community).accept(asker, answer);
    await perform(asker, (work) => resolveQuestion(work, question.id, 'still-not-solved'));
    const stream = await watch(await served(community.app), question.id);
    const doubted = await stream.next();

    await perform(asker, (work) => acceptAnswer(work, answer.id));

    expect([doubted, await stream.next()].map(({ solved }) => solved)).to.deep.equal([false, true]);
  });

  it('is neither compressed nor kept, and sets no cookie', async () => {
    const question = await aQuestion(community.owner);

    const { headers } = await watch(await served(community.app), question.id);

    expect(headers['content-type']).to.equal('text/event-stream; charset=utf-8');
    expect(headers['cache-control']).to.equal('no-store, no-transform');
    expect(headers).to.not.have.any.keys('content-encoding', 'set-cookie', 'content-length');
  });

  it('is not there for what readers cannot see, whoever asks', async () => {
    const author = await aMember(community.owner);
    const at = new Date('2026-01-15T12:00:00Z');
    const gone = { author_id: author.id, removed_at: at };
    const removed = await aQuestion(community.owner, gone);
    const held = await aQuestion(community.owner, { ...gone, held_at: at });

    for (const { id } of [removed, held, { id: 99_999 }]) {
      const path = `/q/${String(id)}/live`;
      expect((await community.visit(author).get(path)).status).to.equal(404);
      expect(
        (await community.visit().get(path).set('accept', 'text/event-stream')).status,
      ).to.equal(404);
    }
  });

  it('is told once to whoever asks for no stream', async () => {
    const question = await aQuestion(community.owner);

    const { text } = await community.visit().get(`/q/${String(question.id)}/live`);

    expect(text).to.match(/^data: \{"steps":.*\}\n\n$/);
  });

  it('ends when the site is told to stop, which waits for nobody who only watches', async () => {
    const question = await aQuestion(community.owner);
    const site = anotherProcess();
    const config = readConfig({ NODE_ENV: 'test', PORT: String(await freePort()) });
    const { url, drain } = await serve(site, config);
    const stream = await watch(url, question.id);
    await stream.next();

    await drain();

    expect(await stream.rest()).to.equal('');
    const late = await fetch(`${await served(site.app)}/q/${String(question.id)}/live`, {
      headers: { accept: 'text/event-stream' },
    });
    expect(late.status).to.equal(503);
  });

  it('hears again what moved while its connection was lost', async () => {
    const { owner } = community;
    const [question, helper] = [await aQuestion(owner), await aMember(owner, { level: 'helper' })];
    const stream = await watch(await served(anotherProcess().app), question.id);
    await stream.next();

    await owner.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'goodline live'`,
    );
    await answers(helper, question.id);

    expect(await stream.next()).to.include({ answers: 1 });
  });
});

type Message = {
  steps: string;
  note: string;
  noteToWriter: string;
  answers: number;
  latest: number;
  solved: boolean;
};

/** Opens the stream of a question as a browser does. */
async function watch(url: string, id: QuestionId) {
  const request = get(`${url}/q/${String(id)}/live`, {
    headers: { accept: 'text/event-stream', 'accept-encoding': 'gzip' },
  });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.setEncoding('utf8');
  const chunks = response[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  let text = '';
  return {
    headers: response.headers,
    next: async (): Promise<Message> => {
      for (;;) {
        const [, line, rest] = /^data: (.*)\n\n([^]*)$/.exec(text) ?? [];
        if (line !== undefined) {
          text = rest ?? '';
          return JSON.parse(line) as Message;
        }
        const { value, done } = await chunks.next();
        if (done) throw new Error('the stream has ended');
        text += value;
      }
    },
    rest: async (): Promise<string> => {
      for (;;) {
        const { value, done } = await chunks.next();
        if (done) return text;
        text += value;
      }
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
