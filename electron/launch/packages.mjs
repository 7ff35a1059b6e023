/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 * @property {string | string[]} [os]
 * @property {string | string[]} [cpu]
 * @property {string | string[]} [libc]
 *
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 *
 * @typedef {{ platform: string, arch: string, libc: string | undefined }} Machine
 */

/**
 * Whether the installed packages are those the lock file asks for. Optional packages of other machines may be absent;
 * those made for this machine may not: an npm that runs on a Node too old for them leaves them out without a word.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} present node_modules/.package-lock.json, which npm writes last
 * @param {Machine | undefined} machine undefined: optional packages are not looked at
 */
export function isInstalled(wanted, present, machine) {
  if (!present) return false
  for (const [path, entry] of Object.entries(wanted.packages ?? {})) {
    if (path === '' || entry.link) continue
    const found = present.packages?.[path]
    const needed = !entry.optional || (machine !== undefined && isMadeFor(entry, machine))
    if (found ? found.version !== entry.version : needed) return false
  }
  return true
}

/**
 * Whether a package says that it is for exactly this machine.
 * @param {LockEntry} entry
 * @param {Machine} machine
 */
function isMadeFor(entry, machine) {
  if (![entry.os].flat().includes(machine.platform) || ![entry.cpu].flat().includes(machine.arch)) return false
  return entry.libc === undefined || [entry.libc].flat().includes(machine.libc ?? '')
}

/** @returns {Machine} */
export function thisMachine() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (process.report?.getReport())
  const libc = process.platform !== 'linux' ? undefined : report?.header?.glibcVersionRuntime ? 'glibc' : 'musl'
  return { platform: process.platform, arch: process.arch, libc }
}

/**
 * Whether npm, run by this Node, installs everything. The build's compiled parts ask for Node 20.19, 22.12 or later; being
 * optional, they are silently left out on any other.
 * @param {string} version as in process.versions.node
 */
export function admitsPackages(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
}
