// Printed from the first line of each view by `npm run print`. Do not edit.
export type Views = {
  _empty: import('./look/empty.ts').EmptyState;
  '_error-summary': import('./look/notes.ts').ErrorSummary;
  _field: import('./form-page.ts').DrawnField;
  _foot: import('./layout.ts').LayoutPage;
  _form: import('./form-page.ts').Form;
  _head: import('./layout.ts').LayoutPage;
  _header: import('./layout.ts').LayoutPage;
  _menu: import('./layout.ts').LayoutPage;
  _note: import('./look/notes.ts').Note;
  _pager: import('./look/notes.ts').Pager;
  'errors/refusal': import('./refusal-page.ts').RefusalPage;
  'finance/_filters': import('./finance/ledger-page.ts').Filters;
  'finance/_transfers': import('./finance/transfer-words.ts').Transfers;
  'finance/ledger': import('./finance/ledger-page.ts').LedgerPage;
  layout: import('./layout.ts').LayoutPage;
  'members/_aside': import('./members/account-page.ts').Aside;
  'members/account': import('./members/account-page.ts').AccountPage;
  'members/settings': import('./members/settings-page.ts').SettingsPage;
  'site/dev-mail': import('./dev-mail.ts').DevMailPage;
  'site/dev-mails': import('./dev-mail.ts').DevMailsPage;
};
