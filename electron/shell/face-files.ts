import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { isOwnPage, responseHeaders } from './security.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
}

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
  return file.startsWith(resolve(folder) + sep) && ending in types ? file : undefined
}

/** Answers the face's requests from the built files, with the security headers on each. */
export async function serveFace(folder: string, request: { url: string; method: string }): Promise<Response> {
  const file = request.method === 'GET' || request.method === 'HEAD' ? faceFile(folder, request.url) : undefined
  if (!file) return new Response(null, { status: 404, headers: responseHeaders })
  try {
    const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file))
    const type = types[extname(file)] ?? 'application/octet-stream'
    return new Response(body, { headers: { ...responseHeaders, 'Content-Type': type } })
  } catch {
    return new Response(null, { status: 404, headers: responseHeaders })
  }
}
