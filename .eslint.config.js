import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.data/', '**/rows.ts', 'src/web/views.ts']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Lengths are counted in code points, as PostgreSQL's char_length does.
      '@typescript-eslint/no-misused-spread': 'off',
      // An id's brand is the caller's to name: idFrom<QuestionId>(…).
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['test/**/*.ts', 'seeds/community/threads/*.ts'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        ...Object.fromEntries(
          ['document', 'location', 'window', 'fetch', 'URLSearchParams', 'AbortController']
            .concat('setTimeout', 'clearTimeout', 'Event', 'CustomEvent', 'EventSource')
            .concat('FormData', 'DOMParser', 'performance')
            .map((name) => [name, 'readonly']),
        ),
        ...Object.fromEntries(
          ['Buffer', 'console', 'module', 'process', 'require'].map((name) => [name, 'readonly']),
        ),
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
