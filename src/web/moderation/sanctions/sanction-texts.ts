import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { readTexts, readVersions, rewordText } from '../../../moderation/sanctions/texts.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { form } from '../../form-page.ts';
import {
  block,
  type FieldErrors,
  line,
  orRedraw,
  readForm,
  typedIn,
  wholeNumber,
} from '../../forms.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import type { CaseList } from '../case-list.ts';
import type { CasePage } from '../case-page.ts';

/** The texts behind sanctions, which an admin words; each change is another version. */
export function sanctionTexts(deps: Deps): Router {
  const { db, perform, render } = deps;
  const router = Router();
  router.use('/admin/sanction-texts', staffOnly('admin'));

  router.get('/admin/sanction-texts', async (req, res) => {
    const page = textsPage(await readTexts(db));
    await render.page(req, res, 'moderation/cases', page, OPTIONS);
  });

  router.get('/admin/sanction-texts/:slug', (req, res) => draw(deps, req, res));

  router.post('/admin/sanction-texts/:slug', async (req, res) => {
    const reword = async () => {
      const text = { slug: req.params.slug, ...readForm(TextForm, req.body) };
      await perform(actorOf(req), (work) => rewordText(work, text));
      flash(res, 'text-saved');
      res.redirect(303, '/admin/sanction-texts');
    };
    await orRedraw(reword, (errors) => draw(deps, req, res, errors));
  });

  return router;
}

const OPTIONS = { nav: 'admin', here: 'sanction-texts', noindex: true } as const;

const textsPage = (texts: Awaited<ReturnType<typeof readTexts>>): CaseList => ({
  title: 'Sanction texts',
  lede: 'What members read when they are sanctioned. A change holds from then on.',
  tabs: undefined,
  rows: texts.map(({ slug, label, body, version, writer, made_at }) => ({
    ...{ title: label, href: `/admin/sanction-texts/${slug}`, at: made_at },
    chip: { label: `Version ${String(version)}`, tone: '' },
    lines: [body, ...(writer === null ? [] : [`Last changed by ${writer}.`])],
  })),
  empty: { art: 'done', title: 'No texts', text: 'There is nothing to sanction for.' },
  pager: { label: 'More texts' },
});

async function draw(
  { db, render }: Deps,
  req: Request<{ slug: string }>,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const versions = await readVersions(db, req.params.slug);
  const now = found(versions[0], 'text');
  const blank = {
    ...{ action: `/admin/sanction-texts/${now.slug}`, submit: 'Save as a new version' },
    hidden: { version: String(now.version) },
    fields: [
      { name: 'label', label: 'What for, in a few words', value: now.label },
      { name: 'body', label: 'The text', kind: 'long', value: now.body } as const,
    ],
  };
  const drawn = form(blank, errors, typedIn(req.body));
  const page: CasePage = {
    title: now.label,
    back: { href: '/admin/sanction-texts', label: 'Sanction texts' },
    ...{ errors: drawn.errors, notes: [], written: undefined, form: drawn },
    formTitle: 'Word it anew',
    sections: [
      {
        ...{ id: 'versions', title: 'Versions' },
        lines: versions.map(({ version, body, writer, made_at }) => ({
          ...{ at: made_at, text: body },
          lead: `Version ${String(version)}${writer === null ? '' : `, by ${writer}`}`,
        })),
      },
    ],
  };
  const status = errors ? 422 : 200;
  await render.page(req, res, 'moderation/case', page, { ...OPTIONS, status });
}

const TextForm = z.object({
  label: line({ missing: 'Say what for.', max: 60, min: 2, what: 'The name' }),
  body: block({ missing: 'Say it in a sentence or two.', max: 2_000, min: 10, what: 'The text' }),
  version: wholeNumber('Open the page again: this form has come apart.'),
});
