import type { Hub } from './hub.ts'

const families =
  '张王李赵陈杨黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严'

/** Small seeded numbers, so that every run sees the same evening. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** `2026-03-06T25:30` as a real instant of the next morning. */
function at(date: string, minutes: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + Math.floor(minutes / 1440))
  const wall = minutes % 1440
  return `${day.toISOString().slice(0, 10)}T${two(Math.floor(wall / 60))}:${two(wall % 60)}:00+08:00`
}

const rooms: Record<string, readonly string[]> = {
  S: Array.from({ length: 24 }, (_, index) => String(201 + index)),
  M: Array.from({ length: 20 }, (_, index) => String(301 + index)),
  L: Array.from({ length: 10 }, (_, index) => String(501 + index)),
  XL: ['601', '602', '603', '604'],
  P: ['701', '702'],
}
const parties: Record<string, readonly [number, number]> = {
  S: [2, 4],
  M: [5, 8],
  L: [9, 14],
  XL: [16, 24],
  P: [24, 40],
}

/** Bookings of one evening, type by type; those refused because the room is full are left out. */
async function book(hub: Hub, date: string, fill: number, seed: number, from: number): Promise<void> {
  const random = seeded(seed)
  let count = 0
  for (const [typeCode, numbers] of Object.entries(rooms)) {
    const [least, most] = parties[typeCode] ?? [2, 4]
    for (const _ of numbers) {
      let start = from + Math.floor(random() * 6) * 15
      while (start < 27 * 60) {
        const minutes = [120, 150, 180, 180, 210][Math.floor(random() * 5)] ?? 180
        if (random() < fill && start + minutes <= 29 * 60) {
          count += 1
          const name = `${[...families][Math.floor(random() * [...families].length)]}${random() < 0.5 ? '先生' : '女士'}`
          const party = least + Math.floor(random() * (most - least + 1))
          await hub
            .call('POST', '/bookings', {
              request: { party, start: at(date, start), minutes, typeCode },
              customer: { name, phone: `139${String(seed).padStart(4, '0')}${String(count).padStart(4, '0')}` },
              deposit: 1_000_000,
            })
            .catch(() => undefined)
        }
        start += minutes + 15 + Math.floor(random() * 5) * 15
      }
    }
  }
}

/**
 * A busy Friday in the practice venue, from 14:00 to 18:42: booked ahead, parties in, some settled, one late, a room
 * under repair, two parties waiting. Through the public API alone. The hub's clock has to stand at 14:00.
 */
export async function fillEvening(hub: Hub, until = '2026-03-06T18:42:00+08:00', fill = 0.85): Promise<void> {
  const today = '2026-03-06'
  await hub.call(
    'POST',
    '/blocks',
    { roomNo: '220', kind: 'repair', start: at(today, 15 * 60), end: at(today, 30 * 60), reason: '空调漏水' },
    '2001',
  )
  await book(hub, today, fill, 7, 15 * 60)
  await book(hub, '2026-03-07', fill * 0.9, 11, 17 * 60)
  const { items } = await hub.call<{ items: { code: string; start: string; status: string }[] }>(
    'GET',
    `/bookings?date=${today}&limit=500`,
  )
  const due = items.filter((item) => item.status === 'confirmed').sort((a, b) => a.start.localeCompare(b.start))
  for (const [index, booking] of due.entries()) {
    const start = Date.parse(booking.start)
    if (start > Date.parse(until)) break
    if (index % 17 === 16) continue
    await hub.moveTo(new Date(start).toISOString())
    await hub.call('POST', `/bookings/${booking.code}/arrive`, {}, '1101').catch(() => undefined)
    await closeEnded(hub, start)
  }
  await hub.moveTo(until)
  await closeEnded(hub, Date.parse(until))
  await hub
    .call('POST', '/waitlist', { party: 4, typeCode: 'S', name: '林先生', phone: '13700137001' })
    .catch(() => undefined)
  await hub
    .call('POST', '/waitlist', { party: 3, typeCode: 'S', name: '杜女士', phone: '13700137002' })
    .catch(() => undefined)
}

/** Parties past their planned end settle and leave. */
async function closeEnded(hub: Hub, now: number): Promise<void> {
  const { items } = await hub.call<{ items: { id: string; state: string; plannedEnd: string }[] }>(
    'GET',
    '/stays?state=open',
  )
  for (const stay of items) {
    const over = now - Date.parse(stay.plannedEnd)
    if (over < -5 * 60_000) continue
    await hub.call('POST', `/stays/${stay.id}/settle`, {}, '1101')
    if (over >= 0) await hub.call('POST', `/stays/${stay.id}/leave`, {}, '1101')
  }
}
