import { expect } from 'chai';

import { CHUNK } from '#src/forum/list-indexable.ts';
import type { QuestionRow } from '#src/forum/rows.ts';
import { takeDown } from '#src/forum/take-down.ts';
import { changeGuideState } from '#src/guides/change-state.ts';
import type { GuideRow } from '#src/guides/rows.ts';
import { writeGuide } from '#src/guides/write-guide.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aModerator, anAnswer, anAnsweredQuestion, aQuestion, aTopic } from '#test/support/make.ts';
import { anAcceptedAnswer } from '#test/support/rewarding.ts';
import { all, one, readXml } from './xml.ts';

describe('sitemaps', () => {
  const community = aCommunity();
  const pathOf = ({ id, slug }: Pick<QuestionRow, 'id' | 'slug'>) => `/q/${String(id)}/${slug}`;
  const listedIn = async (path: string, line: 'url' | 'sitemap') => {
    const { text } = await community.visit().get(path).buffer(true).expect(200);
    return all(readXml(text), line).map((place) => {
      const address = one(place, 'loc').text;
      expect(address).to.match(/^http:\/\/goodline\.test\//);
      const [lastmod] = all(place, 'lastmod');
      return { path: address.replace('http://goodline.test', ''), lastmod: lastmod?.text };
    });
  };
  const everyAddress = async () => {
    const maps = await listedIn('/sitemap.xml', 'sitemap');
    const lists = await Promise.all(maps.map(({ path }) => listedIn(path, 'url')));
    return lists.flat().map(({ path }) => path);
  };

  it('list every page that search engines may list, and no other', async () => {
    const { question: answered } = await anAnsweredQuestion(community.owner);
    const thin = await aQuestion(community.owner, { body: 'Help?' });
    const long = await aQuestion(community.owner, { body: 'It says this. '.repeat(20) });
    const removed = await aQuestion(community.owner);
    const moderator = await aModerator(community.owner);
    await community.perform(moderator, (work) =>
      takeDown(work, { question: removed.id }, { reason: 'spam', note: '' }),
    );
    const empty = await aTopic(community.owner);

    const listed = await everyAddress();

    expect(listed).to.include.members(['/', '/topics', pathOf(answered), pathOf(long), '/privacy']);
    expect(listed).to.not.include(pathOf(thin));
    expect(listed).to.not.include(pathOf(removed));
    expect(listed).to.not.include(`/topics/${empty.slug}`);
    expect(new Set(listed).size).to.equal(listed.length);
    for (const path of listed) {
      const { text } = await community.visit().get(path).expect(200);
      expect(text, path).to.not.include('noindex');
    }
    for (const path of [pathOf(thin), `/topics/${empty.slug}`]) {
      expect((await community.visit().get(path)).text, path).to.include('noindex');
    }
  });

  it('list guides that readers see, with their last change, and no drafts', async () => {
    const before = await everyAddress();
    const moderator = await aModerator(community.owner);
    const write = async (title: string, state: GuideRow['state']) => {
      const { answer, question } = await anAcceptedAnswer(community);
      const words = { title, body: 'Restart the phone.', credits: [], months: 6 };
      const guide = await community.perform(moderator, (work) =>
        writeGuide(work, createMarkdown(), {
          ...{ ...words, answerId: answer.id, topicId: question.topic_id },
        }),
      );
      if (state !== 'draft')
        await community.perform(moderator, (work) => changeGuideState(work, guide.id, state));
    };
    await write('Restart it', 'published');
    await write('Not yet to be read', 'draft');

    const listed = await listedIn('/sitemap-pages.xml', 'url');

    const guides = listed.filter(({ path }) => path.startsWith('/guides'));
    const lastmod = community.now().toISOString();
    expect(before).to.not.include('/guides');
    expect((await community.visit().get('/guides')).text).to.not.include('noindex');
    expect(guides).to.deep.equal([
      { path: '/guides', lastmod },
      { path: '/guides/restart-it', lastmod },
    ]);
  });

  it('are in chunks by the number of the question, each with its last change', async () => {
    const far = await farQuestion(3 * CHUNK);
    await anAnswer(community.owner, { question_id: far.id });
    const edited_at = new Date('2026-02-01T10:00:00Z');
    await community.owner('questions').where({ id: far.id }).update({ edited_at });

    const index = await listedIn('/sitemap.xml', 'sitemap');
    const [only, ...others] = await listedIn('/sitemap-3.xml', 'url');

    expect(index.map(({ path }) => path)).to.include('/sitemap-3.xml');
    expect(index.map(({ path }) => path)).to.not.include('/sitemap-2.xml');
    expect(index.find(({ path }) => path === '/sitemap-3.xml')?.lastmod).to.equal(
      edited_at.toISOString(),
    );
    expect(only).to.deep.equal({ path: pathOf(far), lastmod: edited_at.toISOString() });
    expect(others).to.deep.equal([]);
  });

  it('are not there where they would be empty', async () => {
    for (const chunk of ['0', '2', '99999', '99999999999', 'x']) {
      const { status } = await community.visit().get(`/sitemap-${chunk}.xml`);
      expect(status, chunk).to.equal(404);
    }
  });

  it('need not be sent again before something has changed', async () => {
    const { headers } = await community.visit().get('/sitemap-1.xml');
    const since = { 'if-modified-since': headers['last-modified'] ?? '' };

    expect((await community.visit().get('/sitemap-1.xml').set(since)).status).to.equal(304);
    expect((await community.visit().head('/sitemap-1.xml')).status).to.equal(200);
  });

  it('are named to robots', async () => {
    const { text } = await community.visit().get('/robots.txt');

    expect(text).to.match(/^Sitemap: http:\/\/goodline\.test\/sitemap\.xml$/m);
  });

  it('are found by an index, however many questions there are', async () => {
    const { rows } = await community.owner.raw<{ rows: { indexdef: string }[] }>(
      `select indexdef from pg_indexes where indexname = 'questions_in_sitemaps'`,
    );

    expect(rows[0]?.indexdef).to.include(`/ ${String(CHUNK)}`);
  });

  it('stand beside a search of our own for the browser’s address bar', async () => {
    const { text, headers } = await community.visit().get('/opensearch.xml').buffer(true);
    const description = readXml(text);

    expect(headers['content-type']).to.include('application/opensearchdescription+xml');
    expect(one(description, 'ShortName').text).to.equal('Goodline');
    expect(all(description, 'Url')[0]?.attributes['template']).to.equal(
      'http://goodline.test/search?q={searchTerms}',
    );
    expect((await community.visit().get('/')).text).to.include('href="/opensearch.xml"');
  });

  /** A question with that number; the ones between were never asked. */
  async function farQuestion(id: number): Promise<QuestionRow> {
    await community.owner.raw('alter table questions alter column id restart with ' + String(id));
    return aQuestion(community.owner);
  }
});
