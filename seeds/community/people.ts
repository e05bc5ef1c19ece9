/** Somebody in the demonstration community. Days are whole days before the day of seeding. */
export type Person = {
  name: string;
  role: 'member' | 'moderator' | 'finance' | 'admin';
  joinedDaysAgo: number;
  bio?: string;
  /** Given by an admin, for a history brought along from the operator's earlier forum. */
  level?: 'guide';
  /** Why staff have their role, where it was not to open the community. */
  appointed?: string;
  /** Has not followed the link in the first mail, so rewards wait. */
  unverified?: true;
};

/** The contract's sign-ins first; then the members who carry the community; then everybody else. */
export const people = [
  {
    name: 'Priya',
    role: 'member',
    joinedDaysAgo: 119,
    bio: 'New phone every other year, and the same questions each time.',
  },
  {
    name: 'Tom',
    role: 'member',
    joinedDaysAgo: 121,
    level: 'guide',
    bio: 'Ex-shop-floor, fifteen years of SIM trays. Happy to help.',
  },
  {
    name: 'Gwen',
    role: 'member',
    joinedDaysAgo: 120,
    bio: 'I live in a signal shadow in Ceredigion and have learnt to cope.',
  },
  { name: 'Hannah', role: 'moderator', joinedDaysAgo: 122 },
  { name: 'Marcus', role: 'moderator', joinedDaysAgo: 122 },
  { name: 'Jordan', role: 'finance', joinedDaysAgo: 122 },
  { name: 'Sam', role: 'finance', joinedDaysAgo: 122 },
  { name: 'Ada', role: 'admin', joinedDaysAgo: 122 },
  {
    name: 'Nadia',
    role: 'moderator',
    joinedDaysAgo: 1,
    appointed: 'A third moderator, who decides where the first two differ',
  },
  {
    name: 'Moira-Fenn',
    role: 'member',
    joinedDaysAgo: 118,
    bio: 'Retired network planner. Ask me about masts.',
  },
  {
    name: 'Dave-Sinclair',
    role: 'member',
    joinedDaysAgo: 117,
    bio: 'Van driver. I find out where coverage is not.',
  },
  { name: 'Sian-Hughes', role: 'member', joinedDaysAgo: 116 },
  {
    name: 'Colin-Barrow',
    role: 'member',
    joinedDaysAgo: 115,
    bio: 'Six lines, four children, one bill.',
  },
  { name: 'Aisha-Rahman', role: 'member', joinedDaysAgo: 114 },
  {
    name: 'Ewan-McAllister',
    role: 'member',
    joinedDaysAgo: 113,
    bio: 'Android tinkerer in Inverness.',
  },
  {
    name: 'Olu-Adeyemi',
    role: 'member',
    joinedDaysAgo: 112,
    bio: 'Home networks are my trade and my hobby.',
  },
  { name: 'Rhys-Morgan', role: 'member', joinedDaysAgo: 110 },
  { name: 'Bex', role: 'member', joinedDaysAgo: 108 },
  {
    name: 'Kasia-N',
    role: 'member',
    joinedDaysAgo: 105,
    bio: 'Back and forth to Poland every month, so roaming is my topic.',
  },
  { name: 'old-nokia-fan', role: 'member', joinedDaysAgo: 104 },
  { name: 'Farah', role: 'member', joinedDaysAgo: 101 },
  { name: 'Gordon-Tait', role: 'member', joinedDaysAgo: 99 },
  { name: 'jules84', role: 'member', joinedDaysAgo: 97 },
  { name: 'Mei-Ling', role: 'member', joinedDaysAgo: 92 },
  { name: 'Nathan-P', role: 'member', joinedDaysAgo: 88 },
  { name: 'Orla-Byrne', role: 'member', joinedDaysAgo: 85 },
  { name: 'PeteTheMeter', role: 'member', joinedDaysAgo: 80 },
  { name: 'Raj-Patel', role: 'member', joinedDaysAgo: 74 },
  { name: 'Sunita', role: 'member', joinedDaysAgo: 68 },
  { name: 'Theo-W', role: 'member', joinedDaysAgo: 61 },
  { name: 'Una', role: 'member', joinedDaysAgo: 55 },
  { name: 'Viktor', role: 'member', joinedDaysAgo: 47 },
  { name: 'Wendy-Cole', role: 'member', joinedDaysAgo: 40 },
  { name: 'yusuf-k', role: 'member', joinedDaysAgo: 31 },
  { name: 'Zoe', role: 'member', joinedDaysAgo: 20, unverified: true },
  { name: 'Alfie', role: 'member', joinedDaysAgo: 9 },
  { name: 'Nan-Jean', role: 'member', joinedDaysAgo: 4 },
  { name: 'Leo-Marsh', role: 'member', joinedDaysAgo: 1 },
] as const satisfies readonly Person[];

export type Handle = (typeof people)[number]['name'];
