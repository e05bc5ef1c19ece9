import { gzipSync } from 'node:zlib';

import { expect } from 'chai';
import express from 'express';
import request from 'supertest';

import { assetRouter, readAssets } from '#src/web/assets.ts';

const assets = readAssets();
const site = express().use(assetRouter(assets));

describe('Assets', () => {
  it('are kept for ever under an address that says their content', async () => {
    const { status, headers } = await request(site).get(assets.url('app.css'));

    expect(status).to.equal(200);
    expect(assets.url('app.css')).to.match(/^\/assets\/app\.[0-9a-f]{8}\.css$/);
    expect(headers).to.include({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
  });

  it('come packed as the reader can unpack them', async () => {
    const encodingFor = async (accepted: string) => {
      const head = request(site).head(assets.url('app.css'));
      const { headers } = await head.set('Accept-Encoding', accepted);
      return headers['content-encoding'];
    };

    expect(await encodingFor('gzip, deflate, br')).to.equal('br');
    expect(await encodingFor('gzip')).to.equal('gzip');
    expect(await encodingFor('identity')).to.equal(undefined);
  });

  it('are not sent again to a reader who has them', async () => {
    const first = await request(site).get(assets.url('favicon.svg'));

    const etag = String(first.headers.etag);
    const again = await request(site).get(assets.url('favicon.svg')).set('If-None-Match', etag);

    expect(again.status).to.equal(304);
  });

  it('are not found under an address without their content, or outside their folder', async () => {
    for (const address of ['app.css', 'app.00000000.css', '..%2fpackage.json', '%00']) {
      const { status } = await request(site).get(`/assets/${address}`);
      expect(status).to.equal(404);
    }
    expect(() => assets.url('none.css')).to.throw('There is no none.css in public');
  });

  it('have an icon for browsers that ask where none is named', async () => {
    const { status, type } = await request(site).get('/favicon.ico');

    expect([status, type]).to.deep.equal([200, 'image/svg+xml']);
  });

  it('have a stylesheet within its budget, with its colours and its font', () => {
    const css = assets.find(assets.url('app.css'))?.bodies.get('identity') ?? Buffer.alloc(0);

    expect(gzipSync(css, { level: 9 }).length).to.be.at.most(12 * 1024);
    expect(css.toString()).to.include('--brand:light-dark(#005670,#65d2ea)');
    expect(css.toString()).to.include(`url("${assets.url('fonts/goodline-display.woff2')}")`);
  });

  it('wear the hue of the operator', () => {
    const plum = readAssets(325);

    expect(plum.url('app.css')).not.to.equal(assets.url('app.css'));
    expect(plum.url('favicon.svg')).not.to.equal(assets.url('favicon.svg'));
    expect(plum.url('fonts/OFL.txt')).to.equal(assets.url('fonts/OFL.txt'));
  });
});
