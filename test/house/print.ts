import { writeFile } from 'node:fs/promises';

import { connect } from '#src/db/connect.ts';
import { freshDatabase, stopCluster } from '../support/cluster.ts';
import { printRows } from './print-rows.ts';
import { printViews } from './print-views.ts';
import { readViews } from './views.ts';

/** Prints what is printed: each part's rows.ts from the database, and views.ts from the views. */
const database = await freshDatabase();
const db = connect(database.ownerUrl);
for (const [file, text] of await printRows(db)) await writeFile(file, text);
await writeFile('src/web/views.ts', printViews(readViews('views')));
await db.destroy();
await database.drop();
await stopCluster();
