/** The plan of the house for imports; test/house/plan.ts holds it, and keeps it for tables too. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nobody-imports-web',
      severity: 'error',
      from: { path: '^src/(?!web/|cli/)[^/]+/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'the-ledger-knows-nobody',
      severity: 'error',
      from: { path: '^src/ledger/' },
      to: { path: '^src/(?!ledger/|db/)[^/]+/' },
    },
    {
      name: 'the-forum-knows-no-money',
      severity: 'error',
      from: { path: '^src/forum/' },
      to: { path: '^src/(ledger|rewards|finance|moderation|notices|jobs|imports|site)/' },
    },
    {
      name: 'no-tests-in-the-house',
      severity: 'error',
      from: { path: '^(src|seeds|migrations)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-packages-in-the-house',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'everything-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|\\.data)' },
  },
};
