import { posix, win32 } from 'node:path'

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/**
 * The places where a browser that can show an app window may be, best first.
 * @param {string} platform as in process.platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function browserPlaces(platform, env) {
  const named = env.DESK_CHROMIUM ? [env.DESK_CHROMIUM] : []
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder)
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return [...named, ...programs.flatMap((program) => folders.map((folder) => win32.join(folder ?? '', program)))]
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return [...named, ...names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)]
  }
  const folders = [...(env.PATH ?? '').split(':').filter((folder) => folder), '/usr/bin', '/snap/bin']
  return [...named, ...linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))]
}

/**
 * Whether there is a screen to open a window on.
 * @param {string} platform
 * @param {Record<string, string | undefined>} env
 */
export function hasDisplay(platform, env) {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * @param {string} url
 * @param {string} profile a folder of its own: the desk's window is apart from the person's browsing
 * @param {boolean} isRoot Chromium refuses its sandbox to root
 * @returns {string[]}
 */
export function appWindowArguments(url, profile, isRoot) {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--window-size=1440,900',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}
