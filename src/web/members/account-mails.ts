import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import type { MemberRow } from '../../members/rows.ts';
import type { Mail } from '../../notices/mail.ts';
import type { Work } from '../../work.ts';

/** Asks a member to confirm that the address is theirs. */
export const verificationMail = (work: Work, member: MemberRow, token: string): Mail => ({
  ...linkMail(member, 'verify-email', token),
  subject: 'Please confirm your email address',
  text:
    `Welcome to the ${work.operator.siteName} community, ${member.name}.\n\n` +
    'Please confirm that this is your address. You can ask and answer without it, but airtime ' +
    'that you earn waits until it is confirmed. The link works for 7 days.\n\n' +
    'If you didn’t join, you need do nothing.',
  button: { label: 'Confirm my address', url: `${work.operator.siteUrl}/verify/${token}` },
});

/** Brings a link to a new password. */
export const resetMail = (work: Work, member: MemberRow, token: string): Mail => ({
  ...linkMail(member, 'reset-password', token),
  subject: 'Choose a new password',
  text:
    `Hello ${member.name}. Somebody, we hope you, asked for a new password.\n\n` +
    'The link works once, within the next hour. If you didn’t ask for it, you need do nothing: ' +
    'your password stays as it is.',
  button: { label: 'Choose a new password', url: `${work.operator.siteUrl}/reset/${token}` },
});

/** Goes to a new address, to show that it is the member's. */
export const newEmailMail = (work: Work, member: MemberRow, to: string, token: string): Mail => ({
  ...linkMail(member, 'change-email', token),
  to,
  subject: 'Please confirm your new email address',
  text:
    `Hello ${member.name}. You asked us to write to this address from now on.\n\n` +
    'The link works once, within the next 24 hours.',
  button: { label: 'Use this address', url: `${work.operator.siteUrl}/settings/email/${token}` },
});

/** Tells the owner of an address that somebody tried to join with it; at most once a day. */
export const alreadyMemberMail = (work: Work, member: MemberRow): Mail => ({
  ...mailTo(member, 'verify-email', `join.${work.at.toISOString().slice(0, 10)}`),
  subject: 'You have an account already',
  text:
    `Hello ${member.name}. Somebody, perhaps you, tried to join the ${work.operator.siteName} ` +
    'community with this address, which is yours.\n\n' +
    'Nothing has changed. Sign in with your password, or choose a new one if you’ve forgotten it.',
  button: { label: 'Sign in', url: `${work.operator.siteUrl}/sign-in` },
});

/** Tells a member that their password is another now. */
export const passwordChangedMail = (work: Work, member: MemberRow): Mail => ({
  ...mailTo(member, 'password-changed', work.at.toISOString()),
  subject: 'Your password was changed',
  text:
    `Hello ${member.name}. Your password was changed, and you’re signed out everywhere else.\n\n` +
    'If that wasn’t you, choose a new one at once.',
  button: { label: 'Choose a new password', url: `${work.operator.siteUrl}/reset` },
});

/** Tells the old address that we write to another from now on. */
export const emailChangedMail = (work: Work, before: MemberRow): Mail => ({
  ...mailTo(before, 'email-changed', work.at.toISOString()),
  subject: 'Your email address was changed',
  text:
    `Hello ${before.name}. From now on we write to another address of yours, and this one no ` +
    'longer signs you in.\n\nIf that wasn’t you, ring us: the number is at the foot of every page.',
});

function mailTo(member: MemberRow, kind: Mail['kind'], about: string) {
  assert(member.email, 'who is written to has an address');
  const dedupeKey = `${kind}.${String(member.id)}.${about}`;
  return { kind, memberId: member.id, to: member.email, dedupeKey };
}

/** Every link is told once; its key must not give the token away. */
function linkMail(member: MemberRow, kind: Mail['kind'], token: string) {
  return mailTo(member, kind, createHash('sha256').update(token).digest('hex').slice(0, 16));
}
