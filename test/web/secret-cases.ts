import { randomUUID } from 'node:crypto';

import { handOverCase } from '#src/handoff/assign-case.ts';
import { noteOnCase } from '#src/handoff/note-on-case.ts';
import { openCase } from '#src/handoff/open-case.ts';
import { redactMessage } from '#src/handoff/redact-message.ts';
import type { MemberRow } from '#src/members/rows.ts';
import type { Community } from '#test/support/community.ts';
import { aQuestion } from '#test/support/make.ts';
import { casework } from '../handoff/casework.ts';

type People = Record<'author' | 'moderator' | 'admin', MemberRow>;

/** Private cases of the author with a word in every place that could give one away. */
export async function talkInPrivate(
  community: Community,
  { author, moderator, admin }: People,
  plantText: (secret: string) => string,
): Promise<void> {
  const { owner, perform } = community;
  const { ask, write, reply, lastSeen } = casework(community);
  const { id } = await ask(author, {
    subject: `About ${plantText('what a private case is about')}`,
    body: plantText('what a member wrote in private'),
  });
  await reply(moderator, id, plantText('what our team wrote in private'));
  const note = plantText('what our team noted on a case');
  await perform(moderator, (work) => noteOnCase(work, id, { body: note, key: randomUUID() }));
  const why = plantText('why a case was handed over');
  await perform(moderator, (work) =>
    handOverCase(work, id, { to: admin.id, was: moderator.id, note: why }),
  );
  await write(author, id, plantText('what an admin took out of a case'));
  const messageId = await lastSeen(id);
  await perform(admin, (work) =>
    redactMessage(work, { caseId: id, messageId: messageId ?? (0 as never), reason: 'Too much' }),
  );

  // Begun by the team about a public thread of the author's, and still without a word to them.
  const thread = await aQuestion(owner, { author_id: author.id });
  const opened = await perform(moderator, (work) =>
    openCase(work, { question: thread.id, with: 'asker' }),
  );
  const unsaid = plantText('a case that waits for its first words');
  await perform(moderator, (work) =>
    noteOnCase(work, opened.id, { body: unsaid, key: randomUUID() }),
  );
}
