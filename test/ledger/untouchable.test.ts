import { expect } from 'chai';

import { sealTransfers } from '#src/ledger/seal.ts';
import { readHoldings } from '#src/ledger/balances.ts';
import { aDomain } from '#test/support/domain.ts';
import { aHold, codeOf, giveCredit, postAs, someone } from './orders.ts';

const TABLES = [
  ...['ledger_account_kinds', 'ledger_accounts', 'ledger_balances', 'ledger_blocks'],
  ...['ledger_checkpoints', 'ledger_clock', 'ledger_closing_totals', 'ledger_journal'],
  ...['ledger_month_totals', 'ledger_nodes', 'ledger_periods', 'ledger_sealer'],
  ...['ledger_totals_mark', 'ledger_transfers', 'ledger_verifications'],
];

/** PostgreSQL's own words for "this role may not". */
const NOT_ALLOWED = '42501';

/** What the ledger's triggers answer to everybody, the owner included. */
const NEVER_CHANGED = 'GL000';

describe('The ledger’s tables', () => {
  const domain = aDomain();
  const member = someone();

  before(async () => {
    await giveCredit(domain, member);
    await postAs(domain, aHold(member));
    await sealTransfers(domain.db);
  });

  describe('take from the site’s role', () => {
    const forAll = (statement: (table: string) => string) => async () => {
      for (const table of TABLES) {
        const code = await codeOf(domain.db.raw(statement(table)));
        expect(code, statement(table)).to.equal(NOT_ALLOWED);
      }
    };

    it(
      'no insert',
      forAll((table) => `insert into ${table} default values`),
    );
    it(
      'no delete',
      forAll((table) => `delete from ${table}`),
    );
    it(
      'no truncation',
      forAll((table) => `truncate ${table} cascade`),
    );
    it(
      'no index',
      forAll((table) => `create index on ${table} ((1))`),
    );
    it(
      'no column',
      forAll((table) => `alter table ${table} add column more text`),
    );
    it(
      'no end of a trigger',
      forAll((table) => `alter table ${table} disable trigger all`),
    );
    it(
      'no other owner',
      forAll((table) => `alter table ${table} owner to goodline_app`),
    );
    it(
      'no end of a table',
      forAll((table) => `drop table ${table} cascade`),
    );
    it(
      'no trigger',
      forAll(
        (table) => `create trigger mine before insert on ${table}
       for each row execute function suppress_redundant_updates_trigger()`,
      ),
    );
    it(
      'no rule',
      forAll((table) => `create rule mine as on insert to ${table} do instead nothing`),
    );

    it('no update of any column', async () => {
      const { rows } = await domain.owner.raw<{ rows: { t: string; c: string }[] }>(
        `select table_name as t, column_name as c from information_schema.columns
          where table_name = any(?)`,
        [TABLES],
      );

      for (const { t, c } of rows) {
        const code = await codeOf(domain.db.raw(`update ${t} set ${c} = default`));
        expect(code, `${t}.${c}`).to.equal(NOT_ALLOWED);
      }
      expect(rows).to.have.length.above(40);
    });

    it('no more rights, which it has not to give', async () => {
      await domain.db.raw(`grant all on ${TABLES.join()} to goodline_app with grant option`);

      const { rows } = await domain.owner.raw<{ rows: { privilege_type: string }[] }>(
        `select distinct privilege_type, is_grantable from information_schema.role_table_grants
          where grantee = 'goodline_app' and table_name = any(?)`,
        [TABLES],
      );
      expect(rows).to.deep.equal([{ privilege_type: 'SELECT', is_grantable: 'NO' }]);
    });

    it('no lock that would stop everybody else', async () => {
      for (const table of TABLES) {
        const locked = domain.db.transaction((trx) =>
          trx.raw(`lock table ${table} in access exclusive mode`),
        );
        expect(await codeOf(locked), table).to.equal(NOT_ALLOWED);
      }
    });

    it('no number out of turn', async () => {
      const { rows } = await domain.owner.raw<{ rows: { name: string }[] }>(
        `select oid::regclass::text as name from pg_class where relkind = 'S' and relname ~ '^ledger_'`,
      );

      for (const { name } of rows) {
        expect(await codeOf(domain.db.raw(`select setval('${name}', 1)`))).to.equal(NOT_ALLOWED);
        expect(await codeOf(domain.db.raw(`select nextval('${name}')`))).to.equal(NOT_ALLOWED);
      }
      expect(rows).to.have.length.above(1);
    });
  });

  describe('take from their owner', () => {
    const kept = [
      ...['ledger_account_kinds', 'ledger_accounts', 'ledger_blocks', 'ledger_checkpoints'],
      ...['ledger_closing_totals', 'ledger_journal', 'ledger_nodes', 'ledger_transfers'],
      'ledger_verifications',
    ];

    it('no update', async () => {
      for (const [table, column] of [
        ['ledger_account_kinds', 'gl_code'],
        ['ledger_accounts', 'code'],
        ['ledger_blocks', 'root'],
        ['ledger_checkpoints', 'root'],
        ['ledger_closing_totals', 'debit_minor'],
        ['ledger_journal', 'seq'],
        ['ledger_nodes', 'hash'],
        ['ledger_verifications', 'broken'],
        ['ledger_transfers', 'amount_minor'],
        ['ledger_transfers', 'effective_date'],
      ]) {
        const code = await codeOf(domain.owner.raw(`update ${table} set ${column} = ${column}`));
        expect(code, table).to.equal(NEVER_CHANGED);
      }
    });

    it('no delete and no truncation', async () => {
      for (const table of [...kept, 'ledger_balances', 'ledger_periods', 'ledger_sealer']) {
        for (const statement of [`delete from ${table}`, `truncate ${table} cascade`]) {
          expect(await codeOf(domain.owner.raw(statement)), statement).to.equal(NEVER_CHANGED);
        }
      }
    });

    it('no balance below zero', async () => {
      const below = domain.owner.raw('update ledger_balances set amount_minor = -1');
      expect(await codeOf(below)).to.equal('ledger_balances_never_below_zero');
    });
  });

  describe('have one door for the site’s role:', () => {
    it('only the door’s own functions can be called', async () => {
      const { rows } = await domain.owner.raw<{ rows: { name: string }[] }>(
        `select proname as name from pg_proc
          where proname ~ '^ledger_' and has_function_privilege('goodline_app', oid, 'execute')
          order by proname`,
      );

      expect(rows.map(({ name }) => name)).to.deep.equal([
        ...['ledger_begin_close', 'ledger_end_close', 'ledger_ends', 'ledger_fold_totals'],
        ...['ledger_line', 'ledger_lines', 'ledger_lines_anew', 'ledger_make_checkpoint'],
        ...['ledger_post', 'ledger_post_many', 'ledger_record_verification', 'ledger_seal'],
        'ledger_stop_close',
      ]);
    });

    it('what the door calls is refused to everybody else', async () => {
      for (const call of [
        `ledger_account('member:1:available', 'GBP', now())`,
        `ledger_open_date('2026-01-01', now())`,
        `ledger_check_clock(now(), '2026-01-01')`,
        `ledger_open_period('2031-01', now())`,
        `ledger_append(array[sha256('')], 0)`,
        `ledger_keep_root('close:2031-01', now())`,
      ]) {
        expect(await codeOf(domain.db.raw(`select ${call}`)), call).to.equal(NOT_ALLOWED);
      }
    });

    it('the door cannot be replaced, moved or handed on', async () => {
      for (const statement of [
        `create or replace function ledger_open_date(p_date date, p_at timestamptz) returns date
          language sql as 'select p_date'`,
        `create function public.mine() returns int language sql as 'select 1'`,
        `alter function ledger_seal security invoker`,
        `drop function ledger_seal`,
        `create schema mine`,
        `create table public.mine (id int)`,
      ]) {
        expect(await codeOf(domain.db.raw(statement)), statement).to.equal(NOT_ALLOWED);
      }
    });

    it('a table of the same name in a session of one’s own deceives nobody', async () => {
      const other = someone();

      await domain.perform('system', async ({ trx }) => {
        await trx.raw(`create temporary table ledger_balances (account_id int, amount_minor bigint,
                         version bigint) on commit drop`);
        await trx.raw(`set local search_path = pg_temp, public`);
        await trx.raw(
          `select public.ledger_post('test.deceived', 'reward.hold', 'expense:rewards',
             'member:${String(other)}:pending', 50, 'GBP', 'test:1', now(), '2026-01-15')`,
        );
      });

      expect((await readHoldings(domain.owner, other)).pending).to.equal(50n);
    });

    it('and its owner’s rights are not to be had', async () => {
      for (const statement of [
        `set session_replication_role = replica`,
        `alter role goodline_app superuser`,
        `create role somebody`,
        `copy ledger_transfers to program 'cat'`,
      ]) {
        expect(await codeOf(domain.db.raw(statement)), statement).to.equal(NOT_ALLOWED);
      }
    });
  });

  it('take nothing from the site’s role in the rest of the schema but rows', async () => {
    const { rows } = await domain.owner.raw<{ rows: { name: string }[] }>(
      `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
        where nspname = 'public' and relkind in ('r', 'p')
          and pg_has_role('goodline_app', relowner, 'usage')
       union all
       select relname from pg_class c join pg_namespace n on n.oid = relnamespace
        where nspname = 'public' and relkind in ('r', 'p')
          and has_table_privilege('goodline_app', c.oid, 'truncate, trigger, references')`,
    );

    expect(rows).to.deep.equal([]);
  });
});
