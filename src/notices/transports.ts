import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import nodemailer from 'nodemailer';

import type { Config } from '../config.ts';
import type { Transport } from './send-mail.ts';

/** The mail server that the settings name, or a folder where there is none. */
export const transportFor = (config: Config): Transport =>
  config.SMTP_URL === undefined
    ? fileTransport(join(config.DATA_DIR, 'mail'))
    : smtpTransport(config.SMTP_URL, `community@${new URL(config.SITE_URL).hostname}`);

/** Sends by SMTP; a dead server is given up on after ten seconds and tried again by the job. */
function smtpTransport(url: string, from: string): Transport {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  const smtp = nodemailer.createTransport({ url, ...timeouts });
  return async (mail) => {
    await smtp.sendMail({
      from,
      to: mail.to_address,
      subject: mail.subject,
      text: mail.text_body,
      html: mail.html_body,
    });
  };
}

/** Where no mail server is set: each mail becomes a file that a developer can read. */
function fileTransport(folder: string): Transport {
  return async (mail) => {
    await mkdir(folder, { recursive: true });
    const head = `To: ${mail.to_address}\nSubject: ${mail.subject}\n\n`;
    await writeFile(join(folder, `${String(mail.id)}.txt`), head + mail.text_body);
  };
}
