import type { Knex } from 'knex';

import type { Mentioned } from '../members/mentions.ts';
import type { PostRef } from './posts.ts';

/** Turns what people type into what readers see; handed in, for the forum draws no pages. */
export type Markdown<Html extends string = string> = {
  /** HTML that is safe to show as it is; whoever is mentioned in it is linked to. */
  render: (source: string, mentioned?: Mentioned) => Html;
  /** The first words as plain text, for one line of a list; at most `max` characters. */
  excerpt: (source: string, max?: number) => string;
  /** One line without marks, such as a title. */
  plain: (source: string) => string;
  /** The same for a post that is there already, of which readers may see more. */
  forPost: (db: Knex, post: PostRef) => Promise<Markdown<Html>>;
};

/** A title as readers see it, cut to the length that titles can have. */
export const titleFor = ({ plain }: Markdown, title: string): string =>
  [...plain(title)].slice(0, 150).join('');
