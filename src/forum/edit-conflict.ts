import { Conflict, Gone, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { mayEdit } from './permissions.ts';
import type { AnswerRow, QuestionRow } from './rows.ts';
import { typedTitle } from './typed-title.ts';

/** What the post says by now, for whoever was editing an older version of it. */
export type CurrentText = { title: string | null; body: string; version: number };

/** Another edit came first. Carries what it made of the post, so that nothing is lost. */
export class EditConflict extends Conflict {
  readonly current: CurrentText;

  constructor(editor: string, current: CurrentText) {
    super(`${editor} edited this while you were writing. Here’s what it says now.`);
    this.current = current;
  }
}

/** Refuses an edit by somebody who may not, of what was removed, or of an older version. */
export async function refuseEdit(
  work: Work,
  post: QuestionRow | AnswerRow,
  version: number,
): Promise<void> {
  if (post.held_at !== null) throw new Conflict('This waits for a look by our team. Edit it then.');
  if (post.removed_at !== null) throw new Gone('This was removed by our team.');
  if ('merged_into' in post && post.merged_into !== null) {
    throw new Conflict('Our team has merged this into another question. Go on there.');
  }
  if (!mayEdit(actingMember(work), post)) {
    throw new NotAllowed('Only whoever wrote this, or a moderator, can edit it.');
  }
  if (post.version === version) return;
  const title = 'title' in post ? await typedTitle(work.trx, post) : null;
  throw new EditConflict(await editorOf(work, post), {
    ...{ title, body: post.body, version: post.version },
  });
}

/** Whose edit came first, as whoever edits now thinks of them. */
async function editorOf(work: Work, post: QuestionRow | AnswerRow): Promise<string> {
  const { trx } = work;
  const { version } = post;
  const last =
    'title' in post
      ? await trx('question_versions').where({ question_id: post.id, version }).first()
      : await trx('answer_versions').where({ answer_id: post.id, version }).first();
  const id = last?.editor_id ?? post.author_id;
  if (id === actingMember(work).id) return 'You, in another window,';
  const editor = await trx('members').where({ id }).first();
  return editor?.name ?? 'Somebody';
}
