/** One guard taken out of the code, and the tests that must notice. */
export type Mutant = {
  name: string;
  /** Texts that each occur once in their file, and what stands in their place. */
  edits: { file: string; from: string; to: string }[];
  tests: string[];
  /** Only the tests whose names hold this text; the rest would take time and say the same. */
  grep?: string;
};

const edit = (file: string, from: string, to: string) => ({ file, from, to });

const RACES = ['test/promises/races.test.ts'];
const TRANSFERS = ['test/ledger/transfers.test.ts'];
const WALLS = ['test/promises/database.test.ts'];
const PERIODS = ['test/ledger/periods.test.ts'];
const HOSTILE = ['test/web/hostile.test.ts'];
const CANARIES = ['test/web/canaries.test.ts'];

const TABLES = 'migrations/20261122_0940_ledger_tables.ts';
const SEAL = 'migrations/20261122_1111_ledger_seal.ts';
const ASK_EXPERTS = 'src/notices/ask-experts.ts';
const ASKING = ['test/notices/ask-experts.test.ts'];
const SEALING = ['test/ledger/seal.test.ts'];
const FIRST_DOOR = 'migrations/20261122_0945_ledger_door.ts';
const ROWS = 'migrations/20261122_1120_ledger_door_speed.ts';
const DOOR = 'migrations/20261122_1121_ledger_quick_door.ts';
const DECIDE = 'src/approvals/decide.ts';
const PROPOSALS = 'migrations/20261122_1100_approvals.ts';
const CLOSE = 'migrations/20261122_1141_period_closes.ts';
const CLOSES = ['test/finance/closing/close-period.test.ts'];
const ACCEPT = 'src/forum/accept-answer.ts';
const ONE_LIVE = edit(
  'migrations/20261122_0920_acceptances.ts',
  'create unique index acceptances_one_live_of_a_question',
  'create index acceptances_one_live_of_a_question',
);
const NO_QUESTION_LOCK = edit(
  'src/forum/hold.ts',
  "where({ id }).forUpdate().first(), 'question')",
  "where({ id }).first(), 'question')",
);
const NO_ANSWER_LOCK = edit(
  'src/forum/hold.ts',
  "work.trx('answers').where({ id }).forUpdate()",
  "work.trx('answers').where({ id })",
);

const SPLIT = 'src/forum/threads/split-question.ts';
const SPLITS = ['test/forum/threads/split-question.test.ts'];
const SPLIT_RACES = ['test/forum/threads/split-races.test.ts'];

/** The first three are the short form. */
export const MUTANTS: Mutant[] = [
  {
    name: 'no lock on the question',
    edits: [NO_QUESTION_LOCK, NO_ANSWER_LOCK],
    tests: RACES,
    grep: '100 acceptances of',
  },
  {
    name: 'no floor under a balance',
    edits: [
      edit(TABLES, 'constraint ledger_balances_never_below_zero check (amount_minor >= 0)', ''),
    ],
    tests: TRANSFERS,
  },
  {
    name: 'a pending transfer may be settled twice',
    edits: [
      edit(
        ROWS,
        'create unique index ledger_transfers_settle_once',
        'create index ledger_transfers_settle_once',
      ),
    ],
    tests: TRANSFERS,
  },
  {
    name: 'neither a lock on the question nor one live acceptance by the database',
    edits: [NO_QUESTION_LOCK, NO_ANSWER_LOCK, ONE_LIVE],
    tests: RACES,
    grep: '100 acceptances of',
  },
  {
    name: 'two live acceptances by the database',
    edits: [ONE_LIVE],
    tests: WALLS,
  },
  {
    name: 'two rewards of one acceptance by the database',
    edits: [
      edit(
        'migrations/20261122_0955_rewards.ts',
        'constraint rewards_one_of_an_acceptance unique',
        '',
      ),
    ],
    tests: WALLS,
  },
  {
    name: 'accepting the same answer again is a new acceptance',
    edits: [edit(ACCEPT, 'if (before?.answer_id === answer.id) {', 'if (before?.id === 0) {')],
    tests: RACES,
    grep: '100 acceptances of one',
  },
  {
    name: 'anybody may accept',
    edits: [edit(ACCEPT, 'if (!mayAccept(asker, question)) {', 'if (!asker) {')],
    tests: RACES,
    grep: 'somebody else’s question',
  },
  {
    name: 'a removed answer may be accepted',
    edits: [
      edit(
        ACCEPT,
        "if (question.removed_at ?? answer.removed_at) {\n    throw new Conflict('This answer has been",
        "if (!answer) {\n    throw new Conflict('This answer has been",
      ),
    ],
    tests: ['test/rewards/amounts.test.ts'],
  },
  {
    name: 'a withdrawal takes nothing back',
    edits: [
      edit(
        'src/reactions/acceptances.ts',
        '[discountAcceptance, recountExpertise, takeBackWithdrawnReward, liftDoubt]',
        '[discountAcceptance, recountExpertise, liftDoubt]',
      ),
    ],
    tests: RACES,
    grep: '100 acceptances and withdrawals',
  },
  {
    name: 'what the asker doubts is paid by the clock',
    edits: [edit('src/reactions/acceptances.ts', 'holdDoubted, auditDoubted]', 'auditDoubted]')],
    tests: ['test/rewards/doubts.test.ts'],
    grep: 'pauses the reward',
  },
  {
    name: 'a key may be used again for another transfer',
    edits: [edit(DOOR, 'if (v_other.debit_account_id', 'if false and (v_other.debit_account_id')],
    tests: TRANSFERS,
  },
  {
    name: 'a settlement of any amount',
    edits: [
      edit(
        DOOR,
        '(v_other.credit_account_id, v_other.amount_minor) is distinct from (d_id, p_amount)',
        'false',
      ),
    ],
    tests: TRANSFERS,
  },
  {
    name: 'money leaves what waits without settling it',
    edits: [
      edit(
        DOOR,
        "(p_debit like '%:pending' or p_debit like '%:in-transit') <> (p_settles is not null)",
        'false',
      ),
    ],
    tests: TRANSFERS,
  },
  {
    name: 'an adjustment by one person',
    edits: [edit(ROWS, 'num_nulls(p_actor, p_approver) > 0', 'num_nulls(p_actor, p_approver) > 1')],
    tests: TRANSFERS,
  },
  {
    name: 'the site may write the ledger',
    edits: [
      edit(
        TABLES,
        'grant select on ledger_account_kinds',
        'grant select, insert on ledger_account_kinds',
      ),
    ],
    tests: ['test/ledger/untouchable.test.ts'],
  },
  {
    name: 'a transfer may be changed',
    edits: [edit(TABLES, "array['ledger_transfers', 'ledger_journal',", "array['ledger_journal',")],
    tests: ['test/ledger/untouchable.test.ts'],
  },
  {
    name: 'the maker approves',
    edits: [edit(DECIDE, 'if (mayCheck(actingMember(work), proposal)) return;', 'return;')],
    tests: ['test/finance/adjustments/adjustments.test.ts'],
    grep: 'whoever asked',
  },
  {
    name: 'the maker approves by the database',
    edits: [edit(PROPOSALS, "(decision = 'withdrawn' or decided_by <> made_by)", '(true)')],
    tests: ['test/approvals/approvals.test.ts'],
  },
  {
    name: 'an approval after seven days',
    edits: [
      edit(
        DECIDE,
        "if (state !== 'open') throw",
        "if (state !== 'open' && state !== 'expired') throw",
      ),
    ],
    tests: ['test/finance/adjustments/adjustments.test.ts'],
    grep: 'expired',
  },
  {
    name: 'an approval after seven days by the database',
    edits: [edit(PROPOSALS, "(decision <> 'approved' or decided_at < expires_at)", '(true)')],
    tests: ['test/approvals/approvals.test.ts'],
  },
  {
    name: 'two approve the same at once',
    edits: [
      edit(
        DECIDE,
        "where({ id }).forUpdate().first(), 'proposal')",
        "where({ id }).first(), 'proposal')",
      ),
    ],
    tests: ['test/finance/adjustments/adjustments.test.ts'],
    grep: 'at the same moment',
  },
  {
    name: 'two write off the same debt',
    edits: [
      edit(
        'src/finance/adjustments/approve-adjustment.ts',
        'await holdMembers(work, membersOf(asked));',
        '',
      ),
    ],
    tests: ['test/finance/adjustments/adjustments.test.ts'],
    grep: 'race',
  },
  {
    name: 'an adjustment by the transfer of another',
    edits: [edit('migrations/20261122_1140_adjustments.ts', 'if not found then', 'if false then')],
    tests: ['test/finance/adjustments/adjustments.test.ts'],
    grep: 'its own approved transfer',
  },
  {
    name: 'a month is closed without its hour of grace',
    edits: [
      edit(
        'src/finance/closing/ask-to-close.ts',
        '!isOverForAnHour(month, work.at, timeZone)',
        'false',
      ),
    ],
    tests: CLOSES,
    grep: 'for an hour',
  },
  {
    name: 'a month is closed without its hour of grace by the database',
    edits: [
      edit(CLOSE, 'if not ledger_over_for_an_hour(p_id, p_at, p_zone) then', 'if false then'),
    ],
    tests: CLOSES,
    grep: 'for an hour',
  },
  {
    name: 'a close after seven days by the database',
    edits: [edit(CLOSE, "(closed_at < closing_at + interval '168 hours')", '(true)')],
    tests: CLOSES,
    grep: 'by the database',
  },
  {
    name: 'a request that expired keeps its month from being booked under',
    edits: [
      edit(
        'src/finance/closing/drop-expired-closes.ts',
        "!== 'expired') return false;",
        "!== 'open') return false;",
      ),
    ],
    tests: CLOSES,
    grep: 'by itself',
  },
  {
    name: 'a closed month takes what comes past the door',
    edits: [edit('migrations/20261122_1142_closed_months.ts', "= 'closed'", "= 'none'")],
    tests: ['test/finance/closing/closed-months.test.ts'],
    grep: 'by its owner',
  },
  {
    name: 'a month closes before what was begun is over',
    edits: [
      edit(
        'migrations/20261122_1112_ledger_checkpoints.ts',
        `p_fence then return false; end if;
      perform 1`,
        `'0'::xid8 then return false; end if;
      perform 1`,
      ),
    ],
    tests: PERIODS,
  },
  {
    name: 'an old snapshot books under a closed month',
    edits: [edit(DOOR, "current_setting('transaction_isolation') <> 'read committed'", 'false')],
    tests: PERIODS,
  },
  {
    name: 'what is late is booked under a month that is closing',
    edits: [
      edit(
        FIRST_DOOR,
        "if v_state = 'open' then return p_date;",
        "if v_state <> 'closed' then return p_date;",
      ),
    ],
    tests: PERIODS,
  },
  {
    name: 'two seal at once',
    edits: [
      edit(
        SEAL,
        'select * into s from ledger_sealer for update; -- one at a time',
        'select * into s from ledger_sealer;',
      ),
    ],
    tests: SEALING,
  },
  {
    name: 'the sealer takes an id for given before it is',
    edits: [edit(SEAL, 'case when is_called then last_value else 0 end', 'last_value')],
    tests: SEALING,
  },
  {
    name: 'seal without a fence',
    edits: [edit(SEAL, 'if v_oldest >= s.candidate_xid then', 'if true then')],
    tests: SEALING,
  },
  {
    name: 'no lock on the member who earns',
    edits: [edit('src/members/hold-members.ts', '.forNoKeyUpdate()', '')],
    tests: ['test/rewards/limits.test.ts'],
    grep: 'at the same moment',
  },
  {
    name: 'two workers release the same reward',
    edits: [edit('src/rewards/release-due-rewards.ts', 'if (isDue) await', 'if (reward) await')],
    tests: ['test/rewards/release.test.ts'],
    grep: 'ten workers',
  },
  {
    name: 'the ledger is written in a transaction of its own',
    edits: [
      edit(
        'src/work.ts',
        'const work: Work = {\n    trx,',
        'const work = {\n    apart: foundations.db,\n    trx,',
      ),
      edit(
        'src/ledger/transfers.ts',
        'await work.trx\n    .raw<{ rows: { id: LedgerTransferId }[] }>',
        'await (work as unknown as { apart: Knex }).apart\n    .raw<{ rows: { id: LedgerTransferId }[] }>',
      ),
    ],
    tests: ['test/promises/kill.test.ts'],
  },
  {
    name: 'a clawback takes more than the balance holds',
    edits: [
      edit(
        'src/rewards/take-back-reward.ts',
        'available < reward.amount_minor ? available : reward.amount_minor',
        'reward.amount_minor',
      ),
    ],
    tests: ['test/rewards/take-back.test.ts'],
  },
  {
    name: 'undoing moves what the verdict had not moved',
    edits: [edit('src/rewards/undo-decision.ts', 'if (reward.changed_at < decidedAt) return;', '')],
    tests: ['test/rewards/undo.test.ts'],
  },
  {
    name: 'staff keep their credit',
    edits: [
      edit('src/reactions/reactions.ts', "'role changed': [keepStaffUnpaid]", "'role changed': []"),
    ],
    tests: ['test/rewards/staff.test.ts'],
  },
  {
    name: 'a verdict on what is decided',
    edits: [
      edit('src/moderation/audits/decide-audit.ts', 'await refuseIfDecided(work, held);', ''),
    ],
    tests: RACES,
    grep: '20 decisions',
  },
  {
    name: 'two canned texts of one name',
    edits: [
      edit(
        'src/canned/save-text.ts',
        "await trx.raw('lock table canned_texts in share row exclusive mode');",
        '',
      ),
    ],
    tests: ['test/canned/canned.test.ts'],
    grep: 'at once',
  },
  {
    name: 'canned texts offered to everybody',
    edits: [edit('src/web/canned/picker.ts', '!viewer || !mayKeepCanned(viewer, use)', '!viewer')],
    tests: ['test/web/canned/canned.test.ts'],
    grep: 'nobody else hears',
  },
  {
    name: 'votes without a lock',
    edits: [NO_QUESTION_LOCK, NO_ANSWER_LOCK],
    tests: ['test/forum/vote.test.ts'],
    grep: 'at once',
  },
  {
    name: 'forms from other sites',
    edits: [edit('src/app.ts', 'app.use(sameSiteOnly(deps.config));', '')],
    tests: HOSTILE,
    grep: 'another site',
  },
  {
    name: 'an id is whatever was typed',
    edits: [edit('src/web/ids.ts', '/^[1-9]\\d{0,9}$/.test(text)', "text !== ''")],
    tests: HOSTILE,
    grep: 'in the place of an id',
  },
  {
    name: 'NUL is handed on',
    edits: [edit('src/app.ts', 'app.use(soundForm);', '')],
    tests: HOSTILE,
    grep: 'NUL',
  },
  {
    name: 'half a character is handed on',
    edits: [edit('src/app.ts', ', verify: soundEncoding', '')],
    tests: HOSTILE,
    grep: 'half a character',
  },
  {
    name: 'a form may be as large as it likes',
    edits: [edit('src/app.ts', "limit: '256kb'", "limit: '9mb'")],
    tests: HOSTILE,
    grep: '1 MB',
  },
  {
    name: 'everybody who is signed in reads what was removed',
    edits: [
      edit(
        'src/forum/permissions.ts',
        'actor !== undefined && (mayModerate(actor) || wrote(actor, post))',
        'actor !== undefined && post !== undefined',
      ),
    ],
    tests: CANARIES,
  },
  {
    name: 'lists show removed answers',
    edits: [
      edit(
        'src/forum/visible.ts',
        "answer: '(q.removed_at is null and a.removed_at is null)'",
        "answer: '(true)'",
      ),
    ],
    tests: CANARIES,
  },
  {
    name: 'the admin’s door is open',
    edits: [edit('src/web/admin/admin.ts', "router.use('/admin', staffOnly('admin'));", '')],
    tests: ['test/web/doors.test.ts'],
  },
  {
    name: 'opening a page writes something down',
    edits: [
      edit(
        'src/web/members/settings.ts',
        "router.get('/settings', async (req, res) => {",
        `router.get('/settings', async (req, res) => {
          await perform(actorOf(req), (work) => changeProfile(work, { bio: 'seen' }));`,
      ),
    ],
    tests: ['test/web/reading.test.ts'],
  },
  {
    name: 'verify compares no leaf',
    edits: [
      edit(
        'src/ledger/verify-tree.ts',
        'min(seq) filter (where leaf is distinct from expected) as first',
        'null as first',
      ),
    ],
    tests: ['test/ledger/verify.test.ts'],
  },
  {
    name: 'verify compares no root',
    edits: [
      edit(
        'src/ledger/verify-tree.ts',
        'else if (!tree.root().equals(root)) {',
        'else if (!root) {',
      ),
    ],
    tests: ['test/ledger/verify.test.ts'],
  },
  {
    name: 'a month closes before it is sealed',
    edits: [
      edit(
        'migrations/20261122_1112_ledger_checkpoints.ts',
        "if found then\n        raise exception 'period % is not sealed yet'",
        "if false then\n        raise exception 'period % is not sealed yet'",
      ),
    ],
    tests: PERIODS,
  },
  {
    name: 'verify overlooks a changed balance',
    edits: [
      edit(
        'src/ledger/verify-rules.ts',
        'where b.amount_minor <> coalesce(s.total, 0) or b.version <> coalesce(s.moves, 0)',
        'where false',
      ),
    ],
    tests: ['test/ledger/verify.test.ts'],
  },
  {
    name: 'the clock may be off by a day',
    edits: [edit(TABLES, "values ('60 seconds')", "values ('1 day')")],
    tests: ['test/ledger/clock.test.ts'],
  },
  {
    name: 'words that a spreadsheet runs are left as they are',
    edits: [edit('src/finance/exports/csv.ts', 'text.replaceAll(FORMULA, "\'")', 'text')],
    tests: ['test/finance/exports/csv.test.ts'],
  },
  {
    name: 'a closed month’s file knows of what was booked since',
    edits: [
      edit(
        'src/finance/exports/manifest.ts',
        '[through, period?.last_seq ?? null]',
        '[through, null]',
      ),
    ],
    tests: ['test/finance/closing/close-period.test.ts'],
    grep: 'neither late items',
  },
  {
    name: 'the codes of a closed month are changed',
    edits: [
      edit('migrations/20261122_1150_exports.ts', "if v_state <> 'open' then", 'if false then'),
    ],
    tests: ['test/finance/exports/gl-mapping.test.ts'],
  },
  {
    name: 'a reward is a constant',
    edits: [
      edit(
        'src/rewards/decide.ts',
        'const share = (worth * BigInt(last?.percent ?? 100)) / 100n;',
        'const share = ((worth - worth + 50n) * BigInt(last?.percent ?? 100)) / 100n;',
      ),
    ],
    tests: ['test/rewards/amounts.test.ts'],
  },
  {
    name: 'the limit of a pair counts what was taken back',
    edits: [
      edit(
        'src/rewards/read-facts.ts',
        "and state in ('waiting', 'held', 'released')) as paid_to_pair",
        ') as paid_to_pair',
      ),
    ],
    tests: ['test/rewards/limits.test.ts'],
  },
  {
    name: 'a day begins at UTC’s midnight',
    edits: [
      edit(
        'src/rewards/read-facts.ts',
        '(made_at at time zone :timeZone)::date',
        "(made_at at time zone 'UTC')::date",
      ),
    ],
    tests: ['test/rewards/limits.test.ts'],
    grep: 'of a day',
  },
  {
    name: 'no lock on the budget of a month',
    edits: [edit('src/rewards/budgets.ts', '.forNoKeyUpdate()', '')],
    tests: ['test/rewards/under-load.test.ts'],
    grep: 'against a budget',
  },
  {
    name: 'what is taken back is not given back to the budget',
    edits: [edit('src/rewards/budgets.ts', 'if (budget_month === null) return;', 'return;')],
    tests: ['test/rewards/budget.test.ts'],
  },
  {
    name: 'whoever waits for a budget is overtaken',
    edits: [
      edit(
        'src/rewards/reward-acceptance.ts',
        '(await somethingWaits(work)) ? 0n : leftOf(budget)',
        '(await somethingWaits(work)) ? leftOf(budget) : leftOf(budget)',
      ),
    ],
    tests: ['test/rewards/budget.test.ts'],
  },
  {
    name: 'undoing a verdict spends a budget that others have',
    edits: [
      edit(
        'src/rewards/undo-decision.ts',
        'return !(await chargeAgain(work, reward));',
        'return !(await chargeAgain(work, reward)) && reward.turn > 99;',
      ),
    ],
    tests: ['test/rewards/budget.test.ts'],
  },
  {
    name: 'what waits is forgotten by the limits',
    edits: [
      edit(
        'src/rewards/read-facts.ts',
        "and state in ('waiting', 'held', 'released')) as paid_to_pair",
        "and state in ('held', 'released')) as paid_to_pair",
      ),
    ],
    tests: ['test/rewards/budget.test.ts'],
  },
  {
    name: 'a draft decides rewards',
    edits: [
      edit(
        'src/rewards/rules.ts',
        ".whereNotNull('published_at')\n    .where('effective_from', '<=', at)",
        ".where('effective_from', '<=', at)",
      ),
    ],
    tests: ['test/rewards/rule-sets.test.ts'],
  },
  {
    name: 'published rules are changed',
    edits: [
      edit(
        'migrations/20261122_1130_rule_sets.ts',
        "if tg_op <> 'INSERT' and old.published_at is not null then",
        'if false then',
      ),
    ],
    tests: ['test/rewards/rule-sets.test.ts'],
    grep: 'never changed',
  },
  {
    name: 'rules are published without a second person',
    edits: [
      edit(
        'migrations/20261122_1130_rule_sets.ts',
        'if not found and new.number > 1 then',
        'if false then',
      ),
    ],
    tests: ['test/rewards/rule-sets.test.ts'],
  },
  {
    name: 'rules are published a day too late',
    edits: [edit('src/rewards/publish-rules.ts', 'NOTICE = 30 * DAY', 'NOTICE = 29 * DAY')],
    tests: ['test/rewards/rule-sets.test.ts'],
  },
  {
    name: 'a shadow forgets when rewards ended',
    edits: [
      edit(
        'src/rewards/replay.ts',
        'ended_at === null || ended_at > at;',
        'ended_at === null || !at;',
      ),
    ],
    tests: ['test/rewards/shadow.test.ts'],
  },
  {
    name: 'a shadow forgets what came before',
    edits: [
      edit(
        'src/rewards/replay.ts',
        'if (past.made_at < from) {',
        'if (past.made_at < from) return;\n      if (past.made_at < from) {',
      ),
    ],
    tests: ['test/rewards/shadow.test.ts'],
  },
  {
    name: 'personal data in a title is not masked',
    edits: [edit('src/forum/markdown.ts', '[...plain(title)]', '[...(plain(title) && title)]')],
    tests: CANARIES,
  },
  {
    name: 'personal data in a history is not masked',
    edits: [
      edit(
        'src/web/forum/histories.ts',
        'if (isCandidWith(viewer, post)) return',
        'if (isCandidWith(viewer, post) || viewer !== post) return',
      ),
    ],
    tests: CANARIES,
  },
  {
    name: 'personal data that is kept waits for nobody',
    edits: [
      edit('src/reactions/reactions.ts', 'screenQuestion, checkQuestion,', 'screenQuestion,'),
    ],
    tests: ['test/moderation/posts/decide-finding.test.ts'],
  },
  {
    name: 'personal data is published before its author has chosen',
    edits: [
      edit(
        'src/web/forum/read-publishable.ts',
        "if (personal !== 'mask') throw",
        "if (personal === 'nothing') throw",
      ),
    ],
    tests: ['test/web/forum/personal-data.test.ts'],
  },
  {
    name: 'the first of two opinions decides',
    edits: [
      edit(
        'src/moderation/agreement/weigh.ts',
        '!last || opinions.length < wanted',
        '!last || wanted < 0',
      ),
      edit('src/moderation/agreement/weigh.ts', 'wanted === 1 ||', 'wanted > 0 ||'),
    ],
    tests: ['test/moderation/agreement/double-audit.test.ts'],
  },
  {
    name: 'what the first has said is shown before the second has judged',
    edits: [
      edit('src/moderation/audits/read-audit.ts', "if (state !== 'decided') return [];", ''),
      edit(
        'src/moderation/audits/read-audit.ts',
        'opinions.length > 1 ? opinions : []',
        'opinions',
      ),
    ],
    tests: ['test/web/moderation/agreement/blind.test.ts'],
  },
  {
    name: 'a known item shows what was decided of it',
    edits: [
      edit(
        'src/moderation/agreement/known-items/read-showing.ts',
        'one.audit_id < known.audit_id',
        'one.audit_id <= known.audit_id',
      ),
    ],
    tests: ['test/web/moderation/agreement/known-items.test.ts'],
    grep: 'drawn as it was',
  },
  {
    name: 'a known item is in everybody’s queue',
    edits: [
      edit(
        'src/moderation/queue/waiting-sql.ts',
        'and (i.only_for is null or i.only_for = :me)',
        'and :me = :me',
      ),
    ],
    tests: ['test/web/moderation/agreement/known-items.test.ts'],
    grep: 'nobody else',
  },
  {
    name: 'an opinion of an older text counts',
    edits: [
      edit(
        'src/reactions/reactions.ts',
        '[screenAnswerEdit, checkAnswer, checkOriginality, weighAnswer, restartOpinions]',
        '[screenAnswerEdit, checkAnswer, checkOriginality, weighAnswer]',
      ),
    ],
    tests: ['test/moderation/agreement/double-audit.test.ts'],
    grep: 'begins anew',
  },
  {
    name: 'five withdrawn answers are a way past the first checks',
    edits: [
      edit(
        'src/moderation/audits/draw-audit.ts',
        'c.id <> ? and c.withdrawn_at is null',
        'c.id <> ?',
      ),
    ],
    tests: ['test/moderation/audits/draw-audit.test.ts'],
  },
  {
    name: 'a private case is there for every member',
    edits: [
      edit(
        'src/handoff/permissions.ts',
        'actor.id === member_id && last_message_at',
        'last_message_at',
      ),
    ],
    tests: ['test/handoff/cases.test.ts'],
    grep: 'nobody else',
  },
  {
    name: 'finance reads private cases and staff notes',
    edits: [
      edit('src/handoff/permissions.ts', "role === 'moderator' ||", "role !== 'member' ||"),
      edit(
        'src/moderation/member-file/permissions.ts',
        "actor.role === 'moderator' ||",
        "actor.role !== 'member' ||",
      ),
    ],
    tests: ['test/handoff/cases.test.ts', 'test/moderation/member-file/notes.test.ts'],
  },
  {
    name: 'a message that is sent twice is there twice',
    edits: [
      edit('src/handoff/write-message.ts', 'request_key: key })', "request_key: key, body: '' })"),
      edit(
        'src/handoff/write-message.ts',
        'request_key: key, sent_at',
        'request_key: work.trx.raw(`gen_random_uuid()`), sent_at',
      ),
    ],
    tests: ['test/handoff/cases.test.ts'],
    grep: 'sent twice at once',
  },
  {
    name: 'a mail says what a private case is about',
    edits: [
      edit(
        'src/notices/tell-of-case.ts',
        "text: 'Our team has written to you.",
        "text: JSON.stringify(await work.trx('cases')) + 'Our team has written to you.",
      ),
    ],
    tests: ['test/handoff/cases.test.ts'],
    grep: 'by mail',
  },
  {
    name: 'a case of fraud is decided on what was not seen',
    edits: [edit('src/trust/rings/settle-case.ts', 'row.version !== version', 'version < 0')],
    tests: ['test/web/moderation/fraud.test.ts'],
    grep: 'decided unseen',
  },
  {
    name: 'a case of fraud is decided by who is in it',
    edits: [
      edit(
        'src/moderation/permissions.ts',
        ' && !members.includes(actor.id)',
        ' && members.length > 0',
      ),
    ],
    tests: ['test/moderation/fraud/decide-case.test.ts'],
    grep: 'who are not in it',
  },
  {
    name: 'rings that are weighed at once are opened twice',
    edits: [edit('src/trust/rings/suspect-ring.ts', 'await holdMembers(work, [...members]);', '')],
    tests: ['test/moderation/fraud/decide-case.test.ts'],
    grep: 'opened once',
  },
  {
    name: 'the evidence that closed a case opens another',
    edits: [
      edit(
        'src/trust/rings/suspect-ring.ts',
        '(closed) => saysTheSame(closed, ring)',
        '() => false',
      ),
    ],
    tests: ['test/web/moderation/fraud.test.ts'],
    grep: 'does not open it again',
  },
  {
    name: 'what is accepted in a held case is paid',
    edits: [edit('src/trust/risk/weigh-acceptance.ts', 'caseId !== undefined', 'caseId === null')],
    tests: ['test/web/moderation/fraud.test.ts'],
    grep: 'from then on',
  },
  {
    name: 'what was withdrawn still counts for a ring',
    edits: [
      edit('src/trust/rings/count-acceptance.ts', 'await count(work, acceptanceId, -1);', ''),
    ],
    tests: ['test/trust/rings/suspect-ring.test.ts'],
    grep: 'without what was withdrawn',
  },
  {
    name: 'one steward decides alone',
    edits: [
      edit(
        'src/moderation/governance/weigh-opinions.ts',
        'opinions.length < STEWARDS_NEEDED',
        'opinions.length === 0',
      ),
    ],
    tests: ['test/moderation/governance/stewards-decide.test.ts'],
  },
  {
    name: 'a steward judges the answers of friends',
    edits: [
      edit(
        'src/moderation/governance/give-steward-opinion.ts',
        'throw new NotAllowed(RECUSED);',
        'return;',
      ),
    ],
    tests: ['test/moderation/governance/stewards-decide.test.ts'],
  },
  {
    name: 'a steward judges who has yet to sign',
    edits: [
      edit(
        'src/moderation/governance/give-steward-opinion.ts',
        'throw new NotAllowed(UNSIGNED);',
        'return;',
      ),
    ],
    tests: ['test/moderation/governance/signatures.test.ts'],
  },
  {
    name: 'a fail of stewards that staff overturn leaves its rule alone',
    edits: [
      edit('src/moderation/governance/overturn-decision.ts', '{ replaces: verdict.id }', '{}'),
    ],
    tests: ['test/moderation/governance/stewards-decide.test.ts'],
    grep: 'overturn',
  },
  {
    name: 'terms that a colleague has changed are changed over theirs',
    edits: [edit('src/terms.ts', 'if (now.version !== change.version) throw overtaken();', '')],
    tests: ['test/web/terms/terms.test.ts'],
  },
  {
    name: 'a topic that does badly stays with the community',
    edits: [
      edit(
        'src/moderation/governance/decide-mode.ts',
        "return because && { to: 'mixed', because };",
        'return because && undefined;',
      ),
    ],
    tests: ['test/moderation/governance/decide-mode.test.ts'],
  },
  {
    name: 'the share of errors counts, and not its bound',
    edits: [
      edit(
        'src/moderation/governance/figures.ts',
        'errorBound: upperBound(errors, n)',
        'errorBound: Math.min(upperBound(errors, n), errors / Math.max(n, 1))',
      ),
    ],
    tests: ['test/moderation/governance/decide-mode.test.ts'],
  },
  {
    name: 'moderators read amounts in the log',
    edits: [edit('src/web/moderation/record/log.ts', "viewer.role === 'moderator' ? [] : ", '')],
    tests: ['test/web/moderation/record.test.ts'],
  },
  {
    name: 'finance reads what staff wrote about people',
    edits: [
      edit(
        'src/web/moderation/record/log-page.ts',
        "reason: role === 'finance' ? '' : row.reason",
        'reason: row.reason',
      ),
    ],
    tests: ['test/web/moderation/record.test.ts'],
  },
  {
    name: 'whoever is sanctioned is paid',
    edits: [
      edit('src/rewards/decide.ts', "if (facts.sanctioned) return refuse('sanctioned');", ''),
    ],
    tests: ['test/rewards/decide.test.ts', 'test/moderation/sanctions/sanctions.test.ts'],
  },
  {
    name: 'whoever decided decides on the appeal',
    edits: [
      edit(
        'src/moderation/appeals/decide-appeal.ts',
        'if (!mayDecideAppeal(reviewer, barred)) {',
        'if (!mayDecideAppeal(reviewer, [])) {',
      ),
    ],
    tests: ['test/moderation/appeals/appeals.test.ts'],
    grep: 'decided twice at most',
  },
  {
    name: 'a report keeps no reward',
    edits: [
      edit(
        'src/reactions/reported-rewards.ts',
        'if (acceptanceId !== null)',
        'if (acceptanceId === null)',
      ),
    ],
    tests: ['test/moderation/reports/reports.test.ts'],
    grep: 'until it is dismissed',
  },
  {
    name: 'a suspended member writes',
    edits: [
      edit(
        'src/members/writing-member.ts',
        'if (isSuspended(member, work.at)) throw',
        'if (false as boolean) throw',
      ),
    ],
    tests: ['test/moderation/sanctions/sanctions.test.ts'],
  },
  {
    name: 'whoever is suspended stays signed in',
    edits: [
      edit(
        'src/moderation/sanctions/impose-sanction.ts',
        "if (kind === 'suspended' || kind === 'closed') await endSessions(work, memberId);",
        '',
      ),
    ],
    tests: ['test/web/moderation/sanctions.test.ts'],
    grep: 'out everywhere',
  },
  {
    name: 'posts at the same moment are beyond the limit',
    edits: [edit('src/trust/spam/limits.ts', 'await holdMembers(work, [author.id]);', '')],
    tests: ['test/trust/spam/screen.test.ts'],
    grep: 'however many',
  },
  {
    name: 'whoever says twice that an answer fixed it counts twice',
    edits: [
      edit('src/forum/fixed/say-fixed.ts', 'where({ ...mine, worked: !worked })', 'where(mine)'),
    ],
    tests: ['test/forum/fixed/say-fixed.test.ts'],
  },
  {
    name: 'feeds hold what XML cannot',
    edits: [edit('src/web/feeds/xml.ts', "text.replaceAll(IMPOSSIBLE, '\\uFFFD')", 'text')],
    tests: ['test/web/feeds/feeds.test.ts'],
  },
  {
    name: 'feeds hold answers that were removed',
    edits: [
      edit(
        'src/web/feeds/read-feeds.ts',
        'answers.filter(({ removed_at }) => removed_at === null)',
        'answers',
      ),
    ],
    tests: ['test/web/feeds/feeds.test.ts'],
  },
  {
    name: 'a reply by mail is posted as often as it is delivered',
    edits: [
      edit('src/replies/taken.ts', 'if (!row) throw new Redelivered();', 'void row;'),
      edit(
        'src/replies/take-reply.ts',
        "if (await wasTaken(db, reply.key)) return { became: 'again' };",
        'void wasTaken;',
      ),
    ],
    tests: ['test/replies/round-trip.test.ts'],
    grep: 'however often',
  },
  {
    name: 'what looks personal is published by mail',
    edits: [
      edit(
        'src/replies/why-not.ts',
        'if (kinds.length === 0) return undefined;',
        'return undefined;',
      ),
    ],
    tests: ['test/replies/corpus.test.ts'],
  },
  {
    name: 'a profile names whoever has blocked its member',
    edits: [
      edit(
        'src/forum/list-helped.ts',
        '(b.member_id, b.blocked_id) in ((m.id, :member), (:member, m.id))',
        '(b.member_id, b.blocked_id) in ((:member, m.id))',
      ),
    ],
    tests: ['test/forum/list-helped.test.ts'],
  },
  {
    name: 'what an asker doubts counts on a profile',
    edits: [edit('src/forum/standing.ts', ' and c.doubted_at is null', '')],
    tests: ['test/forum/list-helped.test.ts'],
  },
  {
    name: 'everybody sees how far a member is from the next level',
    edits: [
      edit('src/web/forum/profile-page.ts', 'if (mine) return', 'if (profileHead) return'),
      edit('src/web/forum/profiles.ts', 'const progress = mine ?', 'const progress = at ?'),
    ],
    tests: ['test/web/forum/profile-record.test.ts'],
  },
  {
    name: 'a level that an undone check had earned is told',
    edits: [edit('src/notices/tell-of-level.ts', 'await untell(work, keyOf(memberId, from));', '')],
    tests: ['test/notices/level.test.ts'],
  },
  {
    name: 'search shows what readers cannot see',
    edits: [
      edit(
        'src/forum/search/find-candidates.ts',
        'where ${visible.question}\n       ${topic',
        'where true\n       ${topic',
      ),
      edit('src/forum/search/read-results.ts', '   where ${visible.question}\n', ''),
    ],
    tests: ['test/forum/search/finding.test.ts'],
    grep: 'readers cannot see',
  },
  {
    name: 'search calls an answer accepted whose asker doubts it',
    edits: [
      edit('src/forum/search/read-results.ts', 'and ${standing}', 'and c.withdrawn_at is null'),
    ],
    tests: ['test/forum/search/excerpts.test.ts'],
    grep: 'stands by it',
  },
  {
    name: 'hidden questions are listed as duplicates',
    edits: [
      edit(
        'src/forum/duplicates/read-pairs.ts',
        'where q.id = p.${name}_id and ${visible.question})',
        'where q.id = p.${name}_id)',
      ),
    ],
    tests: ['test/forum/duplicates/pairs.test.ts'],
    grep: 'hidden',
  },
  {
    name: 'what was set apart is offered again',
    edits: [edit('src/forum/duplicates/keep-pairs.ts', '\n        and p.set_apart_at is null', '')],
    tests: ['test/forum/duplicates/pairs.test.ts'],
    grep: 'set apart',
  },
  {
    name: 'duplicates are suggested without limit',
    edits: [
      edit(
        'src/forum/duplicates/suggest-same.ts',
        '  await refuseTooMany(work, member.id);\n',
        '  void refuseTooMany;\n',
      ),
    ],
    tests: ['test/forum/duplicates/suggest-same.test.ts'],
    grep: 'limited by the day',
  },
  {
    name: 'what somebody has answered is still offered to those who know its topic',
    edits: [
      edit('src/forum/unanswered/unanswered.ts', "q.state = 'open' and q.answer_count = 0", 'true'),
    ],
    tests: ASKING,
    grep: 'once somebody has answered',
  },
  {
    name: 'whoever knows a topic is asked at night',
    edits: [edit(ASK_EXPERTS, "and not ${quietSql('s')}", '')],
    tests: ASKING,
    grep: 'sleep at night',
  },
  {
    name: 'whoever blocks or is blocked is asked all the same',
    edits: [
      edit(
        ASK_EXPERTS,
        '(b.member_id, b.blocked_id) in',
        'false and (b.member_id, b.blocked_id) in',
      ),
    ],
    tests: ASKING,
    grep: 'neither the asker',
  },
  {
    name: 'two workers ask somebody about more questions than a day has',
    edits: [edit(ASK_EXPERTS, 'await holdMembers(work, membersOf(able));', 'void holdMembers;')],
    tests: ASKING,
    grep: 'whatever another worker is at',
  },
  {
    name: 'history is offered to those who know its topic',
    edits: [
      edit(
        'src/reactions/to-history.ts',
        'filter((react: unknown) => react !== reviewWait)',
        'slice()',
      ),
    ],
    tests: ['test/forum/unanswered/waits.test.ts'],
    grep: 'history',
  },
  {
    name: 'two workers put a question into the queue twice',
    edits: [
      edit('src/moderation/unanswered/queue-unanswered.ts', 'held.wait.staff_at !== null || ', ''),
    ],
    tests: ['test/moderation/unanswered/queue-unanswered.test.ts'],
    grep: 'however many workers',
  },
  {
    name: 'a suggested topic takes the place of one that was chosen',
    edits: [
      edit(
        'src/web/forum/draw-ask.ts',
        'looked && typed.topic ? { ...looked, topic: undefined } : looked',
        'looked',
      ),
    ],
    tests: ['test/web/forum/similar.test.ts'],
    grep: 'suggest the topic',
  },
  {
    name: 'a topic is suggested that few of the nearest are in',
    edits: [edit('src/forum/similar/likely-topic.ts', 'share > whole / 2', 'share > 0')],
    tests: ['test/web/forum/similar.test.ts'],
    grep: 'suggest the topic',
  },
  {
    name: 'search engines are told of drafts of guides',
    edits: [
      edit(
        'src/guides/read-guides.ts',
        "db('guides as g').whereRaw(visibleGuide)",
        "db('guides as g')",
      ),
    ],
    tests: ['test/web/feeds/sitemaps.test.ts'],
    grep: 'list guides',
  },
  {
    name: 'authors are told what they have said themselves',
    edits: [edit('src/notices/tell-of-outdated.ts', '  if (who === undefined) return;\n', '')],
    tests: ['test/moderation/outdated/outdated.test.ts'],
    grep: 'told to its author',
  },
  {
    name: 'a thread is split without holding its question',
    edits: [
      edit(
        SPLIT,
        'const question = await holdQuestion(work, id);',
        "const question = (await work.trx('questions').where({ id }).first()) as QuestionRow;",
      ),
    ],
    tests: SPLIT_RACES,
    grep: 'accepts what would move',
  },
  {
    name: 'what stands accepted is split off',
    edits: [edit(SPLIT, 'if (accepted) throw', 'if (!accepted && accepted) throw')],
    tests: SPLITS,
    grep: 'stands accepted',
  },
  {
    name: 'a moderator splits off what they wrote',
    edits: [
      edit(SPLIT, 'if (!maySplit(actingMember(work), from, posts))', 'if (posts.length < 0)'),
    ],
    tests: SPLITS,
    grep: 'wrote what moves',
  },
  {
    name: 'a split is taken back over what was said since',
    edits: [
      edit(
        'src/forum/threads/undo-split.ts',
        'if (answers.some((id) => !answer_ids.includes(id)) || comments.length > 0)',
        'if (answers.length < 0 && answer_ids.length < comments.length)',
      ),
    ],
    tests: SPLITS,
    grep: 'has grown',
  },
  {
    name: 'whoever has blocked an author hears by whom it is solved',
    edits: [
      edit(
        'src/notices/tell-followers.ts',
        '...(blocking.has(memberId) ? withoutAuthor(what) : what),',
        '...what,',
      ),
    ],
    tests: ['test/notices/blocking.test.ts'],
  },
];
