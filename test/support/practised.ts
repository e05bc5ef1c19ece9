import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { MemberRow, NewMemberRow } from '#src/members/rows.ts';
import { aMember, anAcceptance, anAnswer } from './make.ts';

/**
 * A member whose first five paid answers are behind them, so that the share of their level decides
 * which of the next are audited. What the five earned stands nowhere: the rules refused it.
 */
export async function aPractisedMember(
  owner: Knex,
  details: Partial<NewMemberRow> = {},
): Promise<MemberRow> {
  const member = await aMember(owner, { level: 'helper', ...details });
  const rules = await owner('rule_sets').whereNotNull('published_at').orderBy('id').first();
  assert(rules, 'the first rule set');
  for (let count = 0; count < 5; count += 1) {
    const answer = await anAnswer(owner, { author_id: member.id });
    const { id, asker_id, accepted_at: at } = await anAcceptance(owner, answer);
    await owner('rewards').insert({
      ...{ acceptance_id: id, member_id: member.id, asker_id, rule_set_id: rules.id },
      ...{ amount_minor: 0n, currency: 'GBP', month: '2025-12', state: 'refused' },
      ...{ refusal: 'pair-limit', hold_until: at, made_at: at, changed_at: at },
    });
    await owner('events').insert(
      ['answer accepted', 'reward refused'].map((name) => ({
        ...{ name, details: { acceptanceId: id }, happened_at: at },
      })),
    );
    await owner('audit_draws').insert({
      ...{ acceptance_id: id, drawn: true, because: 'first-five', share: 100 },
      ...{ seed: 'long ago', number: 0, drawn_at: at },
    });
  }
  return member;
}
