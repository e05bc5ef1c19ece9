import { randomUUID } from 'node:crypto';

import type { Knex } from 'knex';
import { z } from 'zod';

import type { AskedAdjustment } from '../../../finance/adjustments/propose-adjustment.ts';
import { CLAWBACK_RECEIVABLE, memberAccount, memberIn } from '../../../ledger/accounts.ts';
import { parseDecimal } from '../../../ledger/money.ts';
import { findMemberByName, readMember } from '../../../members/find-members.ts';
import type { MemberId, MemberRow } from '../../../members/rows.ts';
import { Invalid } from '../../../refusals.ts';
import { collectErrors } from '../../collect-errors.ts';
import { form, type Field, type Form } from '../../form-page.ts';
import { block, line, readForm, type FieldErrors, type Typed } from '../../forms.ts';
import type { MoveTable } from './adjustment-page.ts';

/** What stands in the place of a code where the account is a member’s. */
const MEMBER = 'member';

/** The form's fields as the command wants them; Invalid says field by field what is wrong. */
export async function readAsked(db: Knex, body: unknown): Promise<AskedAdjustment> {
  const asked = {} as AskedAdjustment;
  await collectErrors(
    () => {
      const { idempotency_key: requestKey, ...said } = readForm(words, body);
      Object.assign(asked, said, { requestKey });
    },
    async () => {
      const { from, from_member } = readForm(source, body);
      const { code, memberId } = await readEnd(db, 'from', from, from_member);
      Object.assign(asked, { from: code, ...(memberId && { memberId }) });
    },
    async () => {
      const { to, to_member } = readForm(target, body);
      const { code, memberId } = await readEnd(db, 'to', to, to_member);
      Object.assign(asked, { to: code, ...(memberId && { memberId }) });
    },
  );
  return asked;
}

/** The form, empty or as it was typed. */
export function adjustForm(
  accounts: readonly { code: string; name: string }[],
  errors: FieldErrors = {},
  typed: Typed = {},
): Form {
  const key = typed['idempotency_key'];
  const hidden = { idempotency_key: KEY.test(key ?? '') ? String(key) : randomUUID() };
  const fields = fieldsOf(accounts);
  return form(
    { action: '/finance/adjustments', submit: 'Ask for approval', fields, hidden },
    errors,
    {
      ...typed,
      ...asChosen('from', typed),
      ...asChosen('to', typed),
    },
  );
}

const KEY = /^[A-Za-z0-9_-]{8,64}$/;

const account = (missing: string) => line({ missing, max: 120 });
const person = z.string().trim().max(120).default('');

const source = z.object({ from: account('Say where it comes from.'), from_member: person });
const target = z.object({ to: account('Say where it goes.'), to_member: person });

const HOW_MUCH = 'Write an amount to the penny, such as 12.50.';
const WHY = 'Say why, in 10 to 1,000 characters.';
const RESTS_ON = 'Say what it rests on: a ticket, a document, a link.';

/** Whoever sends the contract's own fields alone names no evidence, and the checker reads so. */
const words = z.object({
  amount: z.string(HOW_MUCH).transform((text, context) => {
    const amount = parseDecimal(text);
    if (amount !== undefined && amount > 0n) return amount;
    context.addIssue({ code: 'custom', message: HOW_MUCH });
    return z.NEVER;
  }),
  reason: block({ missing: WHY, short: WHY, min: 10, max: 1000 }),
  evidence: block({ missing: RESTS_ON, short: RESTS_ON, min: 3, max: 1000 }).default('None given'),
  idempotency_key: z.string().regex(KEY, 'Please begin a new form.').default(randomUUID),
});

type End = { code: string; memberId?: MemberId };

/** A code as it is; or a member's balance or debt, by a name or by #number. */
async function readEnd(db: Knex, field: string, typed: string, named: string): Promise<End> {
  if (typed.includes(':') && typed !== CLAWBACK_RECEIVABLE) return { code: typed };
  const isChoice = typed === MEMBER || typed === CLAWBACK_RECEIVABLE;
  const member = await findMember(db, isChoice ? named : typed);
  if (typed === CLAWBACK_RECEIVABLE) return { code: typed, ...(member && { memberId: member.id }) };
  if (member) return { code: memberAccount(member.id, 'available') };
  const message = isChoice && named === '' ? 'Say whose.' : 'There is nobody of that name.';
  throw new Invalid({ [isChoice ? `${field}_member` : field]: message });
}

async function findMember(db: Knex, text: string): Promise<MemberRow | undefined> {
  const id = /^#([1-9]\d{0,8})$/.exec(text)?.[1];
  if (id !== undefined) return readMember(db, Number(id) as MemberId);
  return text === '' ? undefined : findMemberByName(db, text);
}

function fieldsOf(accounts: readonly { code: string; name: string }[]): Field[] {
  const options = [
    { value: '', label: 'Choose an account' },
    { value: MEMBER, label: 'A member’s balance' },
    ...accounts.map(({ code, name }) => ({ value: code, label: name })),
    { value: CLAWBACK_RECEIVABLE, label: 'What a member owes (write-off)' },
  ];
  const whose = {
    optional: true,
    hint: 'For a balance or a debt: name or #number.',
  };
  return [
    { name: 'from', label: 'Money leaves', kind: 'select', options, hint: 'This is debited.' },
    { ...whose, name: 'from_member', label: 'Member it leaves' },
    { name: 'to', label: 'Money arrives at', kind: 'select', options, hint: 'This is credited.' },
    { ...whose, name: 'to_member', label: 'Member it goes to' },
    { name: 'amount', label: 'Amount', hint: 'To the penny, such as 12.50.' },
    { name: 'reason', label: 'Why', kind: 'long', hint: 'Whoever approves it reads this.' },
    {
      ...{ name: 'evidence', label: 'What it rests on', kind: 'long' as const },
      hint: 'A ticket, a document, a link. Neither this nor the reason goes into the ledger.',
    },
  ];
}

/** A member's account that was sent as a code, as the form's two fields say it. */
function asChosen(field: 'from' | 'to', typed: Typed): Typed {
  const member = memberIn(typed[field] ?? '');
  if (!member) return {};
  return { [field]: MEMBER, [`${field}_member`]: `#${String(member.memberId)}` };
}

/** The form, and what it would do once somebody asked to see that. */
export type AdjustPage = { title: string; form: Form; preview: MoveTable | undefined };
