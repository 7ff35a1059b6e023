import { describe, expect, test } from 'vitest'
import { parseArguments } from './arguments.mjs'

describe('the launcher’s arguments', () => {
  test('without any, the desk opens on this machine', () => {
    expect(parseArguments([])).toMatchObject({ host: 'desk', data: undefined, passed: [] })
  })

  test('the hub gets its own arguments and not --hub', () => {
    const given = ['--hub', '--data', '/d', '--port', '0', '--training', '--now', '2026-05-08T18:00:00+08:00']
    expect(parseArguments(given)).toMatchObject({ host: 'hub', data: '/d', passed: given.slice(1) })
  })

  test('a value may stand after an equals sign', () => {
    expect(parseArguments(['--hub', '--data=/d', '--port=8080']).passed).toEqual(['--data', '/d', '--port', '8080'])
  })

  test.each([
    [['--hub'], '--data'],
    [['--hub', '--data'], '--data'],
    [['--hub', '--data', '--training'], '--data'],
    [['--hub', '--data='], '--data'],
    [['--dta', '/d'], '--dta'],
    [['somewhere'], 'somewhere'],
  ])('%j is refused, naming %s', (given, named) => {
    expect(() => parseArguments(given)).toThrow(named)
  })
})
