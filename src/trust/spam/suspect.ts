import type { MemberRow } from '../../members/rows.ts';
import { isLimited } from '../../members/standing.ts';
import type { Work } from '../../work.ts';
import { surroundingsOf } from '../personal-data/masking-markdown.ts';
import { findPersonalData } from '../personal-data/personal-data.ts';
import type { SuspicionRow } from '../rows.ts';
import { readJudgement } from './learn.ts';
import { linksIn } from './links.ts';
import { findListed } from './word-lists.ts';

export type Suspected = Pick<SuspicionRow, 'kind' | 'score'> & {
  reasons: [string, ...string[]];
  /** Whether it should wait for a look before readers see it. */
  hold: boolean;
};

/** From these percentages on a post, and a member's first post, is looked at. */
export const LIKELY = 95;
export const LIKELY_FIRST = 70;

/** What may be wrong with a text of an author who is no staff; undefined where nothing is. */
export async function suspect(
  work: Work,
  author: MemberRow,
  text: string,
): Promise<Suspected | undefined> {
  const { trx, at, operator } = work;
  const judgement = await readJudgement(trx, text, operator.siteUrl);
  const listed = await findListed(trx, text);
  const first = await isFirst(work, author);
  const score = judgement?.score ?? null;
  const effects = listed.map(({ effect }) => effect);
  const reasons = [
    ...(isLimited(author, at) ? ['limited'] : []),
    ...(effects.includes('hold') ? ['listed-hold'] : []),
    ...((score ?? 0) >= LIKELY ? ['likely-spam'] : []),
    ...(first ? firstReasons(work, text, score) : []),
    ...(effects.includes('flag') ? ['listed-flag'] : []),
  ];
  const [weightiest, ...others] = reasons;
  if (weightiest === undefined) return undefined;
  const isNew = author.level === 'newcomer';
  const hold =
    reasons.includes('limited') || (isNew && reasons.some((one) => one !== 'listed-flag'));
  const kind = first && isNew ? 'first-post' : 'spam';
  return { kind, score, reasons: [weightiest, ...others], hold };
}

function firstReasons({ operator }: Work, text: string, score: number | null): string[] {
  const findings = findPersonalData(text, surroundingsOf(operator));
  return [
    ...(linksIn(text, operator.siteUrl).length > 0 ? ['first-with-link'] : []),
    ...(PICTURE.test(text) ? ['first-with-picture'] : []),
    ...(findings.some(({ kind }) => kind === 'phone') ? ['first-with-number'] : []),
    ...((score ?? 0) >= LIKELY_FIRST && (score ?? 0) < LIKELY ? ['first-odd'] : []),
  ];
}

/** As Markdown shows one of ours; one from elsewhere is a link. */
const PICTURE = /!\[[^\]]*\]\(\/pictures\//;

/** Whether nothing of a newcomer's has been seen by readers but, at most, the post itself. */
async function isFirst({ trx }: Work, { id, level }: MemberRow): Promise<boolean> {
  if (level !== 'newcomer') return false;
  const { rows } = await trx.raw<{ rows: object[] }>(
    `(select from questions where author_id = :id and removed_at is null limit 2)
     union all (select from answers where author_id = :id and removed_at is null limit 2)
     union all (select from comments where author_id = :id and removed_at is null limit 2)
     limit 2`,
    { id },
  );
  return rows.length < 2;
}
