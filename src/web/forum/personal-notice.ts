import { Invalid } from '../../refusals.ts';
import type { Finding } from '../../trust/personal-data.ts';
import type { Html } from '../html.ts';
import { PERSONAL_KINDS } from './personal-words.ts';

/** What looks personal in what somebody is about to publish, and what can be done about it. */
export type PersonalNotice = {
  lead: string;
  items: readonly { where: string; typed: string; mask: string }[];
  /** What readers will see. */
  preview: Html;
};

/** Something looks personal, and whoever wrote it has not said what to do about it. */
export class LooksPersonal extends Invalid {
  readonly notice: PersonalNotice;

  constructor(spotted: readonly Spotted[], preview: Html) {
    super(Object.fromEntries([...spotted].reverse().map((each) => [each.field, errorOf(each)])));
    this.notice = {
      lead: `That looks like ${listOf([...new Set(spotted.map(nameOf))])}.`,
      items: spotted.map(({ field, typed, finding }) => ({
        ...{ where: WHERE[field] ?? 'In what you wrote', typed, mask: finding.mask },
      })),
      preview,
    };
  }
}

/** A finding in a field of a form, with what was typed there. */
export type Spotted = { field: string; typed: string; finding: Finding };

/** The notice of a form that was refused for it; undefined where something else is wrong. */
export const noticeOf = (refusal: Invalid): PersonalNotice | undefined =>
  refusal instanceof LooksPersonal ? refusal.notice : undefined;

const nameOf = ({ finding }: Spotted) => PERSONAL_KINDS[finding.kind];

const errorOf = (spotted: Spotted) =>
  `“${spotted.typed}” looks like ${nameOf(spotted)}. Choose how to post it.`;

const WHERE: Readonly<Record<string, string>> = {
  title: 'In the question',
  body: 'In the text',
  reason: 'In your reason',
};

/** “a, b and c”. */
const listOf = (words: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);
