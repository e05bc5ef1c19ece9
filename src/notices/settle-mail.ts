import type { Work } from '../work.ts';
import type { Failure } from './failures.ts';
import type { MailRow } from './rows.ts';

/** Writes down how handing a mail over went, and when it is tried again if it was not taken. */
export async function settleMail(
  work: Work,
  mail: MailRow,
  failure: Failure | undefined,
): Promise<void> {
  const { id, claimed_until } = mail;
  // Whoever claimed it next, after our claim ran out, knows better than that we failed.
  const which = failure ? { id, claimed_until } : { id };
  await work
    .trx('mails')
    .where(which)
    .update({ claimed_until: null, ...(failure ? missed(work, mail, failure) : sent(work)) });
}

const sent = ({ at }: Work) => ({
  ...{ sent_at: at, refused_at: null, unreachable_at: null, last_error: null },
});

function missed({ at }: Work, mail: MailRow, { kind, why }: Failure): Partial<MailRow> {
  const unreachable_at = kind === 'unreachable' ? at : null;
  if (kind === 'refused') return { refused_at: at, unreachable_at, last_error: why };
  if (at.getTime() - mail.written_at.getTime() > PATIENCE) {
    return { refused_at: at, unreachable_at, last_error: `Tried for five days: ${why}` };
  }
  const send_after = new Date(at.getTime() + backoff(mail.attempts));
  return { send_after, unreachable_at, last_error: why };
}

/** Milliseconds: half a minute, doubled each time, at most half an hour. */
const backoff = (attempts: number) => Math.min(30_000 * 2 ** (attempts - 1), 30 * 60_000);

/** How long a mail is tried, in milliseconds, as mail servers do. */
const PATIENCE = 5 * 24 * 3_600_000;
