import type { ArtName } from './art.ts';

/** A place with nothing in it yet: a picture, a line, and at most one thing to do about it. */
export type EmptyState = {
  art: ArtName;
  title: string;
  text: string;
  action?: { href: string; label: string; primary?: boolean } | undefined;
};

export const nothingOpen: EmptyState = {
  art: 'done',
  title: 'All caught up',
  text: 'Every question has an answer. Lovely work.',
  action: { href: '/questions?tab=solved', label: 'Browse solved questions' },
};

export const nothingUnanswered: EmptyState = {
  art: 'done',
  title: 'Nobody waits for a first answer',
  text: 'Here, at least. What is not solved yet may still need another answer.',
  action: { href: '/questions?tab=open', label: 'See what is not solved' },
};

export const nothingPersonal: EmptyState = {
  art: 'done',
  title: 'Nothing waits',
  text: 'Nothing that looks personal waits for a decision.',
};

export const nobodySilent: EmptyState = {
  art: 'done',
  title: 'Nobody to accept for',
  text: 'Askers are still around, or no answer is clearly the best.',
};

export const nothingAlike: EmptyState = {
  art: 'done',
  title: 'No duplicates to look at',
  text: 'When a new question likely asks what another does, or a member says so, they stand here.',
};

export const nothingApart: EmptyState = {
  art: 'done',
  title: 'Nothing is set apart',
  text: 'What our team says is not the same stands here, and can be suggested again.',
};

export const nothingToAudit: EmptyState = {
  art: 'done',
  title: 'All caught up',
  text: 'Every accepted answer that was picked for a check has had one. Lovely work.',
};

export const nothingToJudge: EmptyState = {
  art: 'done',
  title: 'Nothing waits for you',
  text: 'What comes up in your topics stands here, but for your own threads and your friends’.',
};

export const nothingFollowed: EmptyState = {
  art: 'talk',
  title: 'You follow nothing yet',
  text: 'Press Follow on a question or a topic and it stays within reach here.',
  action: { href: '/questions', label: 'See the latest questions' },
};

export const nothingAsked: EmptyState = {
  art: 'talk',
  title: 'No questions here yet',
  text: 'Be the first. Someone here has probably been through it.',
  action: { href: '/ask', label: 'Ask a question', primary: true },
};

export const noDrafts: EmptyState = {
  art: 'done',
  title: 'No drafts',
  text: 'What you type and don’t post yet is kept here, on all your devices.',
};

export const nothingRefused: EmptyState = {
  art: 'done',
  title: 'Nothing was given up',
  text: 'Every mail has been taken, or will be.',
};

export const noGuides: EmptyState = {
  art: 'talk',
  title: 'No guides yet',
  text: 'Our team makes them of answers that held up.',
  action: { href: '/questions?tab=solved', label: 'Browse solved questions' },
};

export const nothingTold: EmptyState = {
  art: 'talk',
  title: 'Nothing yet',
  text: 'When somebody answers you, or something comes of what you did, it stands here.',
  action: { href: '/questions', label: 'See the latest questions' },
};

/** `reward` is what an accepted answer earns now, formatted. */
export const noCredit = (reward: string): EmptyState => ({
  art: 'sim',
  title: 'No credit yet',
  text: `Answer a question. When it’s accepted and checked, ${reward} lands here.`,
  action: { href: '/questions?tab=open', label: 'Find a question to answer', primary: true },
});

/** A search that found nothing hands its words on to the question. */
export const nothingFound = (query: string, askHref: string, wait: string): EmptyState => ({
  art: 'search',
  title: `Nothing for “${query}” yet`,
  text: `Ask it, and whoever has been through it can answer. ${wait}`,
  action: { href: askHref, label: 'Ask this question', primary: true },
});

export const noConversations: EmptyState = {
  art: 'talk',
  title: 'No conversations yet',
  text: 'What is for our team alone, such as a bill, you can ask us in private.',
  action: { href: '/ask?private=1', label: 'Ask us in private' },
};

export const noCases: EmptyState = {
  art: 'done',
  title: 'Nothing here',
  text: 'No private case is on this list.',
};
