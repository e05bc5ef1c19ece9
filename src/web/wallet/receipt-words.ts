import type { ListedTransfer } from '../../finance/books/transfers.ts';

/** An entry's number, or its own id behind a t for the moment in which it has none. */
export const entryNumber = ({ seq, id }: Pick<ListedTransfer, 'seq' | 'id'>) =>
  seq === null ? `t${String(id)}` : String(seq);

/** Where a member has the receipt of a line. */
export const receiptPath = (receipt: string) => `/wallet/receipts/${receipt}`;
