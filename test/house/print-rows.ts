import { posix } from 'node:path';

import type { Knex } from 'knex';

import { OWNER } from './plan.ts';

type Column = {
  table_name: string;
  name: string;
  type: string;
  nullable: boolean;
  generated: boolean;
  defaulted: boolean;
  is_key: boolean;
  points_to: string | null;
  one_of: string | null;
  words: string[] | null;
  comment: string | null;
};

/** Prints each part's rows.ts from the database itself, so that types cannot disagree with it. */
export async function printRows(db: Knex): Promise<Map<string, string>> {
  const columns = await readColumns(db);
  const parts = [...new Set(columns.map((column) => ownerOf(column.table_name)))];
  return new Map(
    parts.map((part) => [
      rowsFile(part),
      printPart(
        part,
        columns.filter((column) => ownerOf(column.table_name) === part),
      ),
    ]),
  );
}

function printPart(part: string, columns: Column[]): string {
  const tables = [...new Set(columns.map((column) => column.table_name))];
  const keys = columns.filter((column) => column.is_key);
  return [
    '// Printed from the migrated database by `npm run print`. Do not edit: change the database.',
    "import type { Knex } from 'knex';\n",
    ...importsOf(part, columns),
    '',
    ...keys.map((key) => `export type ${idType(key.table_name)} = ${brandedKey(key)};`),
    '',
    ...tables.map((table) =>
      printTable(
        table,
        columns.filter((column) => column.table_name === table),
      ),
    ),
    "declare module 'knex/types/tables.js' {\n  interface Tables {",
    ...tables.map((table) => `    ${table}: ${compositeType(table)};`),
    '  }\n}\n',
  ].join('\n');
}

/** The other parts' types that these columns mention: brands and the ids they point to. */
function importsOf(part: string, columns: Column[]): string[] {
  const from = (file: string) => {
    const path = posix.relative(posix.join('src', part), file);
    return path.startsWith('.') ? path : `./${path}`;
  };
  const mentions = new Map<string, Set<string>>();
  const mention = (file: string, type: string) =>
    mentions.set(from(file), (mentions.get(from(file)) ?? new Set()).add(type));
  for (const { is_key, points_to } of columns) {
    if (is_key) mention('src/db/branded.ts', 'Branded');
    if (points_to && ownerOf(points_to) !== part) {
      mention(rowsFile(ownerOf(points_to)), idType(points_to));
    }
  }
  return [...mentions]
    .sort()
    .map(([file, types]) => `import type { ${[...types].sort().join(', ')} } from '${file}';`);
}

function printTable(table: string, columns: Column[]): string {
  const described = (column: Column) =>
    (column.comment ? `  /** ${column.comment} */\n` : '') + `  ${column.name}: ${typeOf(column)};`;
  const given = (column: Column) =>
    `  ${column.name}${column.nullable || column.defaulted ? '?' : ''}: ${typeOf(column)};`;
  return [
    `export type ${rowType(table)} = {`,
    ...columns.map(described),
    `};\n\nexport type New${rowType(table)} = {`,
    ...columns.filter((column) => !column.generated).map(given),
    '};\n',
  ].join('\n');
}

function typeOf(column: Column): string {
  return column.nullable ? `${presentTypeOf(column)} | null` : presentTypeOf(column);
}

function presentTypeOf(column: Column): string {
  if (column.points_to) return idType(column.points_to);
  if (column.is_key) return idType(column.table_name);
  if (column.one_of) return literals(column.one_of);
  if (column.words) return column.words.map((word) => `'${word}'`).join(' | ');
  return scalar(column);
}

const SCALARS: Record<string, string> = {
  bool: 'boolean',
  citext: 'string',
  date: 'string',
  int4: 'number',
  int2: 'number',
  int8: 'bigint',
  interval: 'string',
  json: 'unknown',
  timestamp: 'Date',
  tsvector: 'string',
  bytea: 'Buffer',
  _bytea: 'Buffer[]',
  _int4: 'number[]',
  _text: 'string[]',
  jsonb: 'unknown',
  text: 'string',
  timestamptz: 'Date',
  uuid: 'string',
  xid8: 'string',
};

function scalar({ type, table_name, name }: Column): string {
  const known = SCALARS[type];
  if (!known) throw new Error(`${table_name}.${name} is ${type}, which has no type here yet`);
  return known;
}

function ownerOf(table: string): string {
  const owner = OWNER[table];
  if (owner === undefined) throw new Error(`Nobody owns the table ${table}: add it to plan.ts`);
  return owner;
}

const rowsFile = (part: string) => posix.join('src', part, 'rows.ts');
const literals = (constraint: string) =>
  [...constraint.matchAll(/'([^']+)'::text/g)].map(([, word]) => `'${word}'`).join(' | ');
const singular = (table: string) => table.replace(/ies$/, 'y').replace(/s$/, '');
const pascal = (name: string) =>
  name.replace(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase());
const rowType = (table: string) => `${pascal(singular(table))}Row`;
const idType = (table: string) => `${pascal(singular(table))}Id`;
const brandedKey = (key: Column) => `Branded<${scalar(key)}, '${singular(key.table_name)}'>`;
const compositeType = (table: string) =>
  `Knex.CompositeTableType<${rowType(table)}, New${rowType(table)}, Partial<New${rowType(table)}>>`;

/**
 * A foreign key to an id gives a column its brand; an `in (…)` check, of itself or of
 * its domain, or a foreign key to a table of words gives it its words.
 */
async function readColumns(db: Knex): Promise<Column[]> {
  const { rows } = await db.raw<{ rows: (Column & { says: string | null })[] }>(`
    select c.relname as table_name, a.attname as name, coalesce(base.typname, t.typname) as type,
           not a.attnotnull as nullable,
           a.attidentity <> '' or a.attgenerated <> '' as generated,
           a.atthasdef as defaulted,
           pk.oid is not null and a.attname = 'id' as is_key,
           coalesce(fk.target, substring(col_description(c.oid, a.attnum) from '^references (\\w+):')) as points_to,
           pg_get_constraintdef(ck.oid) as one_of,
           says.target as says,
           col_description(c.oid, a.attnum) as comment
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      left join pg_type base on base.oid = t.typbasetype
      left join pg_constraint pk
           on pk.conrelid = c.oid and pk.contype = 'p' and pk.conkey = array[a.attnum]
      left join pg_constraint ck
           on (ck.conrelid = c.oid and ck.conkey = array[a.attnum] or ck.contypid = t.oid)
           and ck.contype = 'c'
           and pg_get_constraintdef(ck.oid) like '%::text%'
           and pg_get_constraintdef(ck.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\['
      left join lateral (
           select f.confrelid::regclass::text as target
             from pg_constraint f
             cross join unnest(f.conkey, f.confkey) as pair (here, there)
             join pg_attribute there
                  on there.attrelid = f.confrelid and there.attnum = pair.there
            where f.conrelid = c.oid and f.contype = 'f'
              and pair.here = a.attnum and there.attname = 'id'
            limit 1) fk on true
      left join lateral (
           select f.confrelid::regclass::text as target
             from pg_constraint f
             join pg_attribute there
                  on there.attrelid = f.confrelid and there.attnum = f.confkey[1]
            where f.conrelid = c.oid and f.contype = 'f'
              and f.conkey = array[a.attnum] and there.attname = 'word'
            limit 1) says on true
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and c.relname not like 'knex%'
     order by c.relname, a.attnum`);
  const words = new Map<string, string[]>();
  for (const table of new Set(rows.flatMap(({ says }) => says ?? []))) {
    words.set(table, await readWords(db, table));
  }
  return rows.map(({ says, ...column }) => ({
    ...column,
    words: says === null ? null : (words.get(says) ?? null),
  }));
}

const readWords = (db: Knex, table: string): Promise<string[]> =>
  db(table).orderBy('word').pluck('word');
