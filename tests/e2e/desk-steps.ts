import { expect, type Locator, type Page } from '@playwright/test'
import type { Hub } from './hub.ts'

/** What is typed into the line, field by field; the keyboard alone moves between them. */
export interface Wish {
  readonly party: string
  readonly time: string
  readonly type?: string
  readonly length?: string
  readonly room?: string
  readonly phone: string
  readonly name: string
}

export const answer = (page: Page): Locator => page.locator('.answer')

/** Types a wish the way a call goes. Tab walks the line; Enter goes to what is missing next. */
export async function typeWish(page: Page, wish: Wish): Promise<void> {
  const { keyboard } = page
  await page.keyboard.press('F2')
  await expect(page.locator('#desk-party')).toBeFocused()
  await keyboard.type(wish.party)
  await keyboard.press('Tab')
  await keyboard.type(wish.type ?? '')
  await keyboard.press('Tab')
  await keyboard.type(wish.time)
  await keyboard.press('Tab')
  await keyboard.type(wish.length ?? '')
  await keyboard.press('Tab')
  await keyboard.type(wish.room ?? '')
  await keyboard.press('Tab')
  await keyboard.type(wish.name)
  await keyboard.press('Tab')
  await keyboard.type(wish.phone)
}

/** The script panel names the flow the call is in. */
export async function expectFlow(page: Page, no: string): Promise<void> {
  await expect(page.locator('.script-head')).toContainText(`流程${no}`)
}

/** The digit of the offer that reads like `text`. */
export async function offerDigit(page: Page, text: RegExp): Promise<string> {
  const row = page.locator('.offer', { hasText: text }).first()
  await expect(row).toBeVisible()
  return (await row.locator('.key').textContent())?.trim() ?? ''
}

/** Takes an offer by Alt and its digit, from wherever the focus is. */
export async function takeOffer(page: Page, text: RegExp): Promise<void> {
  await page.keyboard.press(`Alt+${await offerDigit(page, text)}`)
}

/** Waits for the saved card and gives its code. */
export async function savedCode(page: Page): Promise<string> {
  await expect(page.locator('[data-outcome="saved"]')).toBeVisible()
  return (await page.locator('.answer-code').textContent())?.trim() ?? ''
}

export interface BookingSeen {
  readonly code: string
  readonly status: string
  readonly flow: string
  readonly source: string
  readonly typeCode: string
  readonly requestedTypeCode: string
  readonly roomNos: readonly string[]
  readonly specifiedRoom: boolean
  readonly deposit?: number
  readonly promise?: { readonly toTypeCode: string; readonly state: string }
}

/** The booking as other programs see it. */
export const bookingSeen = (hub: Hub, code: string): Promise<BookingSeen> =>
  hub.call<BookingSeen>('GET', `/bookings/${code}`)

let callers = 0
/** A caller nobody has seen before. */
export function newPhone(): string {
  callers += 1
  return `1360000${String(callers).padStart(4, '0')}`
}

/** Books through the API, to fill rooms before the call. */
export async function bookAhead(
  hub: Hub,
  request: { party: number; start: string; minutes?: number; typeCode?: string; roomNo?: string },
  times = 1,
): Promise<void> {
  for (let index = 0; index < times; index++)
    await hub.call('POST', '/bookings', {
      request,
      customer: { name: '陈小姐', phone: newPhone() },
      deposit: 1_000_000,
    })
}
