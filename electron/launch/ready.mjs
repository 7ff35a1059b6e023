import { join } from 'node:path'
import { build, buildIsCurrent } from './built.mjs'
import { install, installationIsCurrent } from './install.mjs'
import { withLock } from './lock.mjs'
import { cacheFolder } from './project.mjs'
import { say } from './say.mjs'

const waiting = () => say('另一个窗口正在准备，请稍候…', 'Another launch is getting things ready; waiting…')

/** Installs what is missing. Quick when nothing is. */
export async function ensureInstalled() {
  if (installationIsCurrent()) return
  await withLock(join(cacheFolder, 'launch.lock'), waiting, async () => {
    if (!installationIsCurrent()) await install()
  })
}

/** Installs and builds what is missing or older than the sources. Quick when nothing is. */
export async function ensureBuilt() {
  await ensureInstalled()
  if (buildIsCurrent()) return
  await withLock(join(cacheFolder, 'launch.lock'), waiting, async () => {
    if (!buildIsCurrent()) await build()
  })
}
