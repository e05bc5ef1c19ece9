import type { Work } from '../work.ts';
import { eventOf } from './events.ts';
import { footOf } from './foot.ts';
import { mailHtml, mailText } from './mail-body.ts';
import { readUntold, type ReadNotice } from './read-notices.ts';
import { offerReply } from './reply-offer.ts';
import type { MailRow } from './rows.ts';
import { sentenceOf } from './sentences.ts';

/**
 * The mail as it is to be sent now, or undefined where nothing in it is left to tell: it was read
 * on the site meanwhile, taken down or no longer wanted. What gathers notices is put together here.
 */
export async function renewMail(work: Work, mail: MailRow): Promise<Partial<MailRow> | undefined> {
  if (mail.bundle === null && mail.off_url === null) return {};
  const notices = await readUntold(work.trx, mail.id, work.at);
  if (notices.length === 0) return undefined;
  return mail.bundle === null ? {} : putTogether(work, mail, notices);
}

/** Nothing of it is sent any more, and the next of its threads can be mailed again. */
export async function dropMail(work: Work, { id }: MailRow): Promise<void> {
  await work.trx('mails').where({ id }).update({ cancelled_at: work.at });
  await work.trx('thread_mails').where({ mail_id: id }).delete();
}

async function putTogether(work: Work, { member_id }: MailRow, notices: readonly ReadNotice[]) {
  const { siteName, siteUrl } = work.operator;
  const [first] = notices.map(sentenceOf);
  const member = await work.trx('members').where({ id: member_id }).first();
  const subject =
    notices.length === 1 && first !== undefined
      ? first
      : `${String(notices.length)} things for you at ${siteName}`;
  const shown = notices.slice(0, MOST);
  const content = {
    subject,
    text: shown.length < notices.length ? `The first ${String(MOST)} of them:` : '',
    lines: shown.map((notice) => ({ text: sentenceOf(notice), url: siteUrl + notice.path })),
    button: { label: 'See all of them', url: `${siteUrl}/notifications` },
    foot: await footOf(
      ...[work, member_id],
      notices.map(({ kind }) => eventOf(kind)),
    ),
    reply: member && (await offerReply(work, member, notices)),
  };
  return {
    subject: subject.replaceAll(/\s+/g, ' '),
    text_body: mailText(work.operator, content),
    html_body: mailHtml(work.operator, content),
    off_url: content.foot.off?.url ?? null,
    reply_to: content.reply?.address ?? null,
  };
}

/** So many things in one mail, and a button to the others. */
const MOST = 30;
