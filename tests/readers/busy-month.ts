import { DeskDriver, newPhone } from '#tests/builders/desk-driver.ts'
import { startTestHub } from '#tests/builders/host.ts'

/** Names as no guest has them, as far as the desk lets them in. */
export const oddNames = [
  '=1+1',
  '+86 张',
  '-2',
  '@SUM(A1:A9)',
  "'=1",
  '<b>李</b> & "王"',
  '😀 先生',
  '#REF!',
  '_x000D_',
]

export const today = '2026-05-12'
export const closedDay = '2026-05-11'

/**
 * A practice venue with weeks of closed evenings behind it and a busy one under way: parties in and out, one that moved,
 * one that stayed on, bookings under odd names, somebody waiting, somebody who went without.
 */
export async function busyMonth(folder: string): Promise<DeskDriver> {
  const options = { now: `${today}T18:00:00+08:00`, folder }
  // The evenings are made the first time, and closed when the program starts again.
  await (await startTestHub({ ...options, demoHistoryMonths: 2 })).close()
  const desk = new DeskDriver(await startTestHub(options), new Map())
  for (const [index, name] of oddNames.entries())
    await desk.book(
      { party: 2 + (index % 3), start: `${today} 20:30` },
      { customer: { name, phone: newPhone() }, notes: `${name} 靠窗`, deposit: 20_000 },
    )
  const stays = []
  for (let index = 0; index < 12; index += 1)
    stays.push(await desk.letIn({ party: 2 + index, minutes: 120, name: oddNames[index % oddNames.length] }))
  const [moved, stayed, left] = stays
  await desk.clock(`${today} 18:40`)
  await desk.post(`/stays/${moved?.id}/transfer`, { roomNo: '320', reason: 'guest', charge: 'keep' })
  await desk.post(`/stays/${stayed?.id}/extend`, { minutes: 60 })
  await desk.post(`/stays/${left?.id}/settle`, { amount: 12_345 })
  await desk.post(`/stays/${left?.id}/leave`)
  await desk.post('/waitlist', { party: 4, typeCode: 'S', name: '=候位', phone: newPhone() })
  await desk.post('/refusals', {
    request: { party: 6, start: `${today}T21:00:00+08:00` },
    kind: 'regret',
    reason: 'price',
    name: '-李娜',
    note: '@改天',
  })
  // A closed evening is corrected: its figures stay, and the correction has its own line.
  const { items } = (
    await desk.get<{ items: { stayId: string; party: number }[] }>(
      `/reports/rows?table=entries&period=day&date=${closedDay}`,
    )
  ).body
  await desk.post(`/stays/${items[0]?.stayId}/correct`, { party: (items[0]?.party ?? 0) + 1, reason: '更正' }, '2001')
  await desk.clock(`${today} 21:10`)
  return desk
}
