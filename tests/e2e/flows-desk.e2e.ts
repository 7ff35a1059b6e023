import { expect, test } from '@playwright/test'
import { answer, bookAhead, bookingSeen, expectFlow, newPhone, savedCode, takeOffer, typeWish } from './desk-steps.ts'
import { type Hub, journeyMs, openFace, pin, startHub } from './hub.ts'

test.describe.configure({ timeout: journeyMs })

// Tuesday 12 May 2026, 15:00, as in the worked examples of booking.md §9.
let hub: Hub
test.beforeAll(async () => {
  hub = await startHub({ now: '2026-05-12T15:00:00+08:00' })
})
test.afterAll(() => hub.stop())
test.beforeEach(({ page }) => openFace(page, hub))

test('流程01 当日包厢预约', async ({ page }) => {
  await typeWish(page, { party: '4', time: '2000', name: '张先生', phone: newPhone() })
  await expect(answer(page)).toHaveAttribute('data-outcome', 'available')
  await expectFlow(page, '01')
  await page.keyboard.press('Enter')
  const booking = await bookingSeen(hub, await savedCode(page))
  expect(booking).toMatchObject({ status: 'confirmed', flow: '01', typeCode: 'S', source: 'phone' })
  await expect(page.locator('#desk-party')).toBeFocused()
})

test('流程03 当日指定包厢预约', async ({ page }) => {
  await typeWish(page, { party: '8', time: '2000', room: '302', name: '李女士', phone: newPhone() })
  await expect(answer(page)).toContainText('中包 302')
  await expectFlow(page, '03')
  await page.keyboard.press('Enter')
  expect(await bookingSeen(hub, await savedCode(page))).toMatchObject({
    flow: '03',
    roomNos: ['302'],
    specifiedRoom: true,
  })
  // The same room again: why not, in words, and the nearest alternatives.
  await typeWish(page, { party: '8', time: '2000', room: '302', name: '赵先生', phone: newPhone() })
  await expect(answer(page)).toContainText('302 到 23:00 有李女士')
  await takeOffer(page, /另一间/)
  await page.keyboard.press('Enter')
  const other = await bookingSeen(hub, await savedCode(page))
  expect(other.typeCode).toBe('M')
  expect(other.roomNos).not.toContain('302')
})

test('流程04 七日内包厢预约', async ({ page }) => {
  await typeWish(page, { party: '6', time: '明2000', name: '王先生', phone: newPhone() })
  await expect(answer(page)).toHaveAttribute('data-outcome', 'available')
  await expectFlow(page, '04')
  await page.keyboard.press('Enter')
  expect(await bookingSeen(hub, await savedCode(page))).toMatchObject({
    status: 'confirmed',
    flow: '04',
    typeCode: 'M',
  })
})

test('流程05 七日内包厢不可预约', async ({ page }) => {
  // Friday: every larger room is out of use, and the small ones but the walk-ins' share are booked.
  for (const room of (await hub.call<{ rooms: { roomNo: string; typeCode: string }[] }>('GET', '/venue')).rooms)
    if (room.typeCode !== 'S')
      await hub.call(
        'POST',
        '/blocks',
        {
          roomNo: room.roomNo,
          kind: 'closed',
          start: '2026-05-15T12:00:00+08:00',
          end: '2026-05-16T06:00:00+08:00',
          reason: '包场',
        },
        '2001',
      )
  await bookAhead(hub, { party: 2, start: '2026-05-15T20:00:00+08:00', typeCode: 'S' }, 20)
  await typeWish(page, { party: '2', time: '周五2000', name: '周女士', phone: newPhone() })
  await expect(answer(page)).toHaveAttribute('data-outcome', 'offers')
  await expectFlow(page, '05')
  await expect(page.locator('.offer', { hasText: '候位' })).toHaveCount(0)
  await takeOffer(page, /候补/)
  await page.keyboard.press('Enter')
  expect(await bookingSeen(hub, await savedCode(page))).toMatchObject({ status: 'standby', flow: '05', roomNos: [] })
})

test('流程06 七日内指定包厢预约', async ({ page }) => {
  await typeWish(page, { party: '6', time: '明1615', room: '303', name: '吴先生', phone: newPhone() })
  await expect(answer(page)).toContainText('先不指定')
  await typeWish(page, { party: '6', time: '明1300', room: '303', name: '吴先生', phone: newPhone() })
  await expect(answer(page)).toContainText('中包 303')
  await expectFlow(page, '06')
  await page.keyboard.press('Enter')
  expect(await bookingSeen(hub, await savedCode(page))).toMatchObject({ flow: '06', roomNos: ['303'] })
})

test('流程07 七日后包厢预约: 预登记, 或主管批准并收订金', async ({ page }) => {
  await typeWish(page, { party: '5', time: '5-21 2000', name: '郑先生', phone: newPhone() })
  await expect(answer(page)).toHaveAttribute('data-outcome', 'advance')
  await expectFlow(page, '07')
  await takeOffer(page, /预登记/)
  await page.keyboard.press('Enter')
  expect(await bookingSeen(hub, await savedCode(page))).toMatchObject({ status: 'advance', flow: '07' })

  await typeWish(page, { party: '5', time: '5-21 2000', name: '钱先生', phone: newPhone() })
  await expect(answer(page)).toHaveAttribute('data-outcome', 'advance')
  await page.keyboard.press('Alt+s')
  await approve(page)
  await expect(page.locator('[data-need="deposit"]')).toBeFocused()
  await page.keyboard.type('300')
  await page.keyboard.press('Enter')
  expect(await bookingSeen(hub, await savedCode(page))).toMatchObject({
    status: 'confirmed',
    flow: '07',
    deposit: 30_000,
  })
})

test('流程08 无大包厢，但有其它包厢', async ({ page }) => {
  await bookAhead(hub, { party: 12, start: '2026-05-14T13:00:00+08:00', typeCode: 'L' }, 10)
  await typeWish(page, { party: '12', time: '周四1400', name: '冯先生', phone: newPhone() })
  await expectFlow(page, '08')
  await expect(answer(page)).toContainText('没有整段 3 小时')
  await takeOffer(page, /两间/)
  await page.keyboard.press('Enter')
  const booking = await bookingSeen(hub, await savedCode(page))
  expect(booking).toMatchObject({ status: 'confirmed', flow: '08' })
  expect(booking.roomNos).toHaveLength(2)
})

test('流程09 无大包厢，客人要求插队安排', async ({ page }) => {
  await bookAhead(hub, { party: 20, start: '2026-05-16T21:00:00+08:00', typeCode: 'XL' }, 4)
  await typeWish(page, { party: '20', time: '周六2100', name: '陈总', phone: newPhone() })
  await expect(answer(page)).toHaveAttribute('data-outcome', 'offers')
  await page.keyboard.press('Alt+s')
  await expectFlow(page, '09')
  await approve(page)
  const code = await savedCode(page)
  expect(await bookingSeen(hub, code)).toMatchObject({ status: 'standby', flow: '09', source: 'jump' })
  const ledger = await hub.call<{ items: { bookingCode?: string; approver: string; reason: string }[] }>(
    'GET',
    '/queue-jumps',
  )
  expect(ledger.items.find((jump) => jump.bookingCode === code)).toMatchObject({ approver: '2001', reason: '老客户' })
})

test.describe('with the telephone’s share of medium rooms sold on Saturday', () => {
  test.beforeAll(() => bookAhead(hub, { party: 7, start: '2026-05-16T19:30:00+08:00', typeCode: 'M' }, 16))

  test('流程10 小包厢使用大包厢', async ({ page }) => {
    await typeWish(page, { party: '7', time: '周六2100', name: '孙先生', phone: newPhone() })
    await expectFlow(page, '10')
    await takeOffer(page, /大包/)
    await page.keyboard.press('y')
    await page.keyboard.press('Enter')
    const larger = await bookingSeen(hub, await savedCode(page))
    expect(larger).toMatchObject({ flow: '10', typeCode: 'L', requestedTypeCode: 'M', promise: { toTypeCode: 'M' } })
  })

  test('流程11 大包厢使用小包厢', async ({ page }) => {
    await typeWish(page, { party: '6', time: '周六2100', name: '何女士', phone: newPhone() })
    await expectFlow(page, '11')
    await takeOffer(page, /小包/)
    await expect(page.locator('[data-need="headCount"]')).toBeFocused()
    await page.keyboard.type('6')
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-need="transferConsent"]')).toBeFocused()
    await page.keyboard.press('y')
    await page.keyboard.press('Enter')
    const smaller = await bookingSeen(hub, await savedCode(page))
    expect(smaller).toMatchObject({ flow: '11', typeCode: 'S', requestedTypeCode: 'M', promise: { toTypeCode: 'M' } })
  })
})

test('流程13 短时间预约包厢', async ({ page }) => {
  await typeWish(page, { party: '4', time: '+45', name: '许先生', phone: newPhone() })
  await expectFlow(page, '13')
  await expect(answer(page)).toContainText('保留至 15:55')
  await page.keyboard.press('Enter')
  expect(await bookingSeen(hub, await savedCode(page))).toMatchObject({ flow: '13', typeCode: 'S' })
})

async function approve(page: import('@playwright/test').Page): Promise<void> {
  await expect(page.locator('.approval-staffNo')).toBeFocused()
  for (const text of ['2001', pin, '老客户']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

test.describe('a full house', () => {
  let full: Hub
  test.beforeAll(async () => {
    full = await startHub({ now: '2026-05-12T15:00:00+08:00' })
    const venue = await full.call<{ rooms: { roomNo: string }[] }>('GET', '/venue')
    for (const { roomNo } of venue.rooms) await full.call('POST', '/stays', { party: 2, minutes: 480, roomNo }, '1101')
  })
  test.afterAll(() => full.stop())

  test('流程02 当日包厢不可预约: 候位, 或记下婉拒', async ({ page }) => {
    await openFace(page, full)
    await typeWish(page, { party: '4', time: '2000', name: '唐先生', phone: newPhone() })
    await expect(answer(page)).toHaveAttribute('data-outcome', 'offers')
    await expectFlow(page, '02')
    await takeOffer(page, /候位/)
    await page.keyboard.press('Enter')
    expect(await bookingSeen(full, await savedCode(page))).toMatchObject({ status: 'waiting', flow: '02', roomNos: [] })

    await typeWish(page, { party: '4', time: '2000', name: '邓女士', phone: newPhone() })
    await expect(answer(page)).toHaveAttribute('data-outcome', 'offers')
    await page.keyboard.press('Alt+n')
    await expect(page.locator('.offers')).toContainText('我们没有合适的房')
    await page.keyboard.press('1')
    await expect(page.locator('.toast')).toContainText('已记下')
    const refusals = await full.call<{ items: { kind: string; flow: string; name?: string }[] }>('GET', '/refusals')
    expect(refusals.items[0]).toMatchObject({ kind: 'denial', flow: '02', name: '邓女士' })
  })
})
