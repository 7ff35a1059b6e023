import { parseArgs } from 'node:util'
import { makeFolder } from '#tests/builders/host.ts'
import { removeFolder } from '#tests/builders/store.ts'
import { damageAndReopen, damages } from './damaged-files.ts'
import { killStorm } from './kill-storm.ts'

// The full run of the faults; a small part of it is in the tests.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    damages: { type: 'string', default: '100' },
    clients: { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
  },
})
const kills = Number(values.kills)
const times = Number(values.damages)
let failed = 0

function tell(name: string, ok: boolean, facts: object): void {
  if (!ok) failed += 1
  console.log(`${ok ? 'holds' : 'FAILS'}  ${name}  ${JSON.stringify(facts)}`)
}

// Folders of a hundred kills each: the desk's window of eight days fills up.
for (let done = 0, part = 0; done < kills; done += 100, part += 1) {
  const folder = makeFolder()
  const rounds = Math.min(100, kills - done)
  const result = await killStorm({
    folder,
    rounds,
    clients: Number(values.clients),
    killAfter: [100, 1_200],
    seed: Number(values.seed) + part,
    onRound: (round, saved) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done + round} kills, ${saved} bookings `)
    },
  })
  const ok =
    result.lost.length === 0 &&
    result.twice.length === 0 &&
    result.invented === 0 &&
    result.overlaps === 0 &&
    result.chainBrokenAt === null
  tell(`kill −9 during a write storm × ${rounds}`, ok, result)
  removeFolder(folder)
}

for (const damage of Object.keys(damages)) {
  const bad: object[] = []
  for (let i = 0; i < times; i += 1) {
    const result = await damageAndReopen(damage, 20 + ((i * 7) % 60))
    if (result.recovered < result.acknowledged || !result.chainOk) bad.push(result)
  }
  tell(`killed, then ${damage} × ${times}`, bad.length === 0, { bad: bad.slice(0, 3) })
}

process.exit(failed === 0 ? 0 : 1)
