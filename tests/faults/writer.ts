import { openTestStore, setValue, someone } from '#tests/builders/store.ts'

// Commits without end and says each sequence once it is acknowledged; whoever started it will kill it.
const [folder = ''] = process.argv.slice(2)
const test = await openTestStore(folder)
for (let i = 0; ; i += 1) {
  const answer = await test.door.execute(setValue, {
    input: { key: `k${i % 20}`, value: `v${i}` },
    actor: someone,
    station: 'writer',
    idempotencyKey: `w${process.pid}-${i}`,
  })
  if (answer.ok) process.stdout.write(`${answer.result.journalSeq}\n`)
}
