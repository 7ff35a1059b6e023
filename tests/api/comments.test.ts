import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { cardStay, commentCard } from '#shared/contract/comment.ts'
import type { Paper } from '#shared/domain/reports/paper.ts'
import { DeskDriver, iso, type StayAnswer } from '#tests/builders/desk-driver.ts'

type Card = z.output<typeof commentCard>
type StayOfCard = z.output<typeof cardStay>
interface Cards {
  readonly items: Card[]
  readonly next?: string
}

let desk: DeskDriver
beforeEach(async () => {
  desk = await DeskDriver.start('2026-05-12 19:00')
})
afterEach(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const enter = (body: object, staff = '1001') => desk.post<Card>('/comments', { ...body }, staff)
const entered = async (body: object, staff = '1001'): Promise<Card> => {
  const answer = await enter(body, staff)
  if (answer.status !== 201) throw new Error(`card: ${answer.status} ${JSON.stringify(answer.body.error)}`)
  return answer.body
}
const correct = (id: string, body: object, staff = '1001') =>
  desk.rest.call<Card & { error: { code: string; details: Record<string, unknown> } }>('PATCH', `/comments/${id}`, {
    body,
    staff,
  })
const list = async (query = ''): Promise<Card[]> => (await desk.get<Cards>(`/comments${query}`)).body.items
const leave = async (stay: StayAnswer) => {
  await desk.post(`/stays/${stay.id}/settle`, {})
  await desk.post(`/stays/${stay.id}/leave`, {})
}
const good = { service: 5, food: 4, sound: 5, environment: 4, price: 3 }

/** 305 twice in one evening, 19:00 to 20:30 and from 21:00. */
async function twoParties(): Promise<[StayAnswer, StayAnswer]> {
  const first = await desk.letIn({ party: 5, roomNo: '305', minutes: 90, name: '张晓雯' })
  await desk.clock('2026-05-12 20:30')
  await leave(first)
  await desk.post('/rooms/305/cleaned', {})
  await desk.clock('2026-05-12 21:00')
  const second = await desk.letIn({ party: 6, roomNo: '305', minutes: 120, name: '李先生' })
  return [first, second]
}

describe('a card (流程22)', () => {
  it('finds its party by room and last night, and takes type, floor and shift from it', async () => {
    const stay = await desk.letIn({ party: 5, roomNo: '305', minutes: 120, name: '张晓雯' })
    await desk.clock('2026-05-13 10:00')
    const card = await entered({
      roomNo: '305',
      scores: good,
      words: ' 音响真好 ',
      contact: '张',
      phone: '138 0000 5678',
    })
    expect(card).toMatchObject({
      date: '2026-05-12',
      at: iso('2026-05-12 19:00'),
      roomNo: '305',
      typeCode: 'M',
      floor: '3',
      shift: '晚班',
      stay: { id: stay.id, party: 5, name: '张晓雯', start: iso('2026-05-12 19:00') },
      scores: good,
      low: [],
      words: '音响真好',
      contact: '张',
      phone: '138••••5678',
      active: true,
      enteredBy: '1001',
      version: 1,
    })
    expect(card).not.toHaveProperty('proposal')
  })

  it('is about today’s evening from 14:00 on, and about last night before', async () => {
    await desk.clock('2026-05-13 13:59')
    expect((await entered({ scores: good })).date).toBe('2026-05-12')
    await desk.clock('2026-05-13 14:00')
    expect((await entered({ scores: good })).date).toBe('2026-05-13')
    await desk.clock('2026-05-14 01:30')
    expect((await entered({ scores: good })).date).toBe('2026-05-13')
  })

  it('of a room two parties were in asks which, and is told by the time or the party', async () => {
    const [first, second] = await twoParties()
    const unclear = await enter({ roomNo: '305', scores: good })
    expect(unclear).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'STATE',
          details: { why: 'unclearStay', stays: [{ stayId: first.id, cards: 0 }, { stayId: second.id }] },
        },
      },
    })
    expect((await entered({ roomNo: '305', time: '19:30', scores: good })).stay?.id).toBe(first.id)
    expect((await entered({ roomNo: '305', time: '20:45', scores: good })).stay?.id).toBe(first.id)
    expect((await entered({ roomNo: '305', time: '21:00', scores: good })).stay?.id).toBe(second.id)
    expect((await entered({ roomNo: '305', stayId: second.id, scores: good })).stay?.id).toBe(second.id)
    const { items } = (await desk.get<{ items: StayOfCard[] }>('/comments/stays?date=2026-05-12&roomNo=305')).body
    expect(items.map((stay) => [stay.name, stay.end, stay.cards])).toEqual([
      ['张晓雯', iso('2026-05-12 20:30'), 2],
      ['李先生', undefined, 2],
    ])
  })

  it('of a party that moved belongs to it in either room, under the room’s own type', async () => {
    const stay = await desk.letIn({ party: 3, roomNo: '301', minutes: 120 })
    await desk.clock('2026-05-12 20:00')
    await desk.post(`/stays/${stay.id}/transfer`, { roomNo: '201', reason: 'guest', charge: 'keep' })
    for (const [roomNo, typeCode, floor] of [
      ['301', 'M', '3'],
      ['201', 'S', '2'],
    ])
      expect(await entered({ roomNo, scores: good })).toMatchObject({ stay: { id: stay.id }, typeCode, floor })
    expect(await entered({ stayId: stay.id, scores: good })).toMatchObject({ roomNo: '301', date: '2026-05-12' })
  })

  it('without a room, or of a room nobody was in, is kept all the same', async () => {
    const roomless = await entered({ words: '下次还来' })
    expect(roomless).toMatchObject({ date: '2026-05-12', words: '下次还来' })
    for (const key of ['roomNo', 'typeCode', 'floor', 'shift', 'stay', 'at']) expect(roomless).not.toHaveProperty(key)
    const empty = await entered({ date: '2026-05-11', roomNo: '701', time: '01:15', scores: good })
    expect(empty).toMatchObject({ typeCode: 'P', floor: '7', shift: '夜班', at: iso('2026-05-12 01:15') })
    expect(empty).not.toHaveProperty('stay')
  })

  it.each([
    ['nothing on it', {}, 400, 'scores'],
    ['words of spaces only', { words: '   ' }, 400, 'scores'],
    ['a score of 6', { scores: { service: 6 } }, 400, 'scores.service'],
    ['a score of 0', { scores: { food: 0 } }, 400, 'scores.food'],
    ['half a score', { scores: { price: 2.5 } }, 400, 'scores.price'],
    ['an item nobody asks about', { scores: { parking: 5 } }, 400, 'scores.parking'],
    ['a field nobody knows', { scores: good, colour: 'red' }, 400, 'colour'],
    ['a day that is still to come', { scores: good, date: '2026-05-13' }, 400, 'date'],
    ['a day that is in no calendar', { scores: good, date: '2026-02-30' }, 400, 'date'],
    ['a time that is still to come', { scores: good, roomNo: '305', time: '23:00' }, 400, 'time'],
    ['a time that is on no clock', { scores: good, time: '24:00' }, 400, 'time'],
    ['a phone in words', { scores: good, phone: '没有' }, 400, 'phone'],
    ['a party nobody knows', { scores: good, stayId: 'nobody' }, 400, 'stayId'],
    ['words without end', { words: '好'.repeat(501) }, 400, 'words'],
    ['a line that runs backwards', { words: 'a\u202eb' }, 400, 'words'],
  ])('with %s is refused', async (_what, body, status, path) => {
    const answer = await enter(body)
    expect(answer.status).toBe(status)
    expect(answer.body.error.details.fields).toMatchObject([{ path }])
    expect(await list()).toEqual([])
  })

  it('of a room that is none is refused with ROOM_UNKNOWN, of a party that was elsewhere with 400', async () => {
    const stay = await desk.letIn({ party: 5, roomNo: '305', minutes: 60 })
    expect((await enter({ roomNo: '999', scores: good })).body.error.code).toBe('ROOM_UNKNOWN')
    const elsewhere = await enter({ roomNo: '306', stayId: stay.id, scores: good })
    expect(elsewhere.body.error.details.fields).toMatchObject([{ path: 'stayId' }])
  })
})

describe('a correction', () => {
  it('changes what is given, keeps the rest, and finds the party again only when room or date changed', async () => {
    const [first, second] = await twoParties()
    const card = await entered({ roomNo: '305', stayId: first.id, scores: good, words: '好' })
    const scored = await correct(card.id, { version: 1, scores: { price: null, food: 1 }, contact: '王' })
    expect(scored.body).toMatchObject({
      scores: { ...good, price: null, food: 1 },
      low: ['food'],
      words: '好',
      contact: '王',
      stay: { id: first.id },
      version: 2,
    })
    expect((await correct(card.id, { version: 2, roomNo: '305' })).body.error.details.why).toBe('unclearStay')
    const moved = await correct(card.id, { version: 2, time: '21:00' })
    expect(moved.body).toMatchObject({ stay: { id: second.id }, version: 3 })
    const roomless = await correct(card.id, { version: 3, roomNo: null, contact: null })
    expect(roomless.body).toMatchObject({ version: 4, words: '好' })
    for (const key of ['roomNo', 'stay', 'floor', 'contact']) expect(roomless.body).not.toHaveProperty(key)
  })

  it('of an old version is refused with the card as it is, and of everything away with 400', async () => {
    const card = await entered({ scores: { service: 5 } })
    await correct(card.id, { version: 1, words: '灯暗' })
    expect((await correct(card.id, { version: 1, words: '旧' })).body.error).toMatchObject({
      code: 'VERSION',
      details: { current: { version: 2, words: '灯暗' } },
    })
    expect((await correct(card.id, { version: 2, scores: { service: null }, words: null })).status).toBe(400)
    expect((await correct('nobody', { version: 1, words: '无' })).status).toBe(404)
  })

  it('and taking back are for whoever entered the card, and for a supervisor', async () => {
    const card = await entered({ scores: { service: 1 } }, '1001')
    expect((await correct(card.id, { version: 1, scores: { service: 5 } }, '1002')).status).toBe(403)
    expect((await desk.post(`/comments/${card.id}/take-back`, {}, '1101')).status).toBe(403)
    expect((await correct(card.id, { version: 1, words: '等太久' }, '2001')).status).toBe(200)
    expect((await desk.post(`/comments/${card.id}/take-back`, { version: 1 }, '1001')).body.error.code).toBe('VERSION')
    const gone = await desk.post<Card>(`/comments/${card.id}/take-back`, { version: 2 }, '1001')
    expect(gone.body).toMatchObject({ active: false, version: 3 })
    expect(await list()).toEqual([])
    expect((await correct(card.id, { version: 3, words: '又' })).body.error.code).toBe('STATE')
    expect((await desk.post(`/comments/${card.id}/take-back`, {})).body.error.code).toBe('STATE')
  })

  it('is undone like any other step, and so is the entry itself', async () => {
    const card = await entered({ scores: { service: 5 } })
    const changed = await correct(card.id, { version: 1, scores: { service: 2 } })
    const undo = (seq: number | undefined) => desk.post('/undo', { seq })
    expect((await undo(changed.body.journalSeq)).status).toBe(200)
    expect((await list())[0]).toMatchObject({ scores: { service: 5 }, version: 3 })
    const other = await entered({ scores: { service: 4 } })
    expect((await undo(other.journalSeq)).status).toBe(200)
    expect((await list()).map((one) => one.id)).toEqual([card.id])
  })
})

describe('a low score with a phone', () => {
  const low = { scores: { service: 2, price: 5 }, phone: '13800005678', words: '请回电 13911112222' }

  it('proposes a complaint, which a supervisor passes on', async () => {
    const card = await entered(low)
    expect(card).toMatchObject({ low: ['service'], proposal: { state: 'open' } })
    expect((await list('?proposal=open')).map((one) => one.id)).toEqual([card.id])
    expect((await desk.post(`/comments/${card.id}/accept`, {}, '1001')).status).toBe(403)
    expect((await desk.post(`/comments/${card.id}/accept`, {}, '1101')).status).toBe(403)
    const accepted = await desk.post<Card>(`/comments/${card.id}/accept`, { note: '今天回电' }, '2001')
    expect(accepted.body).toMatchObject({
      proposal: { state: 'accepted', by: '2001', at: iso('2026-05-12 19:00'), note: '今天回电' },
      version: 2,
    })
    expect(accepted.body.proposal?.byName).toBeTruthy()
    expect(await list('?proposal=open')).toEqual([])
    for (const step of ['accept', 'dismiss'])
      expect((await desk.post(`/comments/${card.id}/${step}`, { note: '再' }, '2001')).body.error.code).toBe('STATE')
    expect((await desk.post(`/comments/${card.id}/take-back`, {}, '2001')).body.error.code).toBe('STATE')
  })

  it('or puts aside with a reason, and takes that back', async () => {
    const card = await entered(low)
    expect((await desk.post(`/comments/${card.id}/dismiss`, {}, '2001')).status).toBe(400)
    expect((await desk.post(`/comments/${card.id}/dismiss`, { note: ' ' }, '2001')).status).toBe(400)
    const dismissed = await desk.post<Card>(`/comments/${card.id}/dismiss`, { note: '已当面致歉' }, '3001')
    expect(dismissed.body.proposal).toMatchObject({ state: 'dismissed', by: '3001', note: '已当面致歉' })
    await desk.post('/undo', { seq: dismissed.body.journalSeq }, '3001')
    expect((await list('?proposal=open')).map((one) => one.id)).toEqual([card.id])
  })

  it('proposes nothing once it is corrected, or without the phone', async () => {
    const card = await entered(low)
    expect((await correct(card.id, { version: 1, phone: null })).body).not.toHaveProperty('proposal')
    expect((await correct(card.id, { version: 2, phone: '13800005678' })).body.proposal?.state).toBe('open')
    expect((await correct(card.id, { version: 3, scores: { service: 4 } })).body).not.toHaveProperty('proposal')
    expect(await entered({ scores: { service: 1 } })).not.toHaveProperty('proposal')
  })

  it('shows whole numbers only for a reason, which is written down', async () => {
    const card = await entered(low)
    expect(card).toMatchObject({ phone: '138••••5678', words: '请回电 139••••2222' })
    expect((await list())[0]).toMatchObject({ phone: '138••••5678' })
    const reason = encodeURIComponent('回电致歉')
    const whole = await desk.get<Card>(`/comments/${card.id}?unmask=${reason}`)
    expect(whole.body).toMatchObject({ phone: '13800005678', words: '请回电 13911112222' })
    const audit = await desk.get<{ items: { command: string; actor: string; input: unknown }[] }>('/audit', '3001')
    expect(audit.body.items.find((line) => line.command === 'comment.unmask')).toMatchObject({
      actor: '1001',
      input: { id: card.id, reason: '回电致歉' },
    })
  })
})

describe('the list', () => {
  it('is narrowed by dates, room, low scores, proposals and words, in either script', async () => {
    await desk.letIn({ party: 5, roomNo: '305', minutes: 60 })
    await entered({ date: '2026-05-10', scores: { service: 2 }, words: '冷气太冷' })
    await entered({ date: '2026-05-11', roomNo: '201', scores: { sound: 1 }, phone: '13800001111', contact: '陳小姐' })
    await entered({ date: '2026-05-12', roomNo: '305', scores: good, words: '100% 滿意' })
    const dates = async (query: string) => (await list(query)).map((card) => card.date.slice(-2))
    expect(await dates('')).toEqual(['12', '11', '10'])
    expect(await dates('?from=2026-05-11&to=2026-05-11')).toEqual(['11'])
    expect(await dates('?roomNo=305')).toEqual(['12'])
    expect(await dates('?low=only')).toEqual(['11', '10'])
    expect(await dates('?proposal=open')).toEqual(['11'])
    for (const [word, day] of [
      ['冷氣', '10'],
      ['陈', '11'],
      ['满意', '12'],
      ['100%', '12'],
    ] as const)
      expect(await dates(`?q=${encodeURIComponent(word)}`), word).toEqual([day])
    expect(await dates(`?q=${encodeURIComponent('没有')}`)).toEqual([])
  })

  it('comes page after page, with a word too', async () => {
    for (const words of ['一好', '二好', '三好']) await entered({ words })
    for (const query of ['?limit=2', `?limit=2&q=${encodeURIComponent('好')}`]) {
      const first = (await desk.get<Cards>(`/comments${query}`)).body
      const second = (await desk.get<Cards>(`/comments${query}&cursor=${first.next}`)).body
      expect([...first.items, ...second.items].map((card) => card.words?.[0]).sort()).toEqual(['一', '三', '二'].sort())
      expect(second.next).toBeUndefined()
    }
  })
})

describe('as a sheet', () => {
  const paper = async (name: string) =>
    (await desk.get<Paper>(`/reports/${name}/paper?from=2026-05-12&to=2026-05-12`)).body

  it('the cards stand one by one, the numbers masked', async () => {
    await desk.letIn({ party: 5, roomNo: '305', minutes: 60 })
    await entered({ roomNo: '305', scores: { service: 2, price: 5 }, words: '=1+1', phone: '13800005678' })
    const sheet = await paper('comment-cards')
    expect(sheet.title).toBe('贵宾意见卡明细')
    expect(sheet.tables[0]?.rows).toMatchObject([
      {
        cells: {
          date: '2026-05-12',
          time: '19:00',
          room: '305',
          shift: '晚班',
          service: 2,
          food: null,
          words: '=1+1',
          phone: '138••••5678',
          proposal: '待定',
        },
      },
    ])
    expect(JSON.stringify(sheet)).not.toContain('13800005678')
  })
})
