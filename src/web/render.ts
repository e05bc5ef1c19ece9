import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import ejs from 'ejs';
import type { Response } from 'express';

import { root } from '../root.ts';
import type { Assets } from './assets.ts';
import type { Formats } from './format.ts';
import type { Html } from './html.ts';
import { layoutPage, type Shell, type Site } from './layout.ts';
import { art } from './look/art.ts';
import { avatar } from './look/avatar.ts';
import { meter } from './look/charts.ts';
import { coin, icon, logo } from './look/icons.ts';
import type { Views } from './views.ts';

/** Draws pages; views that do not parse stop the process as it starts. */
export type Renderer = {
  /** Sends a page inside the layout. */
  page: <Name extends PageName>(
    res: Response,
    name: Name,
    page: Views[Name] & { layout: Shell },
    status?: number,
  ) => void;
  /** One view alone, for fragments and mails. */
  fill: <Name extends keyof Views>(name: Name, page: Views[Name]) => Html;
};

/** All that a view can see besides its page. */
export type Tools = Formats &
  typeof LOOK & {
    partial: Renderer['fill'];
    assetUrl: Assets['url'];
    site: Site;
  };

/** A view that is a page of its own: in a folder, and no partial. */
export type PageName = Exclude<keyof Views & `${string}/${string}`, `${string}/_${string}`>;

/** The names that a view may use. */
export const SCOPE = [
  ...['page', 'partial', 'assetUrl', 'site'],
  ...['money', 'day', 'time', 'dateTime', 'month', 'count', 'when', 'whenDay'],
  ...['art', 'avatar', 'coin', 'icon', 'logo', 'meter'],
];

/** Compiles every view once and keeps what they all need. */
export function createRenderer({ assets, site, formats }: Needs): Renderer {
  const templates = compileViews(join(root, 'views'));
  const fill: Renderer['fill'] = (name, page) => {
    const template = templates.get(name);
    if (!template) throw new Error(`There is no view called ${name}`);
    return template({ ...tools, page }) as Html;
  };
  const tools: Tools = { ...formats, ...LOOK, partial: fill, assetUrl: assets.url, site };
  return {
    fill,
    page: (res, name, page, status = 200) => {
      const layout = layoutPage({ ...page.layout, main: fill(name, page) });
      res.status(status).type('html').send(fill('layout', layout));
    },
  };
}

type Needs = { assets: Assets; site: Site; formats: Formats };

type Template = (scope: object) => string;

const LOOK = { art, avatar, coin, icon, logo, meter };

function compileViews(folder: string): Map<string, Template> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => file.endsWith('.ejs'))
      .map((file) => [
        file.replaceAll(sep, '/').replace(/\.ejs$/, ''),
        compile(join(folder, file)),
      ]),
  );
}

function compile(filename: string): Template {
  const options = { filename, strict: true, localsName: 'scope', destructuredLocals: SCOPE };
  return ejs.compile(withoutBlankLines(readFileSync(filename, 'utf8')), options);
}

/** A line with nothing but a condition or a comment leaves no line behind it. */
const withoutBlankLines = (view: string) =>
  view
    .replaceAll(/^[ \t]*<%( (?:(?!%>).)*)%>[ \t]*$/gm, '<%_$1_%>')
    .replaceAll(/^(<%#(?:(?!%>).)*)%>$/gm, '$1-%>');
