import { expect } from 'chai';

import { makeCheckpoint } from '#src/ledger/checkpoints.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import { aDomain } from '#test/support/domain.ts';
import { closeMonth, stopMonth } from './closes.ts';
import { aHold, anActor, postAs, someone } from './orders.ts';
import { aRandomHistory, withTampering } from './tampering.ts';

describe('Verifying the ledger', () => {
  const domain = aDomain();
  const member = someone();

  before(async () => {
    await aRandomHistory(domain, member);
    await postAs(domain, aHold(member));
    domain.itIsNow('2026-02-01T12:00:00Z');
    await stopMonth(domain, '2026-01', anActor());
    await closeMonth(domain, '2026-01', anActor());
  });

  const brokenRules = async (db = domain.db) =>
    (await verifyLedger(db)).filter(({ broken }) => broken > 0n).map(({ rule }) => rule);

  it('finds nothing in a history of 300 random movements', async () => {
    expect(await brokenRules()).to.deep.equal([]);
    expect(await domain.db('ledger_transfers').count().first())
      .to.have.property('count')
      .above(200);
  });

  const balance = 'Every guarded balance is the sum of its transfers';
  const chain = 'Every running balance follows from the one before, in the order of the numbers';
  const floor = 'Every guarded account has a balance and was never below zero';
  const settled = 'Every settlement ends a pending transfer, once, by its own amount';
  const mirrored = 'Every reversal mirrors what it reverses, once';
  const waiting = 'Every account holds just what the pending transfers into it wait to settle';
  const gapless = 'The journal is gapless and numbers every transfer it names once';
  const currency = 'Every account keeps one currency';
  const ends = 'Every transfer has two accounts, and every number its transfer';

  const leaf = 'Every leaf is what its transfer says';
  const blocks = 'Blocks are numbered without gaps, and each adds up';
  const roots = 'Every block’s root is that of the leaves up to it, and the last is the end';
  const nodes = 'Every node that is kept is that of its leaves';
  const checkpoints = 'Every checkpoint’s tree is in the ledger';
  const order = 'What settles or reverses a transfer comes after it';
  const numbered = 'Every transfer that nothing can come before any more has its number';
  const chart = 'Every account is what the chart of accounts says';
  const months = 'Every closed month ends where its checkpoint says';
  const closed = 'Nothing was added to a closed month';
  const operators = 'debit_after is null and credit_after is null';

  const the = (bucket: string) =>
    `(select id from ledger_accounts where code = 'member:${String(member)}:${bucket}')`;
  const first = (where: string) => `(select min(id) from ledger_transfers where ${where})`;
  const insertCopy = (where: string, changes: Record<string, string> = {}) => {
    const columns = `event, debit_account_id, credit_account_id, amount_minor, currency,
      debit_after, credit_after, pending, settles, reverses, journal, ref, recorded_at,
      effective_date`;
    const values = columns.replaceAll(/\w+/g, (column) => changes[column] ?? column);
    return `insert into ledger_transfers (key, ${columns})
            select 'tampered.' || id, ${values} from ledger_transfers where id = ${first(where)}`;
  };

  const tampering: [string, string | string[], string[]][] = [
    [
      'a balance that was changed',
      `update ledger_balances set amount_minor = amount_minor + 1 where account_id = ${the('available')}`,
      [balance],
    ],
    [
      'a balance of what waits that was changed',
      `update ledger_balances set amount_minor = amount_minor + 1 where account_id = ${the('pending')}`,
      [balance, waiting],
    ],
    [
      'a balance that was written anew in as many steps',
      `update ledger_balances set version = version + 1 where account_id = ${the('available')}`,
      [balance],
    ],
    ['a balance that was removed', `delete from ledger_balances`, [floor]],
    [
      'a balance below zero',
      [
        `alter table ledger_balances drop constraint ledger_balances_never_below_zero`,
        `update ledger_balances set amount_minor = -1 where account_id = ${the('available')}`,
      ],
      [balance, floor],
    ],
    [
      'an amount that was changed',
      `update ledger_transfers set amount_minor = amount_minor + 1 where id = ${first('pending')}`,
      [balance, chain],
    ],
    [
      'a running balance that was changed',
      `update ledger_transfers set credit_after = credit_after + 1
        where id = ${first(`credit_account_id = ${the('available')}`)}`,
      [chain],
    ],
    [
      'a transfer that was removed',
      `delete from ledger_transfers where id = ${first('pending')}`,
      [balance, ends],
    ],
    [
      'a transfer between two operator accounts that was removed',
      `delete from ledger_transfers where debit_after is null and credit_after is null`,
      [ends],
    ],
    [
      'a transfer that was turned to another account',
      `update ledger_transfers set credit_account_id = ${the('available')}
        where id = ${first(`credit_account_id = ${the('pending')}`)}`,
      [balance],
    ],
    [
      'a transfer that was turned to an account that does not exist',
      `update ledger_transfers set debit_account_id = 999999 where debit_after is null`,
      [ends],
    ],
    [
      'a settlement that was doubled',
      [
        `drop index ledger_transfers_settle_once`,
        insertCopy(`settles is not null and debit_account_id = ${the('pending')}`),
      ],
      [settled],
    ],
    [
      'a settlement of another amount',
      `update ledger_transfers set amount_minor = amount_minor + 1 where settles is not null`,
      [settled],
    ],
    [
      'a settlement that was forgotten',
      `update ledger_transfers set settles = null where settles is not null`,
      [waiting],
    ],
    [
      'a settlement of what did not wait',
      `update ledger_transfers set pending = false where id = ${first('pending')}`,
      [settled],
    ],
    [
      'a reversal that was doubled',
      [`drop index ledger_transfers_reverse_once`, insertCopy('reverses is not null')],
      [mirrored],
    ],
    [
      'a reversal of another amount',
      `update ledger_transfers set amount_minor = amount_minor + 1 where reverses is not null`,
      [mirrored],
    ],
    [
      'a number that was taken out of the journal',
      'delete from ledger_journal where seq = 7',
      [gapless],
    ],
    [
      'a number that was changed',
      'update ledger_journal set seq = 100000 where seq = 7',
      [gapless],
    ],
    [
      'a currency that was changed',
      `update ledger_transfers set currency = 'EUR' where id = ${first('pending')}`,
      [currency],
    ],
  ];

  /** A hold and its settlement change their numbers, with or without their leaves. */
  const swap = (columns: string) => [
    'alter table ledger_journal drop constraint ledger_journal_transfer_id_key',
    `create temporary table swapped on commit drop as
     select a.seq, b.transfer_id, b.leaf
       from ledger_transfers t join ledger_transfers o on o.id = t.settles
       join ledger_journal a on a.transfer_id in (t.id, o.id)
       join ledger_journal b on b.transfer_id in (t.id, o.id) and b.seq <> a.seq
      where t.id = ${first('settles is not null')}`,
    `update ledger_journal j set ${columns} from swapped s where s.seq = j.seq`,
  ];

  tampering.push(
    [
      'a removed transfer between two operator accounts whose number went too',
      [
        `create temporary table gone on commit drop as
         select min(id) as id from ledger_transfers where ${operators}`,
        'delete from ledger_journal where transfer_id in (table gone)',
        'delete from ledger_transfers where id in (table gone)',
      ],
      [gapless, blocks, roots],
    ],
    [
      'a changed transfer between two operator accounts',
      `update ledger_transfers set amount_minor = amount_minor + 1 where ${operators}`,
      [leaf, blocks],
    ],
    [
      'a changed transfer between two operator accounts whose leaf was made to fit',
      [
        `update ledger_transfers set recorded_at = recorded_at + interval '1 second'
          where id = ${first(operators)}`,
        `update ledger_journal j set leaf = ledger_leaf(t, d, c)
           from ledger_transfers t join ledger_accounts d on d.id = debit_account_id
           join ledger_accounts c on c.id = credit_account_id where t.id = transfer_id`,
      ],
      [roots, checkpoints],
    ],
    [
      'a transfer between two operator accounts that was put in under an id long past',
      insertCopy(operators, { key: "'tampered'" })
        .replace('(key,', '(id, key,')
        .replace('select ', `overriding system value select 0, `),
      [numbered, closed],
    ],
    [
      'a transfer that was put in and numbered',
      [
        insertCopy(operators),
        `insert into ledger_journal select (select max(seq) + 1 from ledger_journal), max(id),
           sha256('') from ledger_transfers`,
      ],
      [leaf, roots],
    ],
    [
      'two transfers that changed their numbers',
      swap('transfer_id = s.transfer_id'),
      [leaf, order],
    ],
    [
      'two transfers that changed their numbers with their leaves',
      swap('transfer_id = s.transfer_id, leaf = s.leaf'),
      [order, roots],
    ],
    [
      'a leaf that was changed',
      `update ledger_journal set leaf = sha256('') where seq = 5`,
      [leaf, roots],
    ],
    [
      'a root that was changed',
      `update ledger_blocks set root = sha256('') where number = 1`,
      [roots],
    ],
    ['a control total that was changed', 'update ledger_blocks set amount_minor = 1', [blocks]],
    ['a block that was removed', 'delete from ledger_blocks where number = 1', [blocks]],
    [
      'the last block that was removed',
      `delete from ledger_blocks where number =
      (select max(number) from ledger_blocks)`,
      [roots],
    ],
    [
      'a block that was put in',
      `insert into ledger_blocks
      select number + 1, tree_size + 5, root, 5, 0, sealed_at from ledger_blocks
       order by number desc limit 1`,
      [roots, blocks],
    ],
    ['a node that was changed', `update ledger_nodes set hash = sha256('')`, [nodes]],
    ['a node that was removed', 'delete from ledger_nodes', [nodes]],
    [
      'a sealer that was turned back',
      'update ledger_sealer set tree_size = tree_size - 1',
      [roots],
    ],
    ['a sealer’s peak that was changed', `update ledger_sealer set peaks[1] = sha256('')`, [roots]],
    [
      'a checkpoint that was changed',
      `update ledger_checkpoints set root = sha256('')`,
      [checkpoints],
    ],
    ['a checkpoint that was removed', 'delete from ledger_checkpoints', [months]],
    [
      'a month that was opened again',
      `update ledger_periods set state = 'open', closing_by = null,
      closing_at = null, closed_by = null, closed_at = null, last_seq = null`,
      [months],
    ],
    ['a month that was made longer', 'update ledger_periods set last_seq = last_seq + 1', [months]],
    ['a month that was removed', 'delete from ledger_periods', [months]],
    [
      'an account’s code that was changed',
      `update ledger_accounts
      set code = 'member:999:available' where id = ${the('available')}`,
      [leaf],
    ],
    [
      'an account’s code that is in no chart',
      `update ledger_accounts
      set code = 'member:x' where id = ${the('available')}`,
      [leaf, chart],
    ],
    [
      'an account’s kind that was changed',
      `update ledger_accounts set kind = 'income'
      where code = 'expense:rewards'`,
      [leaf, chart],
    ],
    [
      'a chart and an account that were both changed',
      [
        `update ledger_accounts set kind = 'income'
      where code = 'expense:rewards'`,
        `update ledger_account_kinds set kind = 'income'
      where pattern = '^expense:rewards$'`,
      ],
      [leaf],
    ],
    [
      'an account that keeps a balance no more',
      `update ledger_accounts set guarded = false
      where id = ${the('available')}`,
      [chart, floor],
    ],
    [
      'an account that was removed',
      `delete from ledger_accounts where code = 'receivable:clawback'`,
      [leaf, ends],
    ],
  );

  for (const [what, statements, rules] of tampering) {
    it(`finds ${what}`, async () => {
      const found = await withTampering(domain, [statements].flat(), brokenRules);

      expect(found).to.include.members(rules);
    });
  }

  it('finds a change of any column of a transfer', async () => {
    const { rows } = await domain.owner.raw<{ rows: { name: string; type: string }[] }>(
      `select column_name as name, udt_name as type from information_schema.columns
        where table_name = 'ledger_transfers' and column_name <> 'id'`,
    );
    const other: Record<string, string> = {
      ...{ text: "'x'", int4: '77', int8: '77', bool: `not $`, date: '$ + 1' },
      ...{ timestamptz: `$ + interval '1 microsecond'` },
    };

    for (const { name, type } of rows) {
      const change = other[type]?.replace('$', name) ?? '';
      const statement = `update ledger_transfers set ${name} = ${change} where id = ${first('true')}`;
      const loosened = [
        'alter table ledger_transfers drop constraint ledger_transfers_are_sound',
        'alter table ledger_transfers alter column event type text',
        'drop index ledger_transfers_settle_once, ledger_transfers_reverse_once',
      ];
      const broken = await withTampering(domain, [...loosened, statement], brokenRules);
      expect(broken, name).to.include(leaf);
    }
    expect(rows).to.have.length.above(15);
  });

  it('names the entry whose leaf no longer matches', async () => {
    const found = await withTampering(
      domain,
      ['update ledger_transfers set amount_minor = amount_minor + 1 where id > 20'],
      (trx) => verifyLedger(trx),
    );

    const { seq, id, key } = await entryAbove(20);
    expect(found.find(({ rule }) => rule === leaf)?.first).to.equal(
      `entry ${String(seq)} (transfer ${String(id)}, key ${key}): its leaf no longer matches`,
    );
  });
  const entryAbove = async (above: number) => {
    const { rows } = await domain.db.raw<{ rows: [{ seq: bigint; id: bigint; key: string }] }>(
      `select j.seq, t.id, t.key from ledger_journal j join ledger_transfers t on t.id = transfer_id
        where t.id > ? order by j.seq limit 1`,
      [above],
    );
    return rows[0];
  };

  describe('against a checkpoint that was kept outside', () => {
    const keptRoot = async () => {
      const { tree_size, root } = await domain.perform('system', (work) =>
        makeCheckpoint(work, 'shell:kept'),
      );
      return [{ name: 'kept.json', treeSize: tree_size, root }];
    };
    const outsideOf = (found: Awaited<ReturnType<typeof verifyLedger>>) =>
      found.find(({ rule }) => rule.startsWith('The tree of the checkpoint'))?.first;
    /** As if the last thirty entries had never been: nothing inside the database can tell. */
    const CUT = [
      'create temporary table cut on commit drop as select max(tree_size) - 30 as size from ledger_blocks',
      'delete from ledger_transfers where id in (select transfer_id from ledger_journal, cut where seq > size)',
      'delete from ledger_journal using cut where seq > size',
      'delete from ledger_checkpoints',
      'delete from ledger_blocks',
      'delete from ledger_nodes',
      'delete from ledger_periods',
      'update ledger_sealer set tree_size = 0, peaks = default, low_id = 0',
      `select ledger_append(array_agg(leaf order by seq), sum(amount_minor)::bigint)
         from ledger_journal join ledger_transfers t on t.id = transfer_id`,
    ];

    it('finds that today’s ledger still holds its tree', async () => {
      const kept = await keptRoot();
      await postAs(domain, aHold(someone()));
      await sealTransfers(domain.db);

      expect(outsideOf(await verifyLedger(domain.db, kept))).to.equal(null);
    });

    it('finds that entries were cut off with everything about them', async () => {
      const kept = await keptRoot();

      const found = await withTampering(domain, CUT, (trx) => verifyLedger(trx, kept));

      const inTheTree = found.filter(({ rule }) => [roots, leaf, nodes, blocks].includes(rule));
      expect(inTheTree.map(({ broken }) => broken)).to.deep.equal([0n, 0n, 0n, 0n]);
      expect(outsideOf(found)).to.match(/^kept.json: it has \d+ entries, but the ledger ends at/);
    });

    it('finds that the whole tree was grown anew over something else', async () => {
      const kept = await keptRoot();
      const changed = `update ledger_journal set leaf = sha256('') where seq = 1`;

      const found = await withTampering(
        domain,
        [changed, ...CUT.map((statement) => statement.replace('- 30', '- 0'))],
        (trx) => verifyLedger(trx, kept),
      );

      expect(outsideOf(found)).to.match(/^kept.json: entries 1 to \d+ no longer have its root$/);
    });
  });

  it('names the first offender', async () => {
    const [finding] = await withTampering(
      domain,
      [`update ledger_balances set amount_minor = 7 where account_id = ${the('available')}`],
      (trx) => verifyLedger(trx),
    );

    expect(finding?.broken).to.equal(1n);
    expect(finding?.first).to.match(new RegExp(`^member:${String(member)}:available holds 7, its`));
  });
});
