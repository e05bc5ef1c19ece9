import type { Knex } from 'knex';

import { signLink } from '#src/notices/signed-links.ts';

/** Addresses that depend on what the demonstration came to. */
export type Places = Awaited<ReturnType<typeof findPlaces>>;

export async function findPlaces(db: Knex) {
  const path = async (sql: string): Promise<string> => {
    const { rows } = await db.raw<{ rows: { path: string }[] }>(sql);
    const [row] = rows;
    if (!row) throw new Error(`The demonstration has nothing for: ${sql}`);
    return row.path;
  };
  const question = (where: string) =>
    path(`select '/q/' || q.id || '/' || q.slug as path from questions q where ${where} limit 1`);
  const answers = 'select from answers a where a.question_id = q.id';
  const una = `(select id from members where name = 'Una')`;

  return {
    open: await question(`state = 'open' and answer_count > 1 and author_id <> ${una}`),
    unanswered: await question(
      `state = 'open' and answer_count = 0 and removed_at is null and merged_into is null`,
    ),
    unansweredDesk: await path(
      `select '/staff/unanswered/' || id as path from questions
        where state = 'open' and answer_count = 0 and removed_at is null
          and merged_into is null limit 1`,
    ),
    solved: await question(`state = 'solved' and answer_count > 2 and removed_at is null`),
    noSingleAnswer: await question(`state = 'no-single-answer'`),
    failed: await question(`exists (select from verdicts v join audits u on u.id = v.audit_id
      join acceptances c on c.id = u.acceptance_id where v.verdict = 'fail' and c.question_id = q.id)`),
    tombstone: await question(`q.removed_at is null
      and exists (${answers} and a.removed_at is not null and a.held_at is null)`),
    ofUna: await question(`q.author_id = ${una} and state = 'open' and answer_count > 0`),
    edited: await path(`select '/q/' || id as path from questions where version > 1 limit 1`),
    editedAnswer: await path(`select '/a/' || id as path from answers where version > 1 limit 1`),
    removedAnswer: await path(
      `select '/a/' || id as path from answers
        where removed_at is not null and held_at is null limit 1`,
    ),
    acceptedAnswer: await path(
      `select '/a/' || answer_id as path from acceptances where withdrawn_at is null limit 1`,
    ),
    decidedAudit: await path(
      `select '/staff/audits/' || id as path from audits where state = 'decided' limit 1`,
    ),
    waitingCase: await path(
      `select '/staff/cases/' || id as path from cases where state = 'waiting-for-staff' limit 1`,
    ),
    closedCase: await path(
      `select '/staff/cases/' || id as path from cases where state = 'closed' limit 1`,
    ),
    stewardAudit: await path(
      `select '/steward/audits/' || audit_id as path from steward_audits where ended_at is null limit 1`,
    ),
    entry: await path(`select '/finance/entries/t' || id as path from ledger_transfers
      where event = 'reward.release' order by id desc limit 1`),
    adjustment: await path(
      `select '/finance/adjustments/' || id as path from adjustments
        where transfer_id is not null limit 1`,
    ),
    askedAdjustment: await path(
      `select '/finance/adjustments/' || id as path from adjustments
        where transfer_id is null limit 1`,
    ),
    openMonth: await path(
      `select '/finance/close/' || id as path from ledger_periods where state = 'open' limit 1`,
    ),
    closingMonth: await path(
      `select '/finance/close/' || id as path from ledger_periods where state = 'closing' limit 1`,
    ),
    receipt: await path(`select '/wallet/receipts/t' || t.id as path from ledger_transfers t
      join ledger_accounts a on a.id = t.credit_account_id join members m on m.name = 'Tom'
      where a.code = 'member:' || m.id || ':available' order by t.id desc limit 1`),
    owedMember: await path(
      `select '/finance/members/' || id as path from members where name = 'Tom'`,
    ),
    guide: await path(
      `select '/guides/' || slug as path from guides where state = 'published' limit 1`,
    ),
    guideDesk: await path(`select '/staff/guides/' || id as path from guides limit 1`),
    decidedReport: await path(
      `select '/staff/reports/' || id as path from report_cases where decision is not null limit 1`,
    ),
    decidedAppeal: await path(
      `select '/staff/appeals/' || id as path from appeals where decision is not null limit 1`,
    ),
    firstPost: await path(
      `select '/staff/first-posts/' || id as path from suspicions where kind = 'first-post' limit 1`,
    ),
    spam: await path(
      `select '/staff/spam/' || id as path from suspicions where kind = 'spam' limit 1`,
    ),
    bulk: await path(`select '/staff/bulk/' || id as path from bulk_actions limit 1`),
    acceptedForAsker: await path(
      `select '/q/' || question_id as path from silent_acceptances where ended_at is null limit 1`,
    ),
    merged: await path(
      `select '/q/' || id as path from questions where merged_into is not null limit 1`,
    ),
    splitOff: await path(`select '/q/' || to_id as path from question_splits limit 1`),
    splitFrom: await path(`select '/q/' || from_id as path from question_splits limit 1`),
    outdated: await path(
      `select '/a/' || answer_id as path from outdated_marks where ended_at is null limit 1`,
    ),
    maybeOutdated: await path(
      `select '/a/' || answer_id as path from outdated_flags where settled_at is null limit 1`,
    ),
    member: await path(`select '/admin/members/' || id as path from members where name = 'Tom'`),
    off: `/n/off/${await signLink(
      db,
      'off',
      await path(`select id || ' answered commented' as path from members where name = 'Priya'`),
    )}`,
    fixed: `/n/fixed/${await signLink(
      db,
      'fixed',
      await path(
        `select concat_ws(' ', id, author_id, 4102444800) as path from questions
        where author_id = ${una} and state = 'open' and answer_count > 0 limit 1`,
      ),
    )}`,
  };
}
