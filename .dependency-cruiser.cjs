// Which folder may import which: an allow-list (docs/adr, "Folders state their runtime"). What is not listed is refused.
// Every rule has a planted violation in tests/rules/layers.test.ts.

const tests = '([.]test[.]tsx?$)|(^tests/)'

/** npm packages by name, as they resolve. */
const npm = (...names) => names.map((name) => `(^|/)node_modules/${name}(/|$)`)
const own = (...folders) => folders.map((folder) => `^${folder}/`)
const builtIn = [`^(node:)?(${require('node:module').builtinModules.join('|')})$`]

const faceLibraries = npm(
  'react',
  'react-dom',
  'react-is',
  '@types/react',
  '@types/react-dom',
  'antd',
  '@ant-design/[^/]+',
  '@rc-component/[^/]+',
  '@tanstack/[^/]+',
  '@orpc/[^/]+',
  'dayjs',
  'i18next',
  'react-i18next',
  'cmdk',
  'react-hotkeys-hook',
  '@atlaskit/[^/]+',
  'pinyin-pro',
  'libphonenumber-js',
  'opencc-js',
  'vite',
  'qrcode',
  'echarts',
  'zod',
)
const coreLibraries = npm(
  '@orpc/[^/]+',
  '@standard-schema/[^/]+',
  'better-sqlite3',
  '@types/better-sqlite3',
  'kysely',
  'zod',
  'dayjs',
  'i18next',
  'pinyin-pro',
  'opencc-js',
  'libphonenumber-js',
  'nodemailer',
  '@types/nodemailer',
)

/** folder → what it may import besides itself */
const layers = {
  'shared/domain': [],
  'shared/contract': [
    ...own('shared/domain'),
    ...npm('zod', '@orpc/contract', '@orpc/shared', '@standard-schema/[^/]+'),
  ],
  'shared/demo': own('shared/domain', 'shared/contract'),
  'electron/core': [...own('shared', 'resources'), ...builtIn, ...coreLibraries],
  'electron/workbook': [
    ...own('electron/core', 'shared', 'resources'),
    ...builtIn,
    ...npm('hucre', 'xlsx', 'better-sqlite3', 'kysely'),
  ],
  'electron/hub': [
    ...own('electron/core', 'electron/workbook', 'shared', 'resources'),
    ...builtIn,
    ...npm('@orpc/[^/]+', 'ws', '@types/ws', 'zod', 'better-sqlite3'),
  ],
  'electron/shell': [
    ...own('electron/core', 'electron/workbook', 'shared', 'resources'),
    ...builtIn,
    ...npm('electron', 'electron-log'),
  ],
  'electron/preload': npm('electron'),
  'electron/launch': [...builtIn, ...npm('electron-vite', 'vite', '@vitejs/plugin-react')],
  'renderer/api': [...own('renderer/ui', 'shared/contract', 'shared/domain', 'resources'), ...faceLibraries],
  'renderer/ui': [...own('renderer/api', 'shared/contract', 'shared/domain', 'resources'), ...faceLibraries],
}

module.exports = {
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|docs)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
    moduleSystems: ['es6', 'cjs'],
  },

  forbidden: [
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Types count too: two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'feature-keeps-to-itself',
      comment: 'A feature never imports another feature’s inside; what two need belongs to ui or api.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/', pathNot: tests },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'electron-only-in-its-shell',
      comment: 'The core runs in plain Node: in the hub, in tests.',
      severity: 'error',
      from: { pathNot: ['^electron/(shell|preload)/', tests] },
      to: { path: npm('electron', 'electron-log', 'electron-updater') },
    },
  ],

  allowedSeverity: 'error',
  allowed: [
    // Tests may look at anything; only nothing may look at them.
    { from: { path: tests }, to: {} },
    // The launcher's script, and files at the very top (configurations).
    { from: { path: '^electron/launch[.]mjs$' }, to: { path: '^electron/launch/' } },
    { from: { path: '^[^/]+$' }, to: {} },
    ...Object.entries(layers).map(([folder, others]) => ({
      from: { path: `^${folder}/` },
      to: { path: [`^${folder}/`, ...others] },
    })),
    {
      from: { path: '^renderer/features/' },
      to: {
        path: [
          ...own('renderer/features', 'renderer/ui', 'renderer/api', 'shared/contract', 'shared/domain', 'resources'),
          ...faceLibraries,
        ],
      },
    },
    // What stands at the renderer's top, and app/, put the face together.
    {
      from: { path: '^renderer/(app/|[^/]+$)' },
      to: { path: [...own('renderer', 'shared/contract', 'shared/domain', 'resources'), ...faceLibraries] },
    },
    { from: { path: '^resources/' }, to: { path: own('resources', 'shared/domain', 'shared/contract') } },
  ],
}
