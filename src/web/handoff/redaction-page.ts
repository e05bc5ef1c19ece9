import type { CaseHead, Message } from '../../handoff/read-case.ts';
import { form, type Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { casePath } from './cases-page.ts';
import { messageCard, type MessageCard } from './message-card.ts';

/** A message that an admin is about to take out. */
export type RedactionPage = { title: string; back: string; message: MessageCard; form: Form };

export function redactionPage(
  head: CaseHead,
  message: Message,
  { errors, typed }: { errors?: FieldErrors | undefined; typed?: Typed | undefined },
): RedactionPage {
  return {
    title: 'Take out a message',
    back: casePath(head),
    message: messageCard(message),
    form: form(
      {
        action: `${casePath(head)}/messages/${String(message.id)}/redaction`,
        submit: 'Take it out for good',
        fields: [
          { name: 'reason', label: 'Why it has to go', hint: 'Kept in the record of the case.' },
        ],
      },
      errors,
      typed,
    ),
  };
}
