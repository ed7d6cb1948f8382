// The walls of the house: which room may import which. `npm run check` fails on any warning.
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** No import of these patterns from these files, and the reason. */
const wall = (files, ignores, patterns, extra = {}) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: patterns.map(({ group, why, regex }) => ({
          ...(regex ? { regex } : { group }),
          message: why,
        })),
      },
    ],
    ...extra,
  },
});

const TESTS = ['**/*.test.ts', '**/*.test.tsx'];
const nodeOnly = { group: ['node:*', '*.server', '**/*.server'], why: 'This room also runs in the browser.' };
const ui = {
  group: [
    'react',
    'react/*',
    'react-dom',
    'react-dom/*',
    'next',
    'next/*',
    'zustand',
    'zustand/*',
    '@/components/*',
    '@/app/*',
    '**/components/**',
    '**/app/**',
  ],
  why: 'Arrows run one way: app → components → lib.',
};

/** Names that would make the same input give other bytes. */
const impure = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The core has no clock: time comes from the paste.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The core has no clock: time comes from the paste.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The core has no randomness.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(localeCompare|toLocale.*)$/]',
    message: 'The core has no locale.',
  },
];

/** Globals of the browser, of Node and of the locale. */
const outside = [
  ...['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'self', 'location'],
  ...[
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'process',
    'performance',
    'Buffer',
    'require',
    'Intl',
    'setTimeout',
  ],
].map((name) => ({ name, message: 'The core has no DOM, no network, no process, no locale.' }));

export default tseslint.config(
  {
    ignores: [
      'out/',
      'dist/',
      '.next/',
      'node_modules/',
      'next-env.d.ts',
      'test-results/',
      'playwright-report/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Named exports; default only where Next demands one.',
        },
      ],
    },
  },
  { files: ['app/**', '*.config.*', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['components/**', 'app/**'], ...hooks.configs.flat['recommended-latest'] },
  wall(
    ['lib/triage/**/*.ts'],
    TESTS,
    [
      ui,
      // The engine imports itself and `yaml`; a relative path may not leave lib/triage.
      { regex: '^(?!\\.\\.?/|yaml$)', why: 'The engine imports itself and a short allow-list (yaml) only.' },
      {
        regex: '\\.\\./(incident|search|redact|share|export|worker|cli|evaluate)(/|$)',
        why: 'The engine imports itself only.',
      },
    ],
    { 'no-restricted-syntax': ['error', ...impure], 'no-restricted-globals': ['error', ...outside] },
  ),
  wall(
    ['lib/**/*.ts'],
    [
      ...TESTS,
      'lib/triage/**',
      'lib/**/*.server.ts',
      'lib/cli/**',
      'lib/incident/lint/**',
      'lib/incident/shares.ts',
      'lib/incident/pack.ts',
      'lib/evaluate/**',
    ],
    [ui, nodeOnly],
  ),
  wall(['lib/view/**/*.ts'], TESTS, [
    {
      regex: '^(?!\\./|\\.\\./triage/)',
      why: 'What is shown of a paste follows from the engine’s result alone.',
    },
  ]),
  wall(
    ['lib/cli/**/*.ts', 'lib/incident/**/*.ts', 'lib/evaluate/**/*.ts'],
    [...TESTS, '**/render.server.ts*'],
    [ui],
  ),
  wall(['components/**/*.{ts,tsx}'], TESTS, [
    { group: ['@/app/*', '**/app/**'], why: 'Arrows run one way: app → components → lib.' },
  ]),
  wall(['components/triage/**/*.{ts,tsx}'], TESTS, [
    {
      group: ['next', 'next/*'],
      why: 'components/triage also goes into the one-file build, which has no Next.',
    },
    { group: ['@/app/*', '**/app/**'], why: 'Arrows run one way: app → components → lib.' },
    { group: ['node:*', '*.server', '**/*.server'], why: 'This room runs in the browser.' },
  ]),
);
