import type { Knex } from 'knex';

import type { QuestionRow } from '../../forum/rows.ts';
import type { MemberId, MemberRow } from '../../members/rows.ts';
import { found } from '../../refusals.ts';
import { findLinks, type Link } from '../risk/links.ts';
import type { FraudCaseId, FraudCaseRow } from '../rows.ts';
import { readBetween, type Between } from './weigh-ring.ts';

/** An acceptance as evidence: whose question, and how long after it. */
export type Evidence = Between & {
  question: Pick<QuestionRow, 'id' | 'slug' | 'title'>;
  /** From the question to its acceptance. */
  minutes: number;
};

/** What one member accepted from another. */
export type EvidencePair = {
  asker: MemberId;
  author: MemberId;
  accepted: number;
  quick: number;
  /** The middle of their minutes from question to acceptance. */
  minutes: number;
  sharesDevice: boolean;
  sharesNumber: boolean;
};

/** A case with all that a person decides it by. */
export type CaseEvidence = {
  row: FraudCaseRow;
  members: Pick<MemberRow, 'id' | 'name' | 'level' | 'joined_at'>[];
  /** Everything that stands between them, the latest first. */
  acceptances: Evidence[];
  pairs: EvidencePair[];
  links: Link[];
  /** Who closed it. */
  decider: string | null;
};

/** The case with its evidence as it is now; which device or number is shared is nobody's to read. */
export async function readCase(db: Knex, id: FraudCaseId): Promise<CaseEvidence> {
  const row = found(await db('fraud_cases').where({ id }).first(), 'case');
  const members = await db('members')
    .whereIn('id', db('fraud_case_members').where({ case_id: id }).select('member_id'))
    .orderBy('name')
    .select('id', 'name', 'level', 'joined_at');
  const ids = members.map((member) => member.id);
  const [between, links, decider] = await Promise.all([
    readBetween(db, ids),
    findLinks(db, ids),
    row.decided_by === null ? undefined : db('members').where({ id: row.decided_by }).first('name'),
  ]);
  const acceptances = await withQuestions(db, between);
  const pairs = pairsOf(acceptances, links);
  return { row, members, acceptances, pairs, links, decider: decider?.name ?? null };
}

async function withQuestions(db: Knex, between: Between[]): Promise<Evidence[]> {
  type Asked = Pick<Evidence, 'id' | 'question' | 'minutes'>;
  const { rows } = await db.raw<{ rows: Asked[] }>(
    `select a.id, json_build_object('id', q.id, 'slug', q.slug, 'title', q.title) as question,
            (extract(epoch from a.accepted_at - q.asked_at) / 60)::int as minutes
       from acceptances a join questions q on q.id = a.question_id
      where a.id = any(:ids)`,
    { ids: between.map(({ id }) => id) },
  );
  const asked = new Map(rows.map((row) => [row.id, row]));
  return between.flatMap((one) => ({ ...one, ...found(asked.get(one.id), 'question') })).reverse();
}

function pairsOf(acceptances: readonly Evidence[], links: readonly Link[]): EvidencePair[] {
  const pairs = new Map<string, Evidence[]>();
  for (const one of acceptances) {
    const key = `${String(one.asker_id)} ${String(one.author_id)}`;
    pairs.set(key, [...(pairs.get(key) ?? []), one]);
  }
  return [...pairs.values()]
    .flatMap((all) => (all[0] ? [pairOf(all[0], all, links)] : []))
    .sort((one, other) => other.accepted - one.accepted || one.asker - other.asker);
}

function pairOf(
  { asker_id: asker, author_id: author }: Evidence,
  all: readonly Evidence[],
  links: readonly Link[],
): EvidencePair {
  const minutes = all.map((one) => one.minutes).sort((one, other) => one - other);
  const shares = (kind: Link['kind']) =>
    links.some(
      (link) => link.kind === kind && link.members.includes(asker) && link.members.includes(author),
    );
  return {
    ...{ asker, author, accepted: all.length, quick: all.filter(({ quick }) => quick).length },
    minutes: minutes[minutes.length >> 1] ?? 0,
    ...{ sharesDevice: shares('device'), sharesNumber: shares('number') },
  };
}
