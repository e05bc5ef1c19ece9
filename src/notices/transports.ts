import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import nodemailer from 'nodemailer';

import type { Config } from '../config.ts';
import type { MailRow } from './rows.ts';
import type { Transport } from './send-mail.ts';

/** The mail server that the settings name, or a folder where there is none. */
export function transportFor(config: Config): Transport {
  const { SMTP_URL: url, SITE_URL, SITE_NAME, DATA_DIR } = config;
  if (url === undefined) return fileTransport(join(DATA_DIR, 'mail'));
  return smtpTransport({ url, siteName: SITE_NAME, host: new URL(SITE_URL).hostname });
}

export type SmtpServer = {
  url: string;
  siteName: string;
  /** Whose mails these are: the right side of our addresses. */
  host: string;
  /** Milliseconds that the server may be silent; twenty seconds unless given. */
  patience?: number;
};

/** Sends by SMTP. The same mail has the same Message-ID whenever it is sent. */
export function smtpTransport({ url, siteName, host, patience = 20_000 }: SmtpServer): Transport {
  const timeouts = {
    ...{ dnsTimeout: patience, connectionTimeout: patience },
    ...{ greetingTimeout: patience, socketTimeout: patience },
  };
  const smtp = nodemailer.createTransport({
    ...{ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true },
  });
  const from = { name: `${siteName} community`, address: `community@${host}` };
  return async (mail) => {
    await smtp.sendMail({
      ...{ from, to: { name: '', address: mail.to_address } },
      ...{ subject: mail.subject, text: mail.text_body, html: mail.html_body },
      ...{ messageId: messageId(mail, host), headers: headersOf(mail) },
      ...(mail.reply_to !== null && { replyTo: mail.reply_to }),
    });
  };
}

/** Made of what the mail is about, so that a server that has it already can tell. */
function messageId({ id, dedupe_key }: MailRow, host: string): string {
  const about = createHash('sha256').update(dedupe_key).digest('hex').slice(0, 24);
  return `<${String(id)}.${about}@${host}>`;
}

/** RFC 3834: nobody's out-of-office answers us. RFC 8058: the mail program has the off switch. */
const headersOf = ({ off_url }: MailRow) => ({
  'Auto-Submitted': 'auto-generated',
  ...(off_url !== null && {
    'List-Unsubscribe': `<${off_url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
});

/** Where no mail server is set: each mail becomes a file that a developer can read. */
function fileTransport(folder: string): Transport {
  return async (mail) => {
    await mkdir(folder, { recursive: true });
    const replyTo = mail.reply_to === null ? '' : `Reply-To: ${mail.reply_to}\n`;
    const head = `To: ${mail.to_address}\n${replyTo}Subject: ${mail.subject}\n\n`;
    await writeFile(join(folder, `${String(mail.id)}.txt`), head + mail.text_body);
  };
}
