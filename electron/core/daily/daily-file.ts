import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Puts a file into a folder whole or not at all: written beside its place under another name, on the disk, then moved
 * there. An older one of the same name is replaced.
 * @returns where it lies
 */
export async function putWhole(folder: string, name: string, body: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true })
  const target = join(folder, name)
  const unfinished = join(folder, `.${name}.part`)
  try {
    const file = await open(unfinished, 'w', 0o600)
    try {
      await file.writeFile(body)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
  return target
}
