export type FlashKey = keyof typeof FLASHES;

/** Everything that a page may say about what was just done. */
export const FLASHES = {
  // Members
  'signed-in': 'You’re signed in.',
  'signed-in-with-draft': 'You’re signed in. What you typed is still there.',
  'signed-out': 'You’re signed out.',
  verified: 'Thanks. Your email address is confirmed.',
  'verification-sent': 'We’ve sent you a new link. It works for 7 days.',
  'password-changed': 'Your password is changed. You’re signed out everywhere else.',
  'password-reset': 'Your new password is set. Sign in with it.',
  'email-link-sent': 'We’ve sent a link to the new address. It works for 24 hours.',
  'email-changed': 'Your email address is changed.',
  'profile-saved': 'Your profile is saved.',
  'theme-saved': 'Your choice of colours is saved.',
  // Admin
  'role-changed': 'The role is changed. They have to sign in again.',
  'level-changed': 'The level is changed.',
  'topic-created': 'The topic is there.',
  'topic-saved': 'The topic is saved.',
  'topic-moved': 'The topic has moved.',
  'topic-archived': 'The topic is archived. Its questions stay where they are.',
  'topic-restored': 'The topic takes questions again.',
  'text-saved': 'The text is saved, and everybody sees it.',
  'settings-saved': 'The settings are saved.',
  // Forum
  asked: 'Your question is posted. We’ll email you when somebody answers.',
  answered: 'Your answer is posted.',
  commented: 'Your comment is posted.',
  edited: 'Your changes are saved.',
  accepted: 'Marked as solved. Thank you for saying so.',
  'acceptance-withdrawn': 'The answer is no longer marked as the solution.',
  helped: 'Thanks. You’ve said that this answer helped, too.',
  'helped-withdrawn': 'You no longer say that this answer helped.',
  fixed: 'Good to hear. We’ve counted you in.',
  voted: 'Your vote counts.',
  'vote-withdrawn': 'Your vote is taken back.',
  'me-too': 'You have this too. We’ll tell you when it’s solved.',
  'me-too-withdrawn': 'You don’t have this any more.',
  followed: 'You follow this question.',
  unfollowed: 'You no longer follow this question.',
  resolved: 'Marked as solved without a single answer.',
  reopened: 'The question is open again.',
  removed: 'It’s removed. The reason is in its place.',
  restored: 'It’s back.',
  // Audit desk
  claimed: 'This one is yours for five minutes.',
  undone: 'Undone. The answer is waiting for a verdict again.',
  // Finance
  'close-requested': 'You’ve asked to close the month. Somebody else approves it.',
  closed: 'The month is closed.',
  'close-declined': 'The month stays open.',
} as const;
