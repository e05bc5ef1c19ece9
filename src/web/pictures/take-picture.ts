import type { Request } from 'express';
import { z } from 'zod';

import { addPicture } from '../../pictures/add-picture.ts';
import { picturePath } from '../../pictures/names.ts';
import { Invalid } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { line, readForm, typedIn, type Typed } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { fileOf } from './multipart.ts';

/** Where a picture is that was just uploaded; the Markdown that shows it. */
export type Taken = { src: string; markdown: string };

/** Draws the file of a form anew and keeps it for whoever sent it; `alt` is what it shows. */
export async function takePicture(deps: Deps, req: Request, alt: string): Promise<Taken> {
  const { limits, perform, picturePress } = deps;
  const uploader = actorOf(req);
  await limits.count('picture', String(uploader.id));
  const file = fileOf(req);
  if (!file) throw new Invalid({ picture: 'Choose a picture first.' });
  const prepared = await picturePress(file);
  const { name } = await perform(uploader, (work) => addPicture(work, prepared));
  const src = picturePath(name);
  return { src, markdown: `![${inBrackets(alt)}](${src})` };
}

/** The text that was typed, with the form's picture at its end; what was typed otherwise stays. */
export async function typedWithPicture(deps: Deps, req: Request): Promise<Typed> {
  actorOf(req);
  const { alt } = readForm(AltForm, req.body);
  const { markdown } = await takePicture(deps, req, alt);
  const typed = typedIn(req.body);
  const body = [typed.body?.trimEnd(), markdown].filter(Boolean).join('\n\n');
  return { ...typed, body: `${body}\n`, alt: '' };
}

const AltForm = z.object({
  alt: line({
    missing: 'Say what the picture shows, for those who can’t see it.',
    max: 200,
    what: 'That',
  }),
});

/** Nothing in what it shows may end the brackets around it. */
const inBrackets = (alt: string) => alt.replaceAll(/[[\]\\]/g, ' ').trim();
