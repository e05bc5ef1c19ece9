import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Knex } from 'knex';

const FOLDER = join(import.meta.dirname, '../../migrations');

/**
 * The migrations beside this code, as source or compiled, under the same names without extension,
 * so that a database migrated by one is up to date for the other.
 */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: () =>
    Promise.resolve(
      readdirSync(FOLDER)
        .filter((file) => /^\d{8}_\d{4}_\w+\.(ts|js)$/.test(file))
        .map((file) => file.replace(/\.\w+$/, ''))
        .sort(),
    ),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
    return (await import(
      pathToFileURL(join(FOLDER, `${name}.${extension}`)).href
    )) as Knex.Migration;
  },
};
