/** Why a mail was not taken. */
export type Failure = {
  /** `later`: this one, for now · `refused`: this one, ever · `unreachable`: no mail at all. */
  kind: 'later' | 'refused' | 'unreachable';
  why: string;
};

/**
 * What an error of the mail server means. Only its answer to this very mail can refuse the mail;
 * that it does not answer, does not know us or hangs up halfway is no fault of the mail.
 */
export function failureOf(error: unknown): Failure {
  const { code, responseCode = 0, message = '' } = (error ?? {}) as SmtpError;
  const why = message.replaceAll(/\s+/g, ' ').slice(0, 500);
  if (!ABOUT_THE_MAIL.includes(code ?? '') || responseCode === GOING_DOWN) {
    return { kind: 'unreachable', why };
  }
  return { kind: responseCode >= 500 ? 'refused' : 'later', why };
}

/** As nodemailer reports them, with the server's own number where it answered. */
type SmtpError = { code?: string; responseCode?: number; message?: string };

const ABOUT_THE_MAIL = ['EENVELOPE', 'EMESSAGE'];

/** RFC 5321: the service is closing the channel. */
const GOING_DOWN = 421;
