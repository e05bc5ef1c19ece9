import { randomUUID } from 'node:crypto';

import { listed } from '../../notices/listed.ts';
import { Invalid } from '../../refusals.ts';
import type { Finding } from '../../trust/personal-data/personal-data.ts';
import type { Html } from '../html.ts';
import { PERSONAL_KINDS } from '../../trust/personal-data/kind-words.ts';

/** What looks personal in what somebody is about to publish, and what can be done about it. */
export type PersonalNotice = {
  lead: string;
  items: readonly { where: string; typed: string; mask: string }[];
  /** How many more there are. */
  more: number;
  /** What readers will see. */
  preview: Html;
  /** Names the sending to our team alone; undefined where that is not offered. */
  key: string | undefined;
};

/** Something looks personal, and whoever wrote it has not said what to do about it. */
export class LooksPersonal extends Invalid {
  readonly notice: PersonalNotice;

  constructor(spotted: readonly Spotted[], preview: Html) {
    const fields = [...new Set(spotted.map(({ field }) => field))];
    super(Object.fromEntries(fields.map((field) => [field, errorIn(field, spotted)])));
    this.notice = {
      lead: `That looks like ${listed(spotted.map(nameOf))}.`,
      items: spotted.slice(0, LISTED).map(({ field, typed, finding }) => ({
        ...{ where: WHERE[field] ?? 'In what you wrote', typed, mask: finding.mask },
      })),
      more: Math.max(0, spotted.length - LISTED),
      ...{ preview, key: randomUUID() },
    };
  }
}

/** A finding in a field of a form, with what was typed there. */
export type Spotted = { field: string; typed: string; finding: Finding };

/** The notice of a form that was refused for it; undefined where something else is wrong. */
export const noticeOf = (refusal: Invalid): PersonalNotice | undefined =>
  refusal instanceof LooksPersonal ? refusal.notice : undefined;

const nameOf = ({ finding }: Spotted) => PERSONAL_KINDS[finding.kind];

/** How many are named. */
const LISTED = 10;

function errorIn(field: string, spotted: readonly Spotted[]): string {
  const here = spotted.filter((each) => each.field === field);
  const [first = '', ...others] = new Set(here.map(({ typed }) => `“${typed}”`));
  if (others.length === 0) return `${first} looks personal. Choose how to post it.`;
  const named = others.length < LISTED ? others : [`${String(others.length)} more`];
  return `${listed([first, ...named])} look personal. Choose how to post them.`;
}

const WHERE: Readonly<Record<string, string>> = {
  title: 'In the question',
  body: 'In the text',
  answer: 'In the answer',
  reason: 'In your reason',
};
