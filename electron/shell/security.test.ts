import { describe, expect, test } from 'vitest'
import { faceFile } from './face-files.ts'
import { isOwnPage, mayOpenOutside, maySpeak, mayUse } from './security.ts'

describe('our own page', () => {
  test.each(['desk://app/', 'desk://app/board?x=1#y'])('%s is one', (url) => expect(isOwnPage(url)).toBe(true))

  test.each([
    'desk://app.evil/',
    'desk://evil/app/',
    'desk://user@app/',
    'https://app/',
    'file:///desk/app/index.html',
    'javascript:desk://app/',
    'about:blank',
    '',
  ])('%s is not', (url) => expect(isOwnPage(url)).toBe(false))
})

test('a message is answered only from the top of our own page in our own window', () => {
  const own = { frameUrl: 'desk://app/', isTopFrame: true, isOwnWindow: true }
  expect(maySpeak(own)).toBe(true)
  expect(maySpeak({ ...own, frameUrl: 'https://app/' })).toBe(false)
  expect(maySpeak({ ...own, frameUrl: '' })).toBe(false)
  expect(maySpeak({ ...own, isTopFrame: false })).toBe(false)
  expect(maySpeak({ ...own, isOwnWindow: false })).toBe(false)
})

test('nothing is handed to the system’s browser that is not on the list', () => {
  for (const url of ['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'tel:110', 'x'])
    expect(mayOpenOutside(url)).toBe(false)
})

test('a page may copy and fill the screen, and nothing else', () => {
  expect(mayUse('clipboard-sanitized-write', 'desk://app/')).toBe(true)
  expect(mayUse('clipboard-sanitized-write', 'https://example.org/')).toBe(false)
  for (const asked of ['media', 'geolocation', 'notifications', 'serial', 'clipboard-read', 'openExternal'])
    expect(mayUse(asked, 'desk://app/')).toBe(false)
})

describe('the file behind an address', () => {
  test.each([
    ['desk://app/', '/face/index.html'],
    ['desk://app/board', '/face/index.html'],
    ['desk://app/assets/a.js', '/face/assets/a.js'],
    ['desk://app/%E5%9B%BE.svg', '/face/图.svg'],
    ['desk://app/../../etc/a.js', '/face/etc/a.js'],
  ])('%s is %s', (url, file) => expect(faceFile('/face', url)).toBe(file))

  test.each([
    'desk://other/a.js',
    'desk://app/%2e%2e%2f%2e%2e%2fetc%2fa.js',
    'desk://app/a%00.js',
    'desk://app/..%5c..%5ca.js',
    'desk://app/%',
    'desk://app/data.sqlite',
  ])('%s has none', (url) => expect(faceFile('/face', url)).toBeUndefined())
})
