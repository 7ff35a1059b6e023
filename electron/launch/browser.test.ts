import { describe, expect, test } from 'vitest'
import { appWindowArguments, browserPlaces, hasDisplay } from './browser.mjs'

describe('the browser of an app window', () => {
  test('one that is named comes before all others', () => {
    expect(browserPlaces('linux', { PATH: '/usr/bin', DESK_CHROMIUM: '/opt/c' })[0]).toBe('/opt/c')
  })

  test('on Linux, Chromium is looked for on the whole path before Chrome and Edge', () => {
    const places = browserPlaces('linux', { PATH: '/usr/local/bin:/usr/bin' })
    expect(places.indexOf('/usr/bin/chromium')).toBeLessThan(places.indexOf('/usr/local/bin/google-chrome'))
    expect(places).toContain('/usr/bin/microsoft-edge')
  })

  test('on Windows, Chrome and Edge are looked for in both program folders and the person’s own', () => {
    const env = { PROGRAMFILES: 'C:\\P', 'PROGRAMFILES(X86)': 'C:\\P86', LOCALAPPDATA: 'C:\\L' }
    const places = browserPlaces('win32', env)
    expect(places).toContain('C:\\L\\Google\\Chrome\\Application\\chrome.exe')
    expect(places).toContain('C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe')
  })

  test('Linux has a screen only when one is named', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
  })

  test('the sandbox is given up only for root', () => {
    expect(appWindowArguments('http://127.0.0.1:1', '/p', false)).not.toContain('--no-sandbox')
    expect(appWindowArguments('http://127.0.0.1:1', '/p', true)).toContain('--no-sandbox')
    expect(appWindowArguments('http://127.0.0.1:1', '/p', false)).toContain('--app=http://127.0.0.1:1')
  })
})
