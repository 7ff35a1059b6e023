import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keylessWrites, mayCall, permissions } from '#electron/core/auth/permissions.ts'
import type { Role } from '#electron/core/store/schema.ts'
import { contract } from '#shared/contract/contract.ts'
import { practicePin, startTestHost, startTestHub, type TestHub } from '#tests/builders/host.ts'
import { RestClient } from '#tests/builders/rest.ts'

let test: TestHub
let rest: RestClient
beforeAll(async () => {
  test = await startTestHub()
  rest = new RestClient(test.url)
})
afterAll(() => test.close())

const login = (staffNo: string, pin: string) =>
  rest.call<{ token: string }>('POST', '/sessions', { body: { staffNo, pin }, staff: null })

describe('signing in', () => {
  it('gives a token that ends with the session', async () => {
    const { body, status } = await login('1002', practicePin)
    expect(status).toBe(200)
    const headers = { authorization: `Bearer ${body.token}` }
    const me = () => rest.call('GET', '/sessions/current', { staff: null, headers })
    expect(await me()).toMatchObject({ status: 200, body: { staff: { staffNo: '1002', role: 'desk' } } })
    expect((await rest.call('DELETE', '/sessions/current', { staff: null, headers })).status).toBe(200)
    expect(await me()).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHORIZED' } } })
  })

  it('answers the same to a wrong PIN and to somebody unknown', async () => {
    const [wrong, unknown] = await Promise.all([login('3001', '000000'), login('8888', '000000')])
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHORIZED' } } })
    expect(unknown.body).toEqual(wrong.body)
  })

  it('after five wrong tries even the right PIN has to wait, for this person only', async () => {
    const tries = await Promise.all(Array.from({ length: 7 }, () => login('1101', '111111')))
    expect(tries.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect(await login('1101', practicePin)).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } })
    expect((await login('1002', practicePin)).status).toBe(200)
  })

  it('a right PIN forgives the wrong ones before it', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let wrong = 0; wrong < 3; wrong += 1) expect((await login('9001', '222222')).status).toBe(401)
      expect((await login('9001', practicePin)).status).toBe(200)
    }
  })

  it('many people at once are not taken for one who guesses', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => login('1001', practicePin)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
  })

  it.each(['', 'Bearer', 'Bearer x', 'Basic abc', `Bearer ${'a'.repeat(43)}`])(
    'the header %j is no session',
    async (authorization) => {
      const answer = await rest.call('GET', '/bookings', {
        staff: null,
        headers: authorization ? { authorization } : {},
      })
      expect(answer.status).toBe(401)
    },
  )
})

it('sessions and wrong tries outlive a restart', async () => {
  const first = await startTestHost()
  const { auth } = first.host.core
  const opened = await auth.open('1001', practicePin, 'desk 1', 'here')
  for (let i = 0; i < 5; i += 1) await auth.open('1002', 'wrong!', 'desk 1', 'here')
  await first.host.close()
  const again = await startTestHost({ folder: first.folder })
  const token = opened.ok ? opened.result.token : ''
  expect(again.host.core.auth.resolve(token)).toMatchObject({ actor: { staffNo: '1001' }, station: 'desk 1' })
  expect(await again.host.core.auth.open('1002', practicePin, 'desk 1', 'here')).toMatchObject({
    refusal: { code: 'RATE_LIMITED' },
  })
  expect((await again.host.core.auth.open('1002', practicePin, 'desk 1', 'elsewhere')).ok).toBe(true)
  await again.host.close()
  await first.close().catch(() => undefined)
})

describe('roles', () => {
  const procedures = Object.entries(contract).flatMap(([area, group]) =>
    Object.keys(group).map((name) => `${area}.${name}`),
  )
  const roles: readonly Role[] = ['desk', 'floor', 'supervisor', 'manager', 'admin']

  it('every procedure of the contract has its row, and no row is left over', () => {
    expect(Object.keys(permissions).sort()).toEqual([...procedures].sort())
  })

  it('only these need no session', () => {
    const open = procedures.filter((name) => permissions[name] === 'open')
    expect(open.sort()).toEqual(['health.check', 'session.open', 'setup.complete', 'setup.status', 'setup.template'])
  })

  it('only these writes need no key', () => {
    expect([...keylessWrites].every((name) => procedures.includes(name))).toBe(true)
  })

  const restricted: Readonly<Record<string, readonly Role[]>> = {
    'health.moveClock': ['admin'],
    'board.addBlock': ['supervisor', 'manager', 'admin'],
    'board.removeBlock': ['supervisor', 'manager', 'admin'],
    'venue.rename': ['manager', 'admin'],
    'venue.saveTypes': ['manager', 'admin'],
    'venue.saveRooms': ['manager', 'admin'],
    'venue.savePolicy': ['manager', 'admin'],
    'venue.staff': ['manager', 'admin'],
    'venue.saveStaff': ['manager', 'admin'],
    'coupon.createBatch': ['supervisor', 'manager', 'admin'],
    'coupon.stamp': ['supervisor', 'manager', 'admin'],
    'card.issue': ['supervisor', 'manager', 'admin'],
    'card.renew': ['supervisor', 'manager', 'admin'],
    'card.freeze': ['supervisor', 'manager', 'admin'],
    'card.unfreeze': ['supervisor', 'manager', 'admin'],
    'card.replace': ['supervisor', 'manager', 'admin'],
    'card.changeTier': ['supervisor', 'manager', 'admin'],
    'report.correct': ['supervisor', 'manager', 'admin'],
    'reportSettings.current': ['manager', 'admin'],
    'reportSettings.save': ['manager', 'admin'],
    'reportSettings.tryMail': ['manager', 'admin'],
    'reportSettings.make': ['manager', 'admin'],
    'comment.accept': ['supervisor', 'manager', 'admin'],
    'comment.dismiss': ['supervisor', 'manager', 'admin'],
  }

  it.each(procedures.flatMap((name) => roles.map((role) => [name, role] as const)))('%s by %s', (name, role) => {
    expect(mayCall(name, role)).toBe(restricted[name]?.includes(role) ?? true)
  })

  it('what the table does not know is nobody’s', () => {
    expect(roles.some((role) => mayCall('booking.burn', role))).toBe(false)
  })
})
