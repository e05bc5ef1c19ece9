import { at, type Visit } from '../visiting.ts';

/** The home page as each role has it. */
export const HOMES: readonly Visit[] = [
  { name: 'home, to a newcomer', as: 'Zoe', open: at('/') },
  { name: 'home, to a steward', as: 'Olu-Adeyemi', open: at('/') },
  { name: 'home, to a moderator', as: 'Hannah', open: at('/') },
  { name: 'home, to finance', as: 'Jordan', open: at('/') },
  { name: 'home, to an admin', as: 'Ada', open: at('/') },
  { name: 'home, to somebody with a warning', as: 'Gordon-Tait', open: at('/') },
];
