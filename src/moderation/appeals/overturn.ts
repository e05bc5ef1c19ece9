import type { Markdown } from '../../forum/markdown.ts';
import type { AcceptanceId } from '../../forum/rows.ts';
import type { PersonalDataFindingId } from '../../trust/rows.ts';
import { actorId, type Work } from '../../work.ts';
import { readFailed } from '../audits/failed.ts';
import { overturnVerdict } from '../audits/overturn-verdict.ts';
import { showAgain } from '../posts/decide-finding.ts';
import { restorePost } from '../posts/remove-post.ts';
import type { SanctionId, VerdictId } from '../rows.ts';
import { endSanction, holdSanction } from '../sanctions/end-sanction.ts';
import { readSanctions } from '../sanctions/sanction.ts';
import { stretchesOf } from '../sanctions/stretches.ts';
import type { AppealableDecision } from './decisions.ts';
import { refOf } from './hold-subject.ts';

/** Undoes a decision that stands, as if it had not been made; the caller holds what it is about. */
export function overturn(
  work: Work,
  markdown: Markdown,
  decision: AppealableDecision,
  because: string,
): Promise<void> {
  const { kind, id } = decision;
  switch (kind) {
    case 'removal':
      return restorePost(work, refOf(decision), because, { asItWas: true });
    case 'finding':
      return showAgain(work, markdown, id as PersonalDataFindingId, because);
    case 'verdict':
      return overturnVerdict(work, id as VerdictId);
    case 'fraud':
      return overturnFraud(work, decision);
    case 'sanction':
      return overturnSanction(work, id as SanctionId, because);
  }
}

/** It ends now if it has not, and what it alone had refused is decided again. */
async function overturnSanction(work: Work, id: SanctionId, because: string): Promise<void> {
  const { sanction } = await holdSanction(work, id);
  if (sanction.end === null) {
    await endSanction(work, sanction, { how: 'overturned', ended_by: actorId(work), because });
  }
  const history = await readSanctions(work.trx, sanction.member_id);
  const now = history.find((one) => one.id === id) ?? sanction;
  await work.record('sanction overturned', {
    ...{ sanctionId: id, memberId: sanction.member_id },
    stretches: stretchesOf(now, history, work.at),
  });
}

/** All that the case took back from this member, but for answers that fail for another reason. */
async function overturnFraud(work: Work, { id, appellants }: AppealableDecision): Promise<void> {
  const { rows } = await work.trx.raw<{ rows: { id: AcceptanceId }[] }>(
    `select a.id
       from fraud_takings t join acceptances a on a.id = t.acceptance_id
      where t.case_id = (select max(case_id) from fraud_takings where acceptance_id = :id)
        and a.author_id = any(:appellants)
      order by a.id`,
    { id, appellants },
  );
  const all = rows.map((row) => row.id);
  const failed = await readFailed(work.trx, all);
  const acceptanceIds = all.filter((one) => !failed.has(one));
  await work.record('fraud overturned', { acceptanceIds });
}
