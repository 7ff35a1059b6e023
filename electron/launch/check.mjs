// `npm test`: everything a change must pass, from a fresh clone on: installs, gets a browser, a Chinese font and a
// spreadsheet program from the system's packages, then types, lint, layers, dead code, build, tests, journeys in a real browser. Last line: the count.
// node electron/launch/check.mjs [step …] runs only the named steps.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { browserPlaces } from './browser.mjs'
import { run } from './child.mjs'
import { cacheFolder, childEnvironment, projectNode, root } from './project.mjs'
import { ensureBuilt, ensureInstalled } from './ready.mjs'
import { LaunchFailure, say } from './say.mjs'
import { readCounts, total } from './test-counts.mjs'

/** @typedef {import('./test-counts.mjs').Count} Count */

const typeProjects = [
  'shared/domain',
  'shared/contract',
  'shared/demo',
  'electron',
  'electron/preload',
  'electron/launch',
  'renderer',
  'tests',
]
const unitReport = join(cacheFolder, 'tests.json')
const journeyReport = join(root, 'test-results', 'journeys.json')

/** @type {Record<string, () => Promise<Count>>} */
const steps = {
  types: async () => {
    const counts = []
    for (const project of typeProjects) counts.push(await tool('typescript/bin/tsc', '-p', project))
    return total(counts)
  },
  lint: () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  layers: () =>
    script(
      'tests/rules/cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'shared',
      'electron',
      'renderer',
      'resources',
      'tests',
    ),
  unused: () => tool('knip/bin/knip.js', '--no-progress'),
  build: async () => {
    try {
      await ensureBuilt()
      return { passed: 1, failed: 0 }
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
      return { passed: 0, failed: 1 }
    }
  },
  tests: async () => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${unitReport}`]
    return counted(await tool('vitest/vitest.mjs', 'run', ...reporters), unitReport)
  },
  journeys: async () => counted(await tool('@playwright/test/cli.js', 'test'), journeyReport),
}

/**
 * @param {string} entry of a package in node_modules
 * @param {string[]} args
 */
function tool(entry, ...args) {
  return script(join('node_modules', entry), ...args)
}

/**
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function script(file, ...args) {
  const options = { cwd: root, stdio: /** @type {import('./child.mjs').Stdio} */ ('inherit'), env: childEnvironment() }
  const end = await run(projectNode(), [file, ...args], options)
  if (end.asked) process.exit(end.status)
  return end.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * A test runner's own count instead of "one step"; a runner that failed without a failing test still counts as one.
 * @param {Count} step
 * @param {string} report
 * @returns {Count}
 */
function counted(step, report) {
  if (!existsSync(report)) return step
  const counts = readCounts(JSON.parse(readFileSync(report, 'utf8')))
  return step.failed > 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * What the system has to bring: Debian's name of the package, where it is known by, and the steps that need it.
 * @type {{ name: string, places: readonly string[], steps: readonly string[] }[]}
 */
const systemPackages = [
  { name: 'chromium', places: browserPlaces(process.platform, process.env), steps: ['journeys'] },
  {
    name: 'fonts-noto-cjk',
    places: ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk', '/usr/share/fonts/google-noto-cjk'],
    steps: ['tests', 'journeys'],
  },
  // Workbooks are opened, calculated and printed by a program that did not write them (tests/readers).
  {
    name: 'libreoffice-calc',
    places: ['/usr/lib/libreoffice/program/scalc', '/usr/lib64/libreoffice/program/scalc'],
    steps: ['tests'],
  },
  { name: 'poppler-utils', places: ['/usr/bin/pdftotext'], steps: ['tests'] },
]

/**
 * The system's packages that the named steps need, where they are missing and can be installed.
 * @param {readonly string[]} steps
 */
async function ensureSystemPackages(steps) {
  if (process.platform !== 'linux') return
  const missing = systemPackages
    .filter((one) => one.steps.some((step) => steps.includes(step)))
    .filter((one) => !one.places.some((place) => existsSync(place)))
    .map((one) => one.name)
  if (missing.length === 0) return
  const names = missing.join(' ')
  if (!existsSync('/usr/bin/apt-get'))
    throw new LaunchFailure(`请先安装 ${names}`, `Please install ${names} with your system's packages`)
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  say(`正在安装 ${names}…`, `Installing ${names}…`)
  const options = {
    stdio: /** @type {import('./child.mjs').Stdio} */ (['ignore', 2, 2]),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  const commands = [
    [...prefix, 'apt-get', 'update', '-qq'],
    [...prefix, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing],
  ]
  for (const [program = '', ...args] of commands) {
    const status = await run(program, args, options).then(
      (end) => end.status,
      () => 1,
    )
    if (status !== 0)
      throw new LaunchFailure(
        `没有装成。请用管理员身份运行：apt-get install ${names}`,
        `Not installed. Please run as root: apt-get install ${names}`,
      )
  }
}

try {
  const asked = process.argv.slice(2)
  const names = asked.length > 0 ? asked : Object.keys(steps)
  for (const name of names) if (!steps[name]) throw new LaunchFailure(`没有这一步：${name}`, `No such step: ${name}`)
  await ensureInstalled()
  await ensureSystemPackages(names)
  mkdirSync(cacheFolder, { recursive: true })
  for (const report of [unitReport, journeyReport]) rmSync(report, { force: true })

  const results = []
  for (const name of names) {
    process.stdout.write(`\n== ${name}\n`)
    const started = Date.now()
    const count = (await steps[name]?.()) ?? { passed: 0, failed: 1 }
    results.push({ name, ...count, seconds: Math.round((Date.now() - started) / 100) / 10 })
  }
  process.stdout.write('\n')
  for (const { name, passed, failed, seconds } of results)
    process.stdout.write(
      `${failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(9)} ${passed} passed, ${failed} failed, ${seconds} s\n`,
    )
  const all = total(results)
  process.stdout.write(`${all.passed} passed, ${all.failed} failed\n`)
  process.exitCode = all.failed === 0 ? 0 : 1
} catch (error) {
  if (!(error instanceof LaunchFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
