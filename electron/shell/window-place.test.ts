import { expect, test } from 'vitest'
import { shellTexts } from './menu-texts.ts'
import { shellOptions } from './options.ts'
import { openingPlace, readPlace } from './window-place.ts'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1920, height: 1080 }

test('the window opens where it was', () => {
  const last = { x: 2000, y: 40, width: 1500, height: 900 }
  expect(openingPlace(last, [main, second])).toEqual(last)
})

test('on a screen that is no longer there, it opens in the middle of the main one', () => {
  const last = { x: 2000, y: 40, width: 1500, height: 900 }
  expect(openingPlace(last, [main])).toEqual({ x: 240, y: 70, width: 1440, height: 900 })
})

test('a small screen is filled, not overflowed', () => {
  expect(openingPlace(undefined, [{ x: 0, y: 0, width: 1280, height: 720 }])).toMatchObject({
    width: 1280,
    height: 720,
  })
})

test('a damaged memory of the place is forgotten', () => {
  expect(readPlace('{"x":1,"y":2,"width":"wide","height":3}')).toBeUndefined()
  expect(readPlace('null')).toBeUndefined()
  expect(readPlace('{"x":1,"y":2,"width":1200,"height":800}')).toEqual({ x: 1, y: 2, width: 1200, height: 800 })
})

test('the shell speaks Chinese unless the system is set to English', () => {
  expect(shellTexts('en-GB').quit).toBe('Quit')
  expect(shellTexts('zh-TW').quit).toBe('結束')
  expect(shellTexts('zh-Hant-HK').quit).toBe('結束')
  expect(shellTexts('zh-CN').quit).toBe('退出')
  expect(shellTexts('de').quit).toBe('退出')
})

test('the program’s arguments are found among Chromium’s', () => {
  const argv = ['--no-sandbox', '.', '--inspect=0', '--training', '--data', '/d', '--demo-history', '3']
  expect(shellOptions(argv)).toEqual({ data: '/d', training: true, now: undefined, demoHistoryMonths: 3 })
  expect(shellOptions(['--demo-history', 'many']).demoHistoryMonths).toBe(0)
  expect(shellOptions(['--demo-history', '999']).demoHistoryMonths).toBe(120)
})
