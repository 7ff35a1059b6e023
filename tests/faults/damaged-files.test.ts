import { expect, it } from 'vitest'
import { damageAndReopen, damages } from './damaged-files.ts'

it.each(Object.keys(damages))('after a kill and "%s" every acknowledged line is there again', async (damage) => {
  const result = await damageAndReopen(damage, 40)
  expect(result.acknowledged).toBeGreaterThan(0)
  expect(result.recovered).toBeGreaterThanOrEqual(result.acknowledged)
  expect(result.chainOk).toBe(true)
  expect(result.keptAside).toBe(damage === 'database overwritten')
})
