import { posix, win32 } from 'node:path'

/**
 * Where the desk's data lives when nobody says otherwise: the place the system keeps for programs' data.
 * @param {string} platform as in process.platform
 * @param {Record<string, string | undefined>} env
 * @param {string} home the person's home folder
 */
export function defaultDataFolder(platform, env, home) {
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'ktv-desk')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'ktv-desk')
  return posix.join(env.XDG_DATA_HOME || posix.join(home, '.local', 'share'), 'ktv-desk')
}

/**
 * A practice venue never shares a folder with a real one.
 * @param {string} folder
 * @param {boolean} training
 */
export function folderForMode(folder, training) {
  return training ? `${folder}-training` : folder
}
