import type { Format } from '../../../finance/exports/formats.ts';

/** What finance calls each file of a month. */
export const FORMAT_NAMES: Record<Format, string> = {
  csv: 'Ledger CSV',
  journal: 'Journal CSV',
  xlsx: 'Month as Excel',
  'trial-balance': 'Trial balance CSV',
  erp: 'ERP summary CSV',
  'roll-forward': 'Liability roll-forward CSV',
  liability: 'Liability by age CSV',
  adjustments: 'Adjustments CSV',
  hledger: 'hledger journal',
  beancount: 'Beancount journal',
  jsonl: 'Leaves (JSON Lines)',
};
