/** Why something waits, in the words of a line: a part that opens items adds its codes here. */
const REASONS: Readonly<Record<string, string>> = {
  // Audits
  'first-five': 'first paid answers',
  always: 'every paid answer at this level',
  sample: 'spot check',
  called: 'called by a moderator',
  doubted: 'the asker says it isn’t solved after all',
  edited: 'edited since accepted',
  quick: 'accepted within a minute',
  priced: 'mentions a price',
  // Appeals
  'appeal-removal': 'appeal against a removal',
  'appeal-finding': 'appeal against a masked detail',
  'appeal-verdict': 'appeal against a failed check',
  'appeal-fraud': 'appeal against rewards taken back',
  'appeal-sanction': 'appeal against a sanction',
  // Reports
  unsafe: 'unsafe advice',
  rude: 'rude or hurtful',
  gaming: 'made up to earn rewards',
  other: 'something else',
  flagged: 'looks suspicious',
  // Risk and rings
  circle: 'accept each other in a circle',
  mutual: 'accept each other',
  hasty: 'accepted within the hour',
  burst: 'many in a short time',
  concentrated: 'mostly one asker',
  'near-copy': 'repeats an earlier answer',
  'shared-device': 'same device',
  'shared-number': 'same verified number',
  'earlier-ring': 'in a confirmed case before',
  // Private cases
  'case-unanswered': 'waits for our first reply',
  'case-answered-back': 'the member has answered',
  // Stewards' decisions
  'steward-sample': 'spot check of what stewards decided',
  'steward-fail': 'stewards failed it',
  // Guides
  'guide-due': 'its review is due',
  'guide-source-gone': 'the answer it was made of is gone',
  // Personal data
  'personal-phone': 'a phone number',
  'personal-email': 'an email address',
  'personal-imei': 'the IMEI of a phone',
  'personal-iccid': 'the number of a SIM',
  'personal-puk': 'a PUK',
  'personal-pac': 'a PAC or STAC',
  'personal-card': 'a card number',
  'personal-address': 'a home address',
  // First posts and spam
  limited: 'its author’s posts wait for a look',
  'listed-hold': 'says a word that is held',
  'listed-flag': 'says a word that is flagged',
  'likely-spam': 'reads like spam',
  'first-with-link': 'a first post with a link',
  'first-with-number': 'a first post with a phone number',
  'first-with-picture': 'a first post with a picture',
  'first-odd': 'a first post that may be spam',
  // Unanswered
  'nobody-answered': 'nobody has answered it',
  // Out of date
  'said-outdated': 'a member says it no longer works',
  'readers-say-no': 'readers say it did not fix it',
  disputed: 'its author says it isn’t personal',
};

/** The reason for a code; a code that has no words yet speaks for itself. */
export const reasonWords = (code: string): string => REASONS[code] ?? code.replaceAll('-', ' ');
