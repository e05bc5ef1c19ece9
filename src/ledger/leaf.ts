/**
 * What a leaf is the hash of: every column of a transfer and what its two accounts are, in an order
 * that never changes. No field can hold the separator, and none that is there is empty.
 */
export const LEAF_FIELDS = [
  ...['format', 'transfer_id', 'key', 'event', 'debit_account', 'debit_kind'],
  ...['credit_account', 'credit_kind', 'amount_minor', 'currency', 'debit_after', 'credit_after'],
  ...['pending', 'settles', 'reverses', 'journal', 'ref', 'actor', 'approver'],
  ...['recorded_at_us', 'effective_date'],
] as const;

export const SEPARATOR = '|';

/**
 * The canonical text of a transfer `t` from `d` to `c`, in SQL. It stands here once more than in
 * the database, whose own function somebody could replace, so that `verify` need not believe it.
 */
export const LEAF_TEXT = `(
  '1|' || t.id || '|' || t.key || '|' || t.event
  || '|' || d.code || '|' || d.kind || '|' || c.code || '|' || c.kind
  || '|' || t.amount_minor || '|' || t.currency
  || '|' || coalesce(t.debit_after::text, '') || '|' || coalesce(t.credit_after::text, '')
  || '|' || case when t.pending then 'pending' else '' end
  || '|' || coalesce(t.settles::text, '') || '|' || coalesce(t.reverses::text, '')
  || '|' || t.journal || '|' || t.ref
  || '|' || coalesce(t.actor_id::text, '') || '|' || coalesce(t.approver_id::text, '')
  || '|' || (extract(epoch from t.recorded_at) * 1000000)::bigint
  || '|' || to_char(t.effective_date, 'YYYY-MM-DD'))`;

/** The journal with each entry's transfer `t` and its accounts `d` and `c`, as far as they exist. */
export const ENTRIES = `
  ledger_journal j
  left join ledger_transfers t on t.id = j.transfer_id
  left join ledger_accounts d on d.id = t.debit_account_id
  left join ledger_accounts c on c.id = t.credit_account_id`;
