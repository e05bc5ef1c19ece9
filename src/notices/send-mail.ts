import type { Perform } from '../work.ts';
import { claimMail } from './claim-mail.ts';
import { failureOf, type Failure } from './failures.ts';
import type { MailId, MailRow } from './rows.ts';
import { settleMail } from './settle-mail.ts';

/** Hands a mail to the outside world; a rejection means that it may not have been taken. */
export type Transport = (mail: MailRow) => Promise<void>;

/** What sending needs; no unit of work is open while the network is waited for. */
export type Post = { perform: Perform; transport: Transport };

/** `nothing` where it does not wait to be sent, or somebody else is at it. */
export type Outcome = 'sent' | 'nothing' | Failure['kind'];

/**
 * Sends one mail of the outbox if it is due, and writes down how that went. Whoever hands it over
 * has claimed it, so that two workers never do at once; where the process dies in between, it is
 * sent again under the same Message-ID once the claim has run out.
 */
export async function sendMail({ perform, transport }: Post, id: MailId): Promise<Outcome> {
  const mail = await perform('system', (work) => claimMail(work, id));
  if (!mail) return 'nothing';
  const failure = await transport(mail).then(() => undefined, failureOf);
  await perform('system', (work) => settleMail(work, mail, failure));
  return failure?.kind ?? 'sent';
}
