import { expect } from 'chai';

import type { Knex } from 'knex';

import { down, up } from '../../migrations/20261122_1430_canned_texts.ts';
import { aDomain } from '#test/support/domain.ts';
import { aModerator } from '#test/support/make.ts';

describe('The one list of canned texts', () => {
  const domain = aDomain();

  it('took over both lists, and gives each its own back with what was written since', async () => {
    const { owner } = domain;
    const { id: changed_by } = await aModerator(owner);
    const changed_at = new Date('2026-01-15T12:00:00Z');
    const texts = [
      { id: 2, title: 'Thanks', body: '{author}', changed_by, changed_at, dropped_at: null },
      { id: 7, title: 'Gone', body: 'x', changed_by, changed_at, dropped_at: changed_at },
    ];
    const formerly = async (table: string, db: Knex = owner): Promise<unknown[]> =>
      (await db.raw<{ rows: unknown[] }>(`select * from ${table} order by id`)).rows;

    await down(owner);
    for (const table of FORMER) {
      for (const { id, title, body, dropped_at } of texts) {
        await owner.raw(`insert into ${table} overriding system value values (?, ?, ?, ?, ?, ?)`, [
          id,
          title,
          body,
          changed_by,
          changed_at,
          dropped_at,
        ]);
      }
    }
    await up(owner);
    const moved = await owner('canned_texts').where({ title: 'Thanks' }).orderBy('id');
    const since = { title: 'Since', body: 'x', changed_by, changed_at };
    await owner('canned_texts').insert({ use: 'private-reply', ...since });
    await down(owner);
    const [notes, replies] = [await formerly('canned_notes'), await formerly('case_replies')];
    await up(owner);

    expect(moved.map(({ use, body, former_id }) => [use, body, former_id])).to.deep.equal([
      ['audit-note', '{author}', 2],
      ['private-reply', '{author}', 2],
    ]);
    expect(notes).to.deep.equal(texts);
    expect(replies).to.deep.equal([...texts, { id: 8, ...since, dropped_at: null }]);
  });
});

const FORMER = ['canned_notes', 'case_replies'];
