import { z } from 'zod';

import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import type { CaseMessageId } from '../../handoff/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import { askForm } from '../forum/forms.ts';
import { block, line, oneOf, optionalBlock, optionalId, requiredId } from '../forms.ts';
import { MessageForm } from './conversations.ts';
import { requestKey } from './request-key.ts';

/** A case about a public thread, from wherever the thread is read. */
export const OpenForm = z.object({
  question: requiredId<QuestionId>('Say which question it is about.'),
  answer: optionalId<AnswerId>().optional(),
  with: oneOf(['asker', 'author'], 'Say with whom.').default('asker'),
  text: optionalBlock(20_000, 'Your message'),
  key: requestKey,
});

const seen = optionalId<CaseMessageId>();
const was = optionalId<MemberId>();

export const StaffReplyForm = MessageForm.extend({ seen });

export const AssignForm = z.object({ to: optionalId<MemberId>(), was });

export const HandOverForm = z.object({
  to: requiredId<MemberId>('Choose a colleague.'),
  was,
  note: block({ missing: 'Tell your colleague what to know.', max: 2_000, what: 'The note' }),
});

export const NoteForm = z.object({
  body: block({ missing: 'Write the note first.', max: 2_000, what: 'The note' }),
  key: requestKey,
});

export const CloseForm = z.object({ seen });

/** What everybody may learn from a case, about one of these topics. */
export const summaryForm = (topics: readonly { slug: string }[]) =>
  askForm(topics).extend({
    answer: block({ missing: 'Say what helped.', max: 20_000, what: 'The answer' }),
    seen,
  });

export const RedactForm = z.object({
  reason: line({ missing: 'Say why it has to go.', max: 500, what: 'The reason' }),
});
