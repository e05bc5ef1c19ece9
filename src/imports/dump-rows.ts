import { personOf, type DumpPerson } from './dump-people.ts';
import { DumpError } from './dump-error.ts';
import type { XmlRow } from './dump-xml.ts';

/** A question of the dump, with its HTML body as it was. */
export type DumpQuestion = {
  kind: 'question';
  line: number;
  id: number;
  author: DumpPerson;
  createdAt: Date;
  title: string;
  html: string;
  tags: string[];
  acceptedAnswerId: number | null;
};

/** An answer of the dump; `questionId` is the question it was written under. */
export type DumpAnswer = {
  kind: 'answer';
  line: number;
  id: number;
  author: DumpPerson;
  createdAt: Date;
  questionId: number;
  html: string;
};

/** A row that is neither: the text about a tag, or a kind of post that is not imported. */
export type DumpOther = {
  kind: 'tag wiki' | 'other';
  line: number;
  id: number;
};

export type DumpRow = DumpQuestion | DumpAnswer | DumpOther;

const QUESTION = 1;
const ANSWER = 2;
const TAG_WIKIS = [4, 5];

/** Reads a row's attributes; refuses it with a DumpError when one is missing or makes no sense. */
export function rowOf(path: string, { line, attributes }: XmlRow): DumpRow {
  const fields = new Fields(path, line, attributes);
  const id = fields.id('Id');
  const type = fields.id('PostTypeId');
  if (type === QUESTION) return { kind: 'question', line, id, ...questionOf(fields) };
  if (type === ANSWER) return { kind: 'answer', line, id, ...answerOf(fields) };
  return { kind: TAG_WIKIS.includes(type) ? 'tag wiki' : 'other', line, id };
}

const questionOf = (fields: Fields) => ({
  author: authorOf(fields),
  createdAt: fields.instant('CreationDate'),
  title: fields.text('Title'),
  html: fields.text('Body'),
  tags: tagsOf(fields.optional('Tags') ?? ''),
  acceptedAnswerId: fields.optionalId('AcceptedAnswerId'),
});

const answerOf = (fields: Fields) => ({
  author: authorOf(fields),
  createdAt: fields.instant('CreationDate'),
  questionId: fields.id('ParentId'),
  html: fields.text('Body'),
});

const authorOf = (fields: Fields) =>
  personOf(fields.optionalId('OwnerUserId'), fields.optional('OwnerDisplayName') ?? null);

/** Tags are written `<a><b>` in older dumps and `|a|b|` in newer ones. */
const tagsOf = (tags: string) => tags.split(/[<>|]+/).filter((tag) => tag !== '');

const LARGEST_ID = 2_147_483_647;

class Fields {
  readonly #path: string;
  readonly #line: number;
  readonly #attributes: XmlRow['attributes'];

  constructor(path: string, line: number, attributes: XmlRow['attributes']) {
    this.#path = path;
    this.#line = line;
    this.#attributes = attributes;
  }

  optional(name: string): string | undefined {
    return this.#attributes[name];
  }

  text(name: string): string {
    const value = this.optional(name) ?? '';
    return value.trim() === '' ? this.#refuse(`row has no ${name}`) : value;
  }

  id(name: string): number {
    const value = this.text(name);
    const id = Number(value);
    const isId = /^[1-9]\d*$/.test(value) && id <= LARGEST_ID;
    return isId ? id : this.#refuse(`${name} is not a number from 1: "${value.slice(0, 40)}"`);
  }

  /** An id that may be missing; -1 is the site's own user. */
  optionalId(name: string): number | null {
    const value = this.optional(name);
    if (value === undefined) return null;
    return name === 'OwnerUserId' && value === '-1' ? -1 : this.id(name);
  }

  /** Dumps write UTC without saying so: 2015-01-27T20:09:32.720. */
  instant(name: string): Date {
    const value = this.text(name);
    const isWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z?$/.test(value);
    const instant = new Date(`${value.replace(/Z$/, '')}Z`);
    const isDate = isWritten && !Number.isNaN(instant.getTime());
    return isDate && instant.toISOString().startsWith(value.slice(0, 19))
      ? instant
      : this.#refuse(`${name} is not a date like 2015-01-27T20:09:32.720: "${value.slice(0, 40)}"`);
  }

  #refuse(problem: string): never {
    const remedy = 'Export the dump again or remove this row.';
    throw new DumpError(this.#path, this.#line, `${problem}. ${remedy}`);
  }
}
