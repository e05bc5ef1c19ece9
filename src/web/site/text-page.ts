import type { SiteTextRow } from '../../site/rows.ts';
import { fillVariables, type VariableValues } from '../../site/variables.ts';
import type { Html } from '../html.ts';

/** One of the operator's own pages. */
export type TextPage = { title: string; body: Html; changedAt: Date };

/** What is kept of a text was made by the renderer; its variables are put in as markup. */
export const textPage = (
  { title, body_html, changed_at }: Pick<SiteTextRow, 'title' | 'body_html' | 'changed_at'>,
  values: VariableValues,
): TextPage => ({ title, body: fillVariables(body_html, values) as Html, changedAt: changed_at });
