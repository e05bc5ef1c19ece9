import type { PersonalKind } from './personal-data.ts';

/** What something personal is called before members and moderators. */
export const PERSONAL_KINDS: Record<PersonalKind, string> = {
  phone: 'a phone number',
  email: 'an email address',
  imei: 'the IMEI of a phone',
  iccid: 'the number of a SIM',
  puk: 'a PUK',
  pac: 'a PAC or STAC',
  card: 'a card number',
  address: 'a home address',
};
