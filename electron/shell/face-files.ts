import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { faceTypes } from '#electron/core/face-types.ts'
import { isOwnPage, responseHeaders } from './security.ts'

/**
 * The file that answers an address of the face, or undefined. Addresses without an ending are the face's own pages
 * (`/board`), all drawn by index.html. Nothing outside `folder` is ever named, however the address is written.
 */
export function faceFile(folder: string, url: string): string | undefined {
  if (!isOwnPage(url)) return undefined
  let path: string
  try {
    path = decodeURIComponent(new URL(url).pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\')) return undefined
  const ending = extname(path)
  if (ending === '') return resolve(folder, 'index.html')
  const file = resolve(folder, `.${path}`)
  return file.startsWith(resolve(folder) + sep) && ending in faceTypes ? file : undefined
}

/** Answers the face's requests from the built files, with the security headers on each. */
export async function serveFace(folder: string, request: { url: string; method: string }): Promise<Response> {
  const file = request.method === 'GET' || request.method === 'HEAD' ? faceFile(folder, request.url) : undefined
  if (!file) return new Response(null, { status: 404, headers: responseHeaders })
  try {
    const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file))
    const type = faceTypes[extname(file)] ?? 'application/octet-stream'
    return new Response(body, { headers: { ...responseHeaders, 'Content-Type': type } })
  } catch {
    return new Response(null, { status: 404, headers: responseHeaders })
  }
}
