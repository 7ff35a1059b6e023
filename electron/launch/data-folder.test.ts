import { expect, test } from 'vitest'
import { defaultDataFolder, folderForMode } from './data-folder.mjs'

test.each([
  ['linux', {}, '/home/a', '/home/a/.local/share/ktv-desk'],
  ['linux', { XDG_DATA_HOME: '/d' }, '/home/a', '/d/ktv-desk'],
  ['darwin', {}, '/Users/a', '/Users/a/Library/Application Support/ktv-desk'],
  ['win32', { APPDATA: 'C:\\A' }, 'C:\\Users\\a', 'C:\\A\\ktv-desk'],
  ['win32', {}, 'C:\\Users\\a', 'C:\\Users\\a\\AppData\\Roaming\\ktv-desk'],
])('on %s with %j the data lives in the system’s own place', (platform, env, home, folder) => {
  expect(defaultDataFolder(platform, env, home)).toBe(folder)
})

test('practice never shares a folder with the real venue', () => {
  expect(folderForMode('/d/ktv-desk', true)).not.toBe(folderForMode('/d/ktv-desk', false))
})
