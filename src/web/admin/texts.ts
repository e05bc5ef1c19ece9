import { type Request, type Response, Router } from 'express';

import { changeText, findText, readTexts } from '../../site/texts.ts';
import { Conflict, found, Invalid } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { orRedraw, readForm, typedIn } from '../forms.ts';
import { textPage } from '../site/text-page.ts';
import { readVariables } from '../site/variables.ts';
import { actorOf } from '../visitor.ts';
import { textForm } from './admin-forms.ts';
import { editTextPage, type TextState, textsPage } from './texts-page.ts';

/** The operator's own pages, in Markdown, with a preview. */
export function adminTexts(deps: Deps): Router {
  const router = Router();
  const { db, perform, render, operatorMarkdown } = deps;

  router.get('/admin/texts', async (req, res) => {
    await render.page(req, res, 'admin/texts', textsPage(await readTexts(db)), OPTIONS);
  });

  router.get('/admin/texts/:slug', async (req, res) => {
    await drawText(deps, req, res);
  });

  router.post('/admin/texts/:slug/preview', async (req, res) => {
    const attempt = async () => {
      const { title, body } = readForm(textForm, req.body);
      const draft = { title, body_html: operatorMarkdown.render(body), changed_at: deps.now() };
      const preview = textPage(draft, await readVariables(deps));
      await drawText(deps, req, res, { preview });
    };
    await orRedraw(attempt, (errors) => drawText(deps, req, res, { errors }));
  });

  router.post('/admin/texts/:slug', async (req, res) => {
    const { slug } = req.params;
    try {
      const change = { slug, ...readForm(textForm, req.body) };
      await perform(actorOf(req), (work) => changeText(work, change, operatorMarkdown.render));
    } catch (error) {
      if (error instanceof Invalid) return drawText(deps, req, res, { errors: error.fields });
      if (error instanceof Conflict) return drawText(deps, req, res, { conflict: error.message });
      throw error;
    }
    flash(res, 'text-saved');
    res.redirect(303, `/${slug}`);
  });

  return router;
}

const OPTIONS = { nav: 'admin', here: 'texts', noindex: true } as const;

/** The form, with what was typed in it. Where another admin was quicker, their text stands by. */
async function drawText(
  { db, render }: Deps,
  req: Request<{ slug: string }>,
  res: Response,
  state: TextState = {},
): Promise<void> {
  const text = found(await findText(db, req.params.slug), 'text');
  const page = editTextPage(text, state, typedIn(req.body));
  const status = state.errors ? 422 : state.conflict === undefined ? 200 : 409;
  await render.page(req, res, 'admin/text', page, { ...OPTIONS, status });
}
