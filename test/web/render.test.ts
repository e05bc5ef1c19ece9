import { expect } from 'chai';
import express from 'express';
import request from 'supertest';

import { NotFound, TooMany } from '#src/refusals.ts';
import { readAssets } from '#src/web/assets.ts';
import { formatter } from '#src/web/format.ts';
import { html } from '#src/web/html.ts';
import { layoutPage, type Shell } from '#src/web/layout.ts';
import { nothingFound } from '#src/web/look/empty.ts';
import { refusalPage } from '#src/web/refusal-page.ts';
import { createRenderer } from '#src/web/render.ts';

const renderer = createRenderer({
  assets: readAssets(),
  formats: formatter({ timeZone: 'Europe/London', currency: 'GBP' }),
  site: { name: 'Kite', url: 'https://kite.example', supportNumber: '555' },
});

describe('A page', () => {
  it('stands inside the layout, with the site’s name behind its title', () => {
    const page = draw({ title: 'Topics' });

    expect(page).to.match(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(page).to.include('<title>Topics | Kite community</title>');
    expect(page).to.include('<main id="main"><h1>Hello</h1></main>');
    expect(page).to.include('Call <b class="nowrap">555</b> from your Kite phone.');
  });

  it('is the same for every visitor who is not signed in', () => {
    expect(draw({})).to.equal(draw({}));
    expect(draw({})).to.include('href="/sign-in?next=%2Fq%2F1%3Fsort%3Dnew"');
    expect(draw({})).not.to.match(/nonce|csrf/i);
  });

  it('offers a member their balance, their pages and the way out', () => {
    const page = draw({
      viewer: { name: 'Tom-Whitaker', staff: false, balance: '£12.50', areas: [] },
    });

    expect(page).to.match(/<a class="credit" href="\/wallet">[^]*£12\.50<\/a>/);
    expect(page).to.include('href="/u/Tom-Whitaker"');
    expect(page).to.include('href="/settings"');
    expect(page).to.include('<form method="post" action="/sign-out">');
    expect(page).not.to.include('/sign-in');
  });

  it('leads staff to their own part of the house and back', () => {
    const viewer = { name: 'Hannah', staff: true, areas: ['staff'] } as const;

    const community = draw({ viewer, counts: { audits: 1_250 } });
    const desk = draw({ viewer, nav: 'staff', here: 'audits' });

    expect(community).to.include(
      '<a href="/staff/audits">Audits <span class="count hot">1,000+</span></a>',
    );
    expect(desk).to.include('<a href="/staff/audits" aria-current="page">Audits</a>');
    expect(desk).to.include('<a href="/">Community</a>');
    expect(desk).not.to.include('/finance');
  });

  it('says once what has just been done, and how to undo it', () => {
    const undo = { action: '/staff/audits/7/undo', label: 'Undo' };

    const page = draw({ flash: { text: 'Passed <it>', undo } });

    expect(page).to.include('<span class="grow">Passed &lt;it&gt;</span>');
    expect(page).to.include('<form method="post" action="/staff/audits/7/undo">');
  });

  it('wears the theme that its reader chose', () => {
    expect(draw({ theme: 'dark' })).to.include('<html lang="en-GB" data-theme="dark">');
  });

  it('has no inline script or style for a strict policy to forbid', () => {
    const page = draw({ jsonLd: undefined, flash: { text: 'Done' } });

    expect(page).not.to.match(/<script(?! src=)|<style|\sstyle=|\son\w+="/);
  });
});

describe('A refusal page', () => {
  const site = express();
  site.get('/lost', (_req, res) => {
    const page = refusalPage(new NotFound('We can’t find that question.'));
    renderer.page(res, 'errors/refusal', { ...page, layout: shell({}) }, 404);
  });
  site.get('/busy', (_req, res) => {
    const page = refusalPage(new TooMany(40), { kept: [{ label: 'Your answer', text: '<b>' }] });
    renderer.page(res, 'errors/refusal', { ...page, layout: shell({}) }, 429);
  });

  it('says what is missing and offers a search and a question', async () => {
    const { status, text } = await request(site).get('/lost');

    expect(status).to.equal(404);
    expect(text).to.include('<h1>We can’t find that question</h1>');
    expect(text).to.include('action="/search"');
    expect(text).to.include('href="/ask"');
  });

  it('says for how long to wait and keeps what was typed', async () => {
    const { status, text } = await request(site).get('/busy');

    expect(status).to.equal(429);
    expect(text).to.include('<p>Try again in 40 seconds.</p>');
    expect(text).to.include('readonly>&lt;b&gt;</textarea>');
  });
});

describe('An empty place', () => {
  it('hands the words of a search on to the question', () => {
    const drawn = renderer.fill(
      '_empty',
      nothingFound('puk & pin', '/ask?title=puk+%26+pin', 'Soon.'),
    );

    expect(drawn).to.include('Nothing for “puk &amp; pin” yet');
    expect(drawn).to.include('href="/ask?title=puk+%26+pin"');
  });
});

function draw(changes: Partial<Shell>): string {
  return renderer.fill('layout', layoutPage({ ...shell(changes), main: html`<h1>Hello</h1>` }));
}

function shell(changes: Partial<Shell>): Shell {
  const base = { title: 'A page', theme: undefined, nav: 'customer', here: 'elsewhere' } as const;
  return { ...base, search: true, tabs: true, path: '/q/1?sort=new', ...changes };
}
