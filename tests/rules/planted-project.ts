import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const projectRoot = join(import.meta.dirname, '..', '..')

/** A tool's answer. Tools say what they found by their status and their words; both are kept. */
export interface Answer {
  status: number
  output: string
}

export interface PlantedProject {
  folder: string
  /** Runs a script of the project's packages on this Node, in the planted project. */
  run(script: string, ...args: string[]): Promise<Answer>
  remove(): void
}

const configuration = [
  'package.json',
  'biome.json',
  'knip.json',
  '.dependency-cruiser.cjs',
  'tsconfig.base.json',
  'shared/domain/tsconfig.json',
  'shared/contract/tsconfig.json',
  'electron/tsconfig.json',
  'electron/preload/tsconfig.json',
  'renderer/tsconfig.json',
  'tests/rules/pure-domain.grit',
]

/** A project of its own under the same rules as this one, with the given files and nothing else in it. */
export function plantProject(files: Readonly<Record<string, string>>): PlantedProject {
  const folder = mkdtempSync(join(tmpdir(), 'desk-planted-'))
  for (const path of configuration) cpSync(join(projectRoot, path), join(folder, path))
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return {
    folder,
    run: (script, ...args) => run(folder, join(projectRoot, script), args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Every source file of the project, relative, with forward slashes. */
export function sourceFiles(): string[] {
  return ['shared', 'electron', 'renderer', 'resources', 'tests'].flatMap((top) =>
    readdirSync(join(projectRoot, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(projectRoot.length + 1)
          .replaceAll('\\', '/'),
      ),
  )
}

function run(folder: string, script: string, args: string[]): Promise<Answer> {
  return new Promise((done) => {
    const options = {
      cwd: folder,
      maxBuffer: 32 * 1024 * 1024,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    }
    const child = execFile(process.execPath, [script, ...args], options, (_error, out, err) =>
      done({ status: child.exitCode ?? 1, output: out + err }),
    )
  })
}
