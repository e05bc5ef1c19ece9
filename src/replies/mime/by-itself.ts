import type { ReadMail } from './read-mail.ts';

/** Why a mail is dropped without a word: no person wrote it, or it came round to us again. */
export type ByItself = 'bounce' | 'auto-reply' | 'list' | 'loop';

type Came = {
  /** The address it came from by its envelope; '' for none. */
  from: string;
  /** The right side of the names of our own mails. */
  host: string;
};

/** Whether a mail was sent by itself, as RFC 3834 and the programs before it say; or came to us again. */
export function sentByItself({ head }: ReadMail, { from, host }: Came): ByItself | undefined {
  const says = (name: string, what: RegExp) => (head.get(name) ?? []).some((one) => what.test(one));
  if (from === '' || DAEMONS.test(from) || says('content-type', REPORT)) return 'bounce';
  if (isLoop({ head }, host)) return 'loop';
  if (AUTOMATIC.some(([name, what]) => says(name, what))) return 'auto-reply';
  return LISTS.some(([name, what]) => says(name, what)) ? 'list' : undefined;
}

const DAEMONS = /^(?:mailer-daemon|postmaster|bounces?|.*-bounces)(?:[+=].*)?@/i;
const REPORT = /^multipart\/report\b|^message\/(?:delivery-status|disposition-notification)\b/i;

/** By header and what it says; the subjects are those of programs that set no header. */
const AUTOMATIC: readonly (readonly [header: string, says: RegExp])[] = [
  ['auto-submitted', /^(?!\s*no\b)/i],
  ['x-autoreply', /^(?!no\b)/i],
  ['x-autorespond', /./],
  ['x-autoresponder', /./],
  ['x-auto-response-suppress', /\b(?:all|oof|autoreply)\b/i],
  ['x-vacation', /./],
  ['x-mail-autoreply', /./],
  ['x-failed-recipients', /./],
  ['precedence', /^(?:bulk|junk|auto_reply)\b/i],
  [
    'subject',
    /^(?:automatic reply|auto(?:matic)?[- ]?reply|out of (?:the )?office|vacation(?: reply)?|on (?:annual )?leave)\b/i,
  ],
  ['subject', /^(?:automatische antwort|abwesenheits(?:notiz|nachricht)|abwesend)\b/i],
  ['subject', /^(?:réponse automatique|absence du bureau|absent du bureau)/i],
  ['subject', /^(?:respuesta automática|fuera de la oficina|risposta automatica|fuori sede)/i],
  ['subject', /^(?:resposta automática|automatisch antwoord|afwezig|autosvar|frånvaro)/i],
  ['subject', /^(?:automaattinen vastaus|odpowiedź automatyczna|automatická odpověď)/i],
  ['subject', /^(?:автоответ|автоматический ответ|自動応答|自动回复|自動回覆)/i],
];

const LISTS: readonly (readonly [header: string, says: RegExp])[] = [
  ['precedence', /^list\b/i],
  ['list-id', /./],
  ['list-post', /./],
  ['list-unsubscribe', /./],
  ['mailing-list', /./],
];

/** A mail of ours, or one that servers hand round. */
function isLoop({ head }: Pick<ReadMail, 'head'>, host: string): boolean {
  const ids = [...(head.get('message-id') ?? []), ...(head.get('resent-message-id') ?? [])];
  const isOurs = ids.some((id) => id.toLowerCase().endsWith(`@${host}>`));
  return isOurs || (head.get('received') ?? []).length > MOST_HOPS;
}

/** RFC 5321, 6.3: a server may take a mail for looping from a hundred on; few have over ten. */
const MOST_HOPS = 50;
