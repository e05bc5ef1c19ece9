import type { Request, Response } from 'express';

import { cachingOf } from './caching.ts';
import type { Shell } from './layout.ts';
import { takeFlash } from './flash.ts';
import type { PageName, Renderer } from './render.ts';
import { themeOf } from './theme.ts';
import type { Views } from './views.ts';
import type { Headline } from './headline.ts';

/** What a page says about itself besides its content; what is left out has a sensible default. */
export type PageOptions = { status?: number } & Partial<
  Pick<
    Shell,
    | ('description' | 'canonical' | 'jsonLd' | 'noindex' | 'scripts' | 'feed')
    | ('nav' | 'here' | 'search' | 'tabs')
  > & { undo: NonNullable<Shell['flash']>['undo'] }
>;

export type Pages = {
  /**
   * Draws a page inside the layout for whoever asks: their name and balance, the flash of the last
   * page, their colours. The title of a page with status 422 begins with "Error: ".
   */
  page: <Name extends PageName>(
    req: Request,
    res: Response,
    name: Name,
    page: Views[Name] & { title: string },
    options?: PageOptions,
  ) => Promise<void>;
  /** The same with nothing read from the database, which may be what is amiss. */
  plainPage: <Name extends PageName>(
    req: Request,
    res: Response,
    name: Name,
    page: Views[Name] & { title: string },
    options?: PageOptions,
  ) => void;
  /** One view alone, for a fragment. */
  fill: Renderer['fill'];
};

type Needs = { renderer: Renderer; headline: (req: Request) => Promise<Headline> };

export function createPages({ renderer, headline }: Needs): Pages {
  return {
    fill: renderer.fill,
    page: async (req, res, name, page, options = {}) => {
      const shell = shellOf(req, res, page.title, options, await headline(req));
      renderer.page(res, name, { ...page, layout: shell }, options.status);
    },
    plainPage: (req, res, name, page, options = {}) => {
      const shell = shellOf(req, res, page.title, options);
      renderer.page(res, name, { ...page, layout: shell }, options.status);
    },
  };
}

function shellOf(
  req: Request,
  res: Response,
  title: string,
  { status, undo, ...options }: PageOptions,
  { decided, ...headline }: Headline = {},
): Shell {
  const flash = takeFlash(req, res);
  const personal = headline.viewer !== undefined || flash !== undefined;
  res.set('Cache-Control', cachingOf(req, { personal, status }));
  res.vary('Cookie');
  return {
    ...{ nav: 'customer', here: 'elsewhere', search: true, tabs: true },
    ...options,
    title: status === 422 ? `Error: ${title}` : title,
    theme: themeOf(req),
    path: req.originalUrl,
    flash: flash && { text: flash.text, undo },
    ...headline,
    ...(decided && {
      // A form that was sent is answered first, by what is wrong with it or how it will look.
      decided: { ...decided, focus: req.method === 'GET' },
      scripts: [...new Set([...(options.scripts ?? []), 'queue.js'])],
    }),
  };
}
