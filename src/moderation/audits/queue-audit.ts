import assert from 'node:assert/strict';

import type { AcceptanceRow } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import { openItem } from '../queue/items.ts';
import type { AuditId, AuditRow } from '../rows.ts';
import { SIGNALS, type Signals } from './signals.ts';

/** Puts an audit that waits before staff, or weighs it anew after what it is about has changed. */
export async function queueAudit(work: Work, id: AuditId): Promise<void> {
  const { rows } = await work.trx.raw<{ rows: Weighed[] }>(
    `select a.because, a.flag_score, a.flag_reasons, c.question_id, c.answer_id, c.author_id, c.asker_id,
            c.accepted_by, c.doubted_at is not null as doubted, ${SIGNALS},
            array(select o.member_id from audit_opinions o
                   where o.audit_id = a.id and o.undone_at is null) as judged_by
       from audits a
       join acceptances c on c.id = a.acceptance_id
       join answers n on n.id = c.answer_id
      where a.id = ?`,
    [id],
  );
  const [audit] = rows;
  assert(audit, 'an audit is of an acceptance');
  const { question_id, answer_id, author_id, asker_id, accepted_by, judged_by } = audit;
  await openItem(work, {
    ...{ kind: 'audit', subject_id: id, question_id, answer_id, member_id: author_id },
    ...{ risk: riskOf(audit), reasons: reasonsOf(audit) },
    barred: [author_id, asker_id, accepted_by, ...judged_by],
  });
}

type Weighed = Signals &
  Pick<AuditRow, 'because' | 'flag_score' | 'flag_reasons'> &
  Pick<AcceptanceRow, 'question_id' | 'answer_id' | 'author_id' | 'asker_id' | 'accepted_by'> & {
    doubted: boolean;
    judged_by: MemberId[];
  };

function riskOf({ edited, quick, priced, doubted, because, flag_score }: Weighed): number {
  if (flag_score !== null || edited || quick || doubted || because === 'called') return 4;
  return priced || because === 'first-five' || because === 'always' ? 2 : 1;
}

/** The signals of fraud weigh most; an audit that was drawn for another reason keeps it. */
const reasonsOf = (audit: Weighed): [string, ...string[]] =>
  audit.because === 'flagged' || audit.flag_score === null
    ? led(audit.because, audit.flag_reasons, signsOf(audit))
    : led('flagged', audit.flag_reasons, [audit.because, ...signsOf(audit)]);

/** One reason before all others, each once: risk and desk call some signs by the same code. */
const led = (first: string, ...others: string[][]): [string, ...string[]] => [
  first,
  ...new Set(others.flat().filter((code) => code !== first)),
];

const signsOf = ({ doubted, edited, quick, priced }: Weighed) => [
  ...(doubted ? ['doubted'] : []),
  ...(edited ? ['edited'] : []),
  ...(quick ? ['quick'] : []),
  ...(priced ? ['priced'] : []),
];
