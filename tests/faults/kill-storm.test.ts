import { afterAll, expect, it } from 'vitest'
import { makeFolder } from '#tests/builders/host.ts'
import { removeFolder } from '#tests/builders/store.ts'
import { killStorm } from './kill-storm.ts'

const folder = makeFolder()
afterAll(() => removeFolder(folder))

it('a hub killed in the middle of a storm of bookings loses none it acknowledged and invents none', async () => {
  const result = await killStorm({ folder, rounds: 5, clients: 8, killAfter: [150, 900], seed: 20260512 })
  expect(result).toMatchObject({ lost: [], twice: [], invented: 0, overlaps: 0, chainBrokenAt: null })
  expect(result.acknowledged).toBeGreaterThan(0)
  expect(result.cutOff).toBeGreaterThan(0)
}, 180_000)
