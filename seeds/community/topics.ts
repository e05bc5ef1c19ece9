/** The demonstration operator's topics, in the order in which they are listed. */
export const topics = [
  {
    slug: 'sim-esim',
    name: 'SIM and eSIM',
    icon: 'sim',
    description: 'Activating, swapping, moving and unlocking SIMs and eSIMs.',
  },
  {
    slug: 'coverage',
    name: 'Signal and coverage',
    icon: 'bars',
    description: 'Bars, dead spots, Wi-Fi Calling, 4G and 5G.',
  },
  {
    slug: 'roaming',
    name: 'Roaming',
    icon: 'globe',
    description: 'Using your phone abroad: zones, passes and bills.',
  },
  {
    slug: 'porting',
    name: 'Keep or move your number',
    icon: 'swap',
    description: 'PAC and STAC codes, switching by text, dates and lost numbers.',
  },
  {
    slug: 'billing',
    name: 'Bills and top-ups',
    icon: 'bill',
    description: 'What you pay, when and why, and how to change it.',
  },
  {
    slug: 'mobile',
    name: 'Calls, texts and plans',
    icon: 'voicemail',
    description: 'Allowances, voicemail, picture messages and plan changes.',
  },
  {
    slug: 'handsets',
    name: 'Phones and settings',
    icon: 'phone',
    description: 'APN settings, unlocking, tethering, updates and batteries.',
  },
  {
    slug: 'broadband',
    name: 'Home broadband',
    icon: 'wifi',
    description: 'Routers, speeds, moving home and mesh Wi-Fi.',
  },
] as const;

export type TopicSlug = (typeof topics)[number]['slug'];
