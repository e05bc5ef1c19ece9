/**
 * The plan of the house: what leans on what, and who owns which table.
 *
 * A part may import the parts listed beside it, and its tables may point at theirs; nothing else.
 */
export const LEANS_ON: Record<string, string[]> = {
  db: [],
  ledger: ['db'],
  members: ['db'],
  site: ['db', 'members'],
  approvals: ['db', 'members'],
  forum: ['db', 'members'],
  trust: ['db', 'members', 'forum'],
  moderation: ['db', 'members', 'forum', 'trust'],
  rewards: ['db', 'members', 'forum', 'ledger', 'approvals'],
  finance: ['db', 'members', 'forum', 'moderation', 'rewards', 'ledger', 'approvals'],
  notices: ['db', 'members', 'forum', 'moderation', 'rewards'],
  imports: ['db', 'members', 'forum', 'ledger', 'rewards'],
  jobs: ['db', 'members', 'forum', 'moderation', 'rewards', 'ledger', 'finance', 'notices'],
  web: [
    ...['db', 'members', 'site', 'forum', 'moderation', 'rewards', 'ledger', 'finance'],
    ...['notices', 'imports', 'approvals', 'trust'],
  ],
};

/** The owner of a table is the only one to write it. Whoever leans on the owner may read it. */
export const OWNER: Record<string, string> = {
  acceptances: 'forum',
  adjustments: 'finance',
  answer_versions: 'forum',
  answer_votes: 'forum',
  answers: 'forum',
  audit_draws: 'moderation',
  audits: 'moderation',
  budget_raises: 'rewards',
  comments: 'forum',
  contact_costs: 'finance',
  events: '',
  exports: 'finance',
  follows: 'forum',
  gl_mappings: 'finance',
  helps: 'forum',
  imported_people: 'imports',
  imported_posts: 'imports',
  ledger_account_kinds: 'ledger',
  ledger_accounts: 'ledger',
  ledger_balances: 'ledger',
  ledger_blocks: 'ledger',
  ledger_checkpoints: 'ledger',
  ledger_clock: 'ledger',
  ledger_journal: 'ledger',
  ledger_nodes: 'ledger',
  ledger_periods: 'ledger',
  ledger_sealer: 'ledger',
  ledger_transfers: 'ledger',
  ledger_verifications: 'ledger',
  level_changes: 'members',
  mail_links: 'members',
  mails: 'notices',
  me_toos: 'forum',
  members: 'members',
  moderation_log: 'moderation',
  period_closes: 'finance',
  personal_data_findings: 'trust',
  proposals: 'approvals',
  question_versions: 'forum',
  question_votes: 'forum',
  questions: 'forum',
  rate_limits: 'web',
  removals: 'forum',
  reward_budgets: 'rewards',
  reward_debts: 'rewards',
  rewards: 'rewards',
  role_changes: 'members',
  rule_set_steps: 'rewards',
  rule_sets: 'rewards',
  rule_shadow_members: 'rewards',
  rule_shadow_refusals: 'rewards',
  rule_shadows: 'rewards',
  search_documents: 'forum',
  sessions: 'members',
  site_settings: 'site',
  site_texts: 'site',
  topics: 'forum',
  verdicts: 'moderation',
};

/** The part a source file belongs to; '' for the few files at the top of src. */
export const partOf = (path: string) => /^src\/(\w+)\//.exec(path)?.[1] ?? '';

/** The files at the top of src that every part may use. The others are for main.ts alone. */
export const COMMON = [
  'src/config.ts',
  'src/config-secrets.ts',
  'src/events.ts',
  'src/refusals.ts',
  'src/root.ts',
  'src/work.ts',
];
