import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aMember, aModerator, anAdmin, aQuestion } from '#test/support/make.ts';

const SITE = 'http://goodline.test';

describe('What was searched for', () => {
  const community = aCommunity();
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(community.owner);
  });
  beforeEach(() => community.owner('search_counts').delete());

  const get = (path: string, from?: string) =>
    community
      .visit()
      .get(path)
      .set(from === undefined ? {} : { Referer: from });
  const counted = async () => {
    await community.flush();
    const rows = await community.owner('search_counts');
    return rows.map(({ searches, nothing, opened, asked }) => [searches, nothing, opened, asked]);
  };

  it('is counted once for all pages and filters of a search, and never for a look ahead', async () => {
    await get('/search?q=zither');
    await get('/search?q=zither&solved=1', `${SITE}/search?q=zither`);
    await get('/search?q=zither&after=WzAsMV0');
    await get('/search?q=zither').set('Sec-Purpose', 'prefetch');
    await community.visit().head('/search?q=zither');
    await get('/search?q=[] user:nobody');

    expect(await counted()).to.deep.equal([[1, 1, 0, 0]]);
  });

  it('is counted as opened or asked by where the browser came from, and as nothing else', async () => {
    const { id, slug } = await aQuestion(community.owner, { title: 'My theremin has no signal' });
    const from = `${SITE}/search?q=theremin+solved:no`;
    await get('/search?q=theremin');

    await get(`/q/${String(id)}/${slug}`, from);
    await get(`/ask?title=theremin`, from);
    await get(`/q/${String(id)}/${slug}`, 'http://elsewhere.example/search?q=theremin');
    await get(`/q/${String(id)}/${slug}`, `${SITE}/topics?q=theremin`);
    await get(`/q/${String(id)}/other`, from);
    await get(`/q/${String(id)}/${slug}`, 'not an address');

    expect(await counted()).to.deep.equal([[1, 0, 1, 1]]);
  });

  it('is kept without what may be personal', async () => {
    await get('/search?q=call+07700+900412+please');
    await community.flush();

    const rows = await community.owner('search_counts').select('print', 'words', 'searches');
    expect(rows).to.deep.equal([{ print: '', words: null, searches: 1 }]);
  });

  it('stands before moderators and admins, with a way to help', async () => {
    for (const day of ['2026-01-13', '2026-01-14', '2026-01-15']) {
      community.itIsNow(`${day}T12:00:00Z`);
      await get('/search?q=glockenspiel');
      await community.flush();
    }

    for (const who of [moderator, await anAdmin(community.owner)]) {
      const { text } = await community.visit(who).get('/staff/searches').expect(200);
      expect(text)
        .to.include('<h1>Searches</h1>')
        .and.not.match(/undefined|NaN/);
      expect(text).to.include('>glockenspiel</a>');
      expect(text).to.include('href="/staff/synonyms?words=glockenspiel"');
      expect(text).to.include('Found nothing <b>3</b> (100 %)');
      expect(text).to.include('One that does not say so counts as giving up');
      const guide = 'href="/staff/guides/new?title=glockenspiel"';
      expect(text.includes(guide), who.role).to.equal(who.role === 'moderator');
    }
    const week = await community.visit(moderator).get('/staff/searches?days=7');
    expect(week.text).to.match(/days=7" aria-current="page"/);
    const csv = await community.visit(moderator).get('/staff/searches.csv');
    expect(csv.text).to.equal(
      'list,words,days,searches,nothing,opened,asked,gave_up\r\nnothing,glockenspiel,3,3,3,0,0,3\r\n',
    );
    const member = await aMember(community.owner);
    for (const path of ['/staff/searches', '/staff/searches.csv', '/staff/synonyms']) {
      expect((await community.visit(member).get(path)).status, path).to.equal(404);
    }
  });
});

describe('Synonyms', () => {
  const community = aCommunity();
  let moderator: MemberRow;
  before(async () => {
    moderator = await aModerator(community.owner);
  });
  const post = (path: string, fields: Record<string, string>, who = moderator) =>
    community.visit(who).post(path).type('form').send(fields);
  const list = async () => (await community.visit(moderator).get('/staff/synonyms')).text;
  const finds = async (q: string) => {
    const { text } = await community.visit().get(`/search?q=${encodeURIComponent(q)}`);
    return (
      text.includes('My <mark>pluggable dongle</mark>') || text.includes('dongle</mark> blinks')
    );
  };

  it('come with the site, and work from the moment they are written until they are dropped', async () => {
    await aQuestion(community.owner, { title: 'My pluggable dongle blinks at me' });
    const before = await finds('whatsit');

    const saved = await post('/staff/synonyms', { id: '', terms: 'whatsit\npluggable dongle\n' });
    const [text, after] = [await list(), await finds('whatsits')];
    const id = /edit=(\d+)"[^>]*>Change<span class="vh">: whatsit = /.exec(text)?.[1] ?? '';
    const edit = await community.visit(moderator).get(`/staff/synonyms?edit=${id}`);
    const dropped = await post(`/staff/synonyms/${id}/drop`, {});

    expect(text).to.include('eSIM = e-sim = embedded sim = digital sim');
    expect([saved.status, dropped.status]).to.deep.equal([303, 303]);
    expect([before, after, await finds('whatsit')]).to.deep.equal([false, true, false]);
    expect(edit.text).to.include('whatsit\npluggable dongle</textarea>');
    const log = await community
      .owner('moderation_log')
      .where('subject', `synonyms:${id}`)
      .orderBy('id')
      .select('act', 'note', 'actor_id');
    expect(log.map(({ act, note }) => `${act}: ${note}`)).to.deep.equal([
      'synonyms-saved: whatsit = pluggable dongle',
      'synonyms-dropped: whatsit = pluggable dongle',
    ]);
    expect(log[0]?.actor_id).to.equal(moderator.id);
  });

  it('are refused where they say nothing, too much, or what another group says', async () => {
    for (const terms of ['alone', 'same\nSAME', 'a\n!!', 'ok\none two three four five six seven']) {
      const { status, text } = await post('/staff/synonyms', { id: '', terms });
      expect(status, terms).to.equal(422);
      expect(text).to.include(`${terms}</textarea>`);
    }
    const taken = await post('/staff/synonyms', { id: '', terms: 'E-SIMs\nelectronic sim' });
    expect(taken.status).to.equal(422);
    expect(taken.text).to.include('“E-SIMs” is in another group already.');
    const gone = await post('/staff/synonyms', { id: '999999', terms: 'one\nother' });
    expect(gone.status).to.equal(404);
  });
});
