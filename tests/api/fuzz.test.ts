import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskDriver, iso } from '#tests/builders/desk-driver.ts'

let desk: DeskDriver
beforeAll(async () => {
  desk = await DeskDriver.start()
})
afterAll(async () => {
  expect(desk.hub.defects).toEqual([])
  await desk.close()
})

const evening = iso('2026-05-12 20:00')
const request = { party: 4, start: evening, minutes: 180, typeCode: 'S', roomNo: '201', channel: 'phone' }
const approval = { staffNo: '2001', pin: '135790', reason: '熟客' }
const customer = { name: '张伟', phone: '13800001111', title: '先生' }

// One good body per write; each field of it is then lost, spoiled, or joined by one nobody knows.
const writes: readonly (readonly [method: string, path: string, body: Record<string, unknown>])[] = [
  ['POST', '/decisions', request],
  ['POST', '/alternatives', request],
  [
    'POST',
    '/bookings',
    { request, customer, deposit: 1, transferConsent: true, headCount: 4, approval, notes: '靠窗' },
  ],
  ['POST', '/bookings', { request, customer, offerId: 'otherTime~S~201~hw0~180~t' }],
  ['PATCH', '/bookings/K4-7302', { version: 1, start: evening, minutes: 120, party: 3, typeCode: 'S', roomNo: '205' }],
  ['POST', '/bookings/K4-7302/cancel', { reason: 'guest', note: '改天' }],
  ['POST', '/bookings/K4-7302/arrive', { party: 2, roomNo: '206' }],
  ['POST', '/stays', { party: 2, minutes: 60, typeCode: 'S', name: '李', phone: '13800001112', headCount: 2 }],
  ['POST', '/stays/x1/extend', { minutes: 30, approval }],
  ['POST', '/stays/x1/transfer', { roomNo: '301', reason: 'guest', charge: 'keep' }],
  ['POST', '/waitlist', { party: 2, typeCode: 'S', minutes: 60, name: '李', phone: '13800001113' }],
  ['POST', '/refusals', { request, kind: 'denial', reason: 'TYPE_FULL', name: '李', note: '改天' }],
  ['POST', '/blocks', { roomNo: '203', kind: 'repair', start: evening, end: iso('2026-05-12 23:00'), reason: '漏水' }],
  ['POST', '/holds', { roomNo: '203', start: evening, minutes: 60 }],
  ['POST', '/customers', { name: '王', title: '先生', phones: ['13800001114'], vipTier: 'gold', tags: ['常客'] }],
  [
    'POST',
    '/coupons/batches',
    {
      kind: '生活体验券',
      serials: 'SH1-100',
      value: 50,
      validFrom: '2026-05-12',
      validUntil: '2026-05-31',
      note: '春',
    },
  ],
  ['POST', '/coupons/batches/cb1-1/stamp', { serials: '1-50', stamp: '财务章' }],
  ['POST', '/coupons/batches/cb1-1/hand', { serials: '1-9', person: '张', channel: 'desk', customerId: 'c1' }],
  ['POST', '/coupons/batches/cb1-1/void', { serials: '1-2', reason: '印错', approval }],
  ['POST', '/coupons/redeem', { serial: 'SH1', stayId: 's1' }],
  ['POST', '/undo', { seq: 1 }],
  ['POST', '/exports', { name: 'list-stays', format: 'csv', from: '2026-05-11', to: '2026-05-12' }],
]

const spoiled: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, '', 0, -1, 1e30, 2 ** 53, 1.5, true, [], {}, '\u0000', '\u202eabc', '😀'.repeat(30)),
  fc.constantFrom("' OR 1=1 --", '<img src=x onerror=alert(1)>', '../../etc/passwd', '=1+1', 'a'.repeat(5000)),
  fc.constantFrom('9999-12-31T23:59:00Z', '2099-12-31T23:59:00Z', '2001-01-01T00:00:00Z', '2026-13-45T00:00:00+08:00'),
  fc.constantFrom('S', 'P', '302', '999', 'phone', 'walkIn', '1001'),
  fc.jsonValue(),
)

function mutated(body: Record<string, unknown>): fc.Arbitrary<unknown> {
  const fields = Object.keys(body)
  const inner = fields.filter((field) => typeof body[field] === 'object' && !Array.isArray(body[field]))
  return fc.oneof(
    fc.tuple(fc.constantFrom(...fields), spoiled).map(([field, value]) => ({ ...body, [field]: value })),
    fc.subarray(fields).map((kept) => Object.fromEntries(kept.map((field) => [field, body[field]]))),
    fc
      .tuple(fc.constantFrom('x', '__proto__', 'constructor'), spoiled)
      .map(([field, value]) => ({ ...body, [field]: value })),
    ...(inner.length > 0
      ? [
          fc
            .constantFrom(...inner)
            .chain((field) =>
              mutated(body[field] as Record<string, unknown>).map((value) => ({ ...body, [field]: value })),
            ),
        ]
      : []),
    spoiled,
  )
}

const calls = fc
  .constantFrom(...writes)
  .chain(([method, path, body]) =>
    fc.record({ method: fc.constant(method), path: fc.constant(path), body: mutated(body) }),
  )

const leaks = /SQLITE|sqlite|Kysely|node_modules|\.ts:\d|\.js:\d|at async|constraint failed/

// A longer run: FUZZ_RUNS=100000 npx vitest run tests/api/fuzz
const runs = Number(process.env.FUZZ_RUNS ?? 600)

describe('whatever is sent', () => {
  it('is answered clearly: never a defect, never a word about the inside', async () => {
    const staff = ['1001', '1101', '2001', '9001']
    let turn = 0
    await fc.assert(
      fc.asyncProperty(calls, async ({ method, path, body }) => {
        const who = staff[turn++ % staff.length] as string
        const { status, body: answer } = await desk.rest.call(method, path, { body: body ?? 'null', staff: who })
        expect(status).toBeLessThan(500)
        expect(JSON.stringify(answer)).not.toMatch(leaks)
        if (status >= 400)
          expect(answer).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
      }),
      { numRuns: runs },
    )
    expect((await desk.rest.call('GET', '/health')).status).toBe(200)
  })
})
