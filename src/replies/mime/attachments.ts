import type { Part } from './read-mail.ts';

/**
 * Whether somebody attached something. What programs add by themselves is none: small pictures in
 * a signature, what signs or tracks a mail, visiting cards.
 */
export const hasAttachments = (parts: readonly Part[]): boolean => !parts.every(isByTheProgram);

const isByTheProgram = ({ contentType, inText, size }: Part) =>
  ADDED.has(contentType) || (inText && contentType.startsWith('image/') && size <= LOGO);

/** Bytes: a logo has less, a photograph or a picture of a screen more. */
const LOGO = 100_000;

const ADDED = new Set([
  // S/MIME and OpenPGP.
  ...['application/pkcs7-signature', 'application/x-pkcs7-signature', 'application/pgp-signature'],
  ...['application/pgp-keys', 'text/vcard', 'text/x-vcard'],
  // How Outlook sends its formatting to whom it takes for another Outlook.
  'application/ms-tnef',
]);
