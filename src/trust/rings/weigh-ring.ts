import type { Knex } from 'knex';

import type { AcceptanceId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import { findLinks, type Link } from '../risk/links.ts';
import { scoreRing, type RingSign, type Score } from '../risk/signs.ts';

/** An acceptance between two members of a circle, as it stands. */
export type Between = {
  id: AcceptanceId;
  asker_id: MemberId;
  author_id: MemberId;
  accepted_at: Date;
  quick: boolean;
  edited: boolean;
  copied: boolean;
};

/** Members who accept each other's answers, and what that weighs. */
export type Ring = Score<RingSign> & {
  members: readonly MemberId[];
  acceptances: readonly Between[];
};

/** Weighs the members of a circle together: all that stands between them, not only its strong pairs. */
export async function weighRing(db: Knex, members: readonly MemberId[]): Promise<Ring> {
  const acceptances = await readBetween(db, members);
  const links = await findLinks(db, members);
  const authors = await db('accepted_authors').whereIn('author_id', members);
  const pairs = countPairs(acceptances);
  const earned = new Map(authors.map(({ author_id, accepted }) => [author_id, accepted]));
  const share = (what: keyof Between) =>
    acceptances.filter((one) => one[what] === true).length / acceptances.length;
  const isLinked = (kind: Link['kind']) =>
    links.some((link) => link.kind === kind && isPair(pairs, link));
  const found = {
    circle: true,
    mutual: pairs.some((one) => pairs.some((other) => isReverse(one, other))),
    hasty: atLeast(share('quick'), acceptances.length) >= 0.5,
    'shared-device': isLinked('device'),
    'shared-number': isLinked('number'),
    burst: isBurst(acceptances),
    'near-copy': share('copied') >= 0.25,
    edited: share('edited') >= 0.25,
    concentrated: pairs.some(
      ({ author_id, count }) => count >= 4 && count >= 0.5 * (earned.get(author_id) ?? Infinity),
    ),
  };
  return { ...scoreRing(found), members, acceptances };
}

/** Everything that stands accepted between members, the oldest first. */
export async function readBetween(db: Knex, members: readonly MemberId[]): Promise<Between[]> {
  const { rows } = await db.raw<{ rows: Between[] }>(BETWEEN, { members });
  return rows;
}

const BETWEEN = `
  select a.id, a.asker_id, a.author_id, a.accepted_at,
         a.accepted_at > n.answered_at
           and a.accepted_at < q.asked_at + interval '1 hour' as quick,
         exists (select from answer_versions v
                  where v.answer_id = n.id and v.version > a.answer_version
                    and v.editor_id = a.author_id) as edited,
         exists (select from near_copies x
                  where x.answer_id = n.id and not x.own and x.gone_at is null) as copied
    from acceptances a
    join questions q on q.id = a.question_id
    join answers n on n.id = a.answer_id
   where a.asker_id = any(:members) and a.author_id = any(:members)
     and a.withdrawn_at is null and a.accepted_by = a.asker_id
   order by a.accepted_at, a.id`;

type Pair = { asker_id: MemberId; author_id: MemberId; count: number };

function countPairs(acceptances: readonly Between[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { asker_id, author_id } of acceptances) {
    const key = `${String(asker_id)} ${String(author_id)}`;
    const count = (pairs.get(key)?.count ?? 0) + 1;
    pairs.set(key, { asker_id, author_id, count });
  }
  return [...pairs.values()];
}

const isReverse = (one: Pair, other: Pair) =>
  one.asker_id === other.author_id && one.author_id === other.asker_id;

const isPair = (pairs: readonly Pair[], { members: [one, other] }: Link) =>
  pairs.some(
    ({ asker_id, author_id }) =>
      (asker_id === one && author_id === other) || (asker_id === other && author_id === one),
  );

const WEEK = 7 * 86_400_000;

/** Whether any six in a row lie within a week. */
const isBurst = (acceptances: readonly Between[]) =>
  acceptances.some(({ accepted_at }, index) => {
    const sixth = acceptances[index + 5];
    return sixth !== undefined && sixth.accepted_at.getTime() - accepted_at.getTime() <= WEEK;
  });

/** Nine in ten: what friends' luck with few acceptances does not come to. */
const Z = 1.2816;

/**
 * The share that is at least behind one that was seen among so many: the lower bound of E. Wilson,
 * Probable inference, the law of succession, and statistical inference (1927).
 */
function atLeast(share: number, many: number): number {
  const spread = Z * Math.sqrt((share * (1 - share)) / many + (Z * Z) / (4 * many * many));
  return (share + (Z * Z) / (2 * many) - spread) / (1 + (Z * Z) / many);
}
