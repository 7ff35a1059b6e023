import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Exports } from './exports.ts'
import { FileNotMade, type FileOrder, type MadeFile, type MakeFile } from './file-maker.ts'

const order = (staffNo = '1001'): FileOrder => ({
  request: { name: 'entries' },
  format: 'xlsx',
  reading: 'zh-Hans',
  reader: { staffNo, name: '林晓雯' },
  now: 0,
})

/** Makes files when the test says so. */
class Bench {
  readonly begun: {
    readonly target: string
    readonly progress: Parameters<MakeFile>[2]
    finish(text: string): void
    fail(error: unknown): void
    cancelled: boolean
  }[] = []

  readonly makeFile: MakeFile = (_order, { target }, progress) => {
    const made = Promise.withResolvers<MadeFile>()
    const work = {
      target,
      progress,
      cancelled: false,
      finish(text: string) {
        writeFileSync(target, text)
        made.resolve({ name: '进场.xlsx', bytes: text.length })
      },
      fail: (error: unknown) => made.reject(error),
    }
    this.begun.push(work)
    return {
      made: made.promise,
      cancel() {
        work.cancelled = true
        made.reject(new FileNotMade('CANCELLED'))
      },
    }
  }
}

let folder: string
let bench: Bench
let exports: Exports
let defects: unknown[]

const open = () =>
  new Exports({
    folder: join(folder, 'exports'),
    database: join(folder, 'desk.db'),
    makeFile: bench.makeFile,
    report: (defect) => defects.push(defect),
  })
const files = () => readdirSync(join(folder, 'exports'))
const turn = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-exports-'))
  bench = new Bench()
  defects = []
  exports = open()
})
afterEach(async () => {
  await exports.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('an export', () => {
  it('tells how far it is, and hands its file out when it is whole', async () => {
    expect(exports.start('x1', order())).toMatchObject({ state: 'running', progress: { done: 0, of: 0 } })
    bench.begun[0]?.progress({ done: 40, of: 100, unit: 'rows' })
    expect(exports.find('x1', '1001')).toMatchObject({ state: 'running', progress: { done: 40, of: 100 } })
    expect(await exports.file('x1', '1001')).toBeUndefined()
    bench.begun[0]?.finish('whole')
    await turn()
    expect(exports.find('x1', '1001')).toMatchObject({ state: 'done', made: { name: '进场.xlsx', bytes: 5 } })
    expect((await exports.file('x1', '1001'))?.body.toString()).toBe('whole')
  })

  it('begun again under its id is the same one', () => {
    exports.start('x1', order())
    exports.start('x1', order())
    expect(bench.begun).toHaveLength(1)
  })

  it('is nobody’s but its owner’s', async () => {
    exports.start('x1', order())
    bench.begun[0]?.finish('whole')
    await turn()
    expect(exports.find('x1', '1002')).toBeUndefined()
    expect(exports.cancel('x1', '1002')).toBeUndefined()
    expect(await exports.file('x1', '1002')).toBeUndefined()
    expect(files()).toHaveLength(1)
  })

  it('that is cancelled stops and leaves nothing', async () => {
    exports.start('x1', order())
    expect(exports.cancel('x1', '1001')).toMatchObject({ state: 'cancelled' })
    await turn()
    expect(bench.begun[0]?.cancelled).toBe(true)
    expect(exports.find('x1', '1001')).toBeUndefined()
    expect(files()).toEqual([])
    expect(defects).toEqual([])
  })

  it('that is cancelled when it is whole takes its file with it', async () => {
    exports.start('x1', order())
    bench.begun[0]?.finish('whole')
    await turn()
    exports.cancel('x1', '1001')
    expect(files()).toEqual([])
  })

  it('that fails says why by its code; what nobody foresaw is reported', async () => {
    exports.start('x1', order())
    exports.start('x2', order())
    bench.begun[0]?.fail(new FileNotMade('TOO_LARGE'))
    bench.begun[1]?.fail(new Error('torn'))
    await turn()
    expect(exports.find('x1', '1001')).toMatchObject({ state: 'failed', failed: 'TOO_LARGE' })
    expect(exports.find('x2', '1001')).toMatchObject({ state: 'failed', failed: 'INTERNAL' })
    expect(defects).toEqual([new Error('torn')])
  })
})

describe('many of them', () => {
  it('are made two at a time, in turn; one that is given up while it waits is never begun', async () => {
    for (const id of ['x1', 'x2', 'x3', 'x4']) exports.start(id, order())
    expect(bench.begun).toHaveLength(2)
    exports.cancel('x3', '1001')
    bench.begun[0]?.finish('1')
    await turn()
    expect(bench.begun.map((work) => work.target.slice(-7))).toEqual(['x1.xlsx', 'x2.xlsx', 'x4.xlsx'])
    bench.begun[1]?.finish('2')
    bench.begun[2]?.finish('4')
    await turn()
    expect(['x1', 'x2', 'x4'].map((id) => exports.find(id, '1001')?.state)).toEqual(['done', 'done', 'done'])
  })

  it('give way when they are over, the oldest first', async () => {
    for (let index = 0; index < 20; index += 1) exports.start(`x${index}`, order())
    bench.begun[0]?.finish('0')
    bench.begun[1]?.finish('1')
    await turn()
    exports.start('x20', order())
    expect(['x0', 'x1', 'x20'].map((id) => exports.find(id, '1001')?.state)).toEqual([undefined, 'done', 'running'])
    expect(files()).toEqual(['x1.xlsx'])
  })

  it('are refused when there are too many under way', () => {
    for (let index = 0; index < 20; index += 1) exports.start(`x${index}`, order())
    expect(() => exports.start('x20', order())).toThrow(new FileNotMade('RATE_LIMITED'))
  })
})

describe('while somebody waits', () => {
  it('the file is handed over and not kept', async () => {
    const waiting = exports.make(order())
    bench.begun[0]?.finish('whole')
    expect((await waiting).body.toString()).toBe('whole')
    expect(files()).toEqual([])
  })

  it('hanging up stops it', async () => {
    const hangUp = new AbortController()
    const waiting = exports.make(order(), hangUp.signal)
    hangUp.abort()
    await expect(waiting).rejects.toThrow(new FileNotMade('CANCELLED'))
    expect(bench.begun[0]?.cancelled).toBe(true)
  })

  it('its failure is told by its code', async () => {
    const waiting = exports.make(order())
    bench.begun[0]?.fail(new FileNotMade('UNAVAILABLE'))
    await expect(waiting).rejects.toThrow(new FileNotMade('UNAVAILABLE'))
  })
})

describe('the folder', () => {
  it('is this program’s own, and empty when it starts, whatever was left in it', async () => {
    await exports.close()
    mkdirSync(join(folder, 'exports'), { recursive: true })
    writeFileSync(join(folder, 'exports', 'left.xlsx'), 'names')
    exports = open()
    expect(files()).toEqual([])
    if (process.platform !== 'win32') expect(statSync(join(folder, 'exports')).mode & 0o777).toBe(0o700)
  })

  it('goes when the program ends, with what is still being made', async () => {
    exports.start('x1', order())
    exports.start('x2', order())
    bench.begun[1]?.finish('whole')
    await turn()
    await exports.close()
    expect(bench.begun[0]?.cancelled).toBe(true)
    expect(existsSync(join(folder, 'exports'))).toBe(false)
    expect(() => exports.start('x3', order())).toThrow(new FileNotMade('UNAVAILABLE'))
  })
})
