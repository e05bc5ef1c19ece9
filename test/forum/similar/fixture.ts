import type { Labelled } from './measure.ts';

/** Eight things that people ask, each in five ways; every tenth sentence asks another of them. */
const SAID: Record<string, string[]> = {
  esim: [
    'My eSIM is stuck on activating',
    'The eSIM never gets past Activating',
    'Why does the new eSIM not activate?',
    'eSIM activation hangs since yesterday',
    'Cannot get my eSIM to activate on the phone',
  ],
  roaming: [
    'Can I use my data in Turkey?',
    'Does my allowance work in Turkey?',
    'Roaming in Turkey: what does data cost?',
    'Going to Turkey, will my data plan work there?',
    'What do I pay for mobile data in Turkey?',
  ],
  voicemail: [
    'How do I switch off voicemail?',
    'I want to turn voicemail off',
    'Disable voicemail on my number',
    'Stop calls from going to voicemail',
    'Is there a code to cancel voicemail?',
  ],
  transfer: [
    'How can I keep my number when I switch to you?',
    'Moving my old number over to this network',
    'Transfer number from another provider',
    'Can I bring my phone number with me?',
    'Where do I get a PAC to move my number?',
  ],
  bill: [
    'Why is my bill higher this month?',
    'My bill went up and I do not know why',
    'The monthly bill is more than usual',
    'Unexpected charge on my bill',
    'Bill is bigger than last month, what changed?',
  ],
  signal: [
    'No signal at home since this morning',
    'I have no reception in my house',
    'There is no coverage in my street today',
    'Phone says no service at home',
    'Lost signal indoors, anyone else?',
  ],
  refund: [
    'How long does a refund take?',
    'When do I get my money back?',
    'Refund has not arrived yet',
    'Still waiting for my refund to be paid',
    'How many days until the refund is in my account?',
  ],
  pin: [
    'I forgot my SIM PIN',
    'SIM is locked and asks for a PUK',
    'Entered the wrong PIN three times',
    'Where do I find the PUK code of my SIM?',
    'How can I unblock a locked SIM card?',
  ],
};

export const FIXTURE: Labelled[] = Object.entries(SAID).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, intent })),
);
