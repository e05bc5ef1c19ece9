import type { Knex } from 'knex';

import type { ProposalId, ProposalRow } from '../approvals/rows.ts';
import type { Step } from './decide.ts';
import type { RuleSetId, RuleSetRow } from './rows.ts';

/** A rule set with its steps, and who drafted, proposed and decided it, by name. */
export type RuleSet = RuleSetRow & {
  steps: Step[];
  maker: string | null;
  /** The latest request to publish it. */
  proposal: (ProposalRow & { proposer: string; checker: string | null }) | null;
};

/** Every rule set, the latest to take effect first, drafts before all. */
export async function readRuleSets(db: Knex): Promise<RuleSet[]> {
  const { rows } = await db.raw<{ rows: Read[] }>(
    `${RULE_SETS} order by r.published_at is not null, r.effective_from desc nulls first, r.id desc`,
  );
  return rows.map(asRuleSet);
}

export async function findRuleSet(db: Knex, id: RuleSetId): Promise<RuleSet | undefined> {
  const { rows } = await db.raw<{ rows: Read[] }>(`${RULE_SETS} where r.id = ?`, [id]);
  return rows.map(asRuleSet)[0];
}

/** The drafts that these proposals ask to publish. */
export const findProposedRules = async (db: Knex, ids: ProposalId[]) =>
  (await db('rule_sets').whereIn('proposal_id', ids)) as (RuleSetRow & {
    proposal_id: ProposalId;
    effective_from: Date;
  })[];

type Read = RuleSetRow & {
  steps: Step[];
  maker: string | null;
  proposer: string | null;
  checker: string | null;
  [column: `p_${string}`]: unknown;
};

const RULE_SETS = `
  select r.*, maker.name as maker, proposer.name as proposer, checker.name as checker,
         p.kind as p_kind, p.reason as p_reason, p.evidence as p_evidence, p.made_by as p_made_by,
         p.made_at as p_made_at, p.expires_at as p_expires_at, p.decision as p_decision,
         p.note as p_note, p.decided_by as p_decided_by, p.decided_at as p_decided_at,
         coalesce((select json_agg(json_build_object('from_nth', s.from_nth, 'percent', s.percent)
                                   order by s.from_nth)
                     from rule_set_steps s where s.rule_set_id = r.id), '[]') as steps
    from rule_sets r
    left join members maker on maker.id = r.made_by
    left join proposals p on p.id = r.proposal_id
    left join members proposer on proposer.id = p.made_by
    left join members checker on checker.id = p.decided_by`;

function asRuleSet({ proposer, checker, ...row }: Read): RuleSet {
  const columns = Object.entries(row).filter(([name]) => name.startsWith('p_'));
  const decided = Object.fromEntries(columns.map(([name, value]) => [name.slice(2), value]));
  const proposal = { id: row.proposal_id, ...decided, proposer, checker };
  return { ...row, proposal: proposer === null ? null : (proposal as RuleSet['proposal']) };
}
