// Printed from the first line of each view by `npm run print`. Do not edit.
export type Views = {
  _empty: import('./look/empty.ts').EmptyState;
  '_error-summary': import('./look/notes.ts').ErrorSummary;
  _foot: import('./layout.ts').LayoutPage;
  _head: import('./layout.ts').LayoutPage;
  _header: import('./layout.ts').LayoutPage;
  _menu: import('./layout.ts').LayoutPage;
  _note: import('./look/notes.ts').Note;
  _pager: import('./look/notes.ts').Pager;
  'errors/refusal': import('./refusal-page.ts').RefusalPage;
  layout: import('./layout.ts').LayoutPage;
};
