/** The reports that stand side by side, and which of them one looks at. */
export type Reports = { href: string; label: string; current: boolean }[];

type Report = 'as-of' | 'totals' | 'costs' | 'fraud';

/** `year` is the one whose totals are looked at first. */
export const reportsNav = (here: Report, year: string): Reports => [
  { href: '/finance/as-of', label: 'Past instant', current: here === 'as-of' },
  { href: `/finance/totals/${year}`, label: 'Annual totals', current: here === 'totals' },
  { href: '/finance/costs', label: 'Cost per question', current: here === 'costs' },
  { href: '/finance/fraud', label: 'Fraud', current: here === 'fraud' },
];
