import { COMMENT_LENGTH } from '../forum/lengths.ts';
import { MESSAGE_LENGTH } from '../handoff/write-message.ts';
import { NEVER } from '../notices/mail-body.ts';
import { listed } from '../notices/listed.ts';
import type { ReplyTarget } from '../notices/reply-address.ts';
import { PERSONAL_KINDS } from '../trust/personal-data/kind-words.ts';
import { surroundingsOf } from '../trust/personal-data/masking-markdown.ts';
import { findPersonalData } from '../trust/personal-data/personal-data.ts';
import type { Operator } from '../work.ts';
import { hasAttachments } from './mime/attachments.ts';
import type { ReadMail } from './mime/read-mail.ts';

/** Why a reply is not posted: a word to count it by, and a sentence for whoever wrote it. */
export type WhyNot = { why: string; says: string };

/** What keeps a reply from being posted before anybody tries; undefined where nothing does. */
export function whyNot(
  operator: Operator,
  { parts }: Pick<ReadMail, 'parts'>,
  { words, target }: { words: string; target: ReplyTarget },
): WhyNot | undefined {
  if (hasAttachments(parts)) return ATTACHMENTS;
  if (words === '') return EMPTY;
  if (quotesUs(operator, words)) return QUOTED;
  const most = 'case' in target ? MESSAGE_LENGTH : COMMENT_LENGTH;
  const length = [...words].length;
  if (length > most) return tooLong(length, most);
  return 'case' in target ? undefined : personal(operator, words);
}

const ATTACHMENTS = {
  why: 'attachments',
  says: 'something is attached to it, and we don’t open what comes attached to a mail. Send the words alone, or add a picture on the site.',
};

const EMPTY = {
  why: 'empty',
  says: 'we found nothing in it but the mail that it replies to. Write above that, and send it again.',
};

/** What we mail has links that act for its reader: they must never be where everybody reads. */
const quotesUs = ({ siteUrl }: Operator, words: string) =>
  words.includes(`${siteUrl}/n/`) || words.replaceAll(/\s+/g, ' ').includes(NEVER);

const QUOTED = {
  why: 'quoted',
  says: 'we can’t tell your words from the mail that they reply to. Delete that mail below your words, and send it again.',
};

const number = new Intl.NumberFormat('en-GB');

const tooLong = (length: number, most: number): WhyNot => ({
  why: 'too-long',
  says: `it has ${number.format(length)} characters, and there is room for ${number.format(most)}.`,
});

function personal(operator: Operator, words: string): WhyNot | undefined {
  const kinds = findPersonalData(words, surroundingsOf(operator)).map(({ kind }) => kind);
  if (kinds.length === 0) return undefined;
  const named = listed(kinds.map((kind) => PERSONAL_KINDS[kind]));
  return {
    why: 'personal',
    says:
      `everybody would read ${named} in it. On the site you can post it with that hidden, or ` +
      'send it to our team alone.',
  };
}
