import type { z } from 'zod';

import type { PostRef } from '../../forum/posts.ts';
import { fingerprintOf } from '../../trust/personal-data/fingerprint.ts';
import { surroundingsOf } from '../../trust/personal-data/masking-markdown.ts';
import { findPersonalData, masked } from '../../trust/personal-data/personal-data.ts';
import { readFindingsOf } from '../../trust/personal-data/read-shown.ts';
import type { Deps } from '../deps.ts';
import { readForm, typedIn } from '../forms.ts';
import { LooksPersonal, type Spotted } from './personal-notice.ts';

/** What is to be published, and whether its author says that what looks personal is not. */
export type Publishable<Form extends z.ZodObject> = { typed: z.output<Form>; kept: boolean };

/**
 * Reads a form whose texts everybody will read. Something that looks personal is refused until
 * `personal` says what to do: `mask` puts a mask in its place, `keep` leaves it. What was already
 * found in the post is not asked about again.
 */
export async function readPublishable<Form extends z.ZodObject>(
  { db, markdown, operator }: Pick<Deps, 'db' | 'markdown' | 'operator'>,
  form: Form,
  body: unknown,
  post?: PostRef,
): Promise<Publishable<Form>> {
  const typed = readForm(form, body);
  const known = post ? await readFindingsOf(db, post) : [];
  const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint));
  const texts = textsOf(typed).map(([field, text]) => ({
    ...{ field, text },
    findings: findPersonalData(text, surroundingsOf(operator)).filter(
      (finding) => !fingerprints.has(fingerprintOf(text, finding)),
    ),
  }));
  const spotted = texts.flatMap(spottedIn);
  if (spotted.length === 0) return { typed, kept: false };

  const { personal } = typedIn(body);
  if (personal === 'keep') return { typed, kept: true };
  if (personal !== 'mask') throw new LooksPersonal(spotted, await previewOf());
  const changed = texts.map(({ field, text, findings }) => [field, masked(text, findings)]);
  // Masks may be longer than what they hide, so the form has its say again.
  const fields = { ...typedIn(body), ...(Object.fromEntries(changed) as object) };
  return { typed: readForm(form, fields), kept: false };

  async function previewOf() {
    const drawing = post ? await markdown.forPost(db, post) : markdown;
    return drawing.render(String(typed.body));
  }
}

type Checked = { field: string; text: string; findings: ReturnType<typeof findPersonalData> };

const spottedIn = ({ field, text, findings }: Checked): Spotted[] =>
  findings.map((finding) => ({
    ...{ field, finding },
    typed: text.slice(finding.start, finding.end),
  }));

/** The fields that readers see, as the form means them. */
const textsOf = (typed: Record<string, unknown>) =>
  Object.entries(typed).filter(
    (entry): entry is [string, string] =>
      PUBLIC_FIELDS.has(entry[0]) && typeof entry[1] === 'string',
  );

const PUBLIC_FIELDS = new Set(['title', 'body', 'answer', 'reason']);
