import type { NewerAnswer } from '../../forum/answered-meanwhile.ts';
import type { Html } from '../html.ts';
import { byline, type Byline } from './byline.ts';
import { storedHtml } from './stored-html.ts';

/** What others answered while somebody was writing. */
export type NewerAnswers = {
  answers: readonly (Byline & { id: number; accepted: 0; at: Date; body: Html })[];
};

export const newerAnswers = (answers: readonly NewerAnswer[]): NewerAnswers => ({
  answers: answers.map(({ id, author, by_staff, answered_at, body_html }) => ({
    ...byline(author, by_staff),
    ...{ id, accepted: 0, at: answered_at, body: storedHtml(body_html) },
  })),
});
