import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { faceTypes } from '#electron/core/face-types.ts'
import { replyError } from './reply.ts'

const worthPacking = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt'])

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Where the built face lies: beside the built hub, or in the build's folder when run from the source. */
export function builtFace(): string | undefined {
  const places = ['../renderer/', '../../out/renderer/'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  return places.find((place) => existsSync(join(place, 'index.html')))
}

// Read whole at start: a program built anew beside a running one must not take its face away.
function filesUnder(folder: string): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, file).split(sep).join('/')}`, readFileSync(file))
  }
  return files
}

interface Served {
  readonly plain: Buffer
  readonly packed: Buffer | undefined
  readonly type: string
}

/** The face as files. Only what is in the folder can be asked for; addresses of screens get the page. */
export function createFace(folder: string | undefined): (request: IncomingMessage, response: ServerResponse) => void {
  const files = folder === undefined ? new Map<string, Buffer>() : filesUnder(folder)
  const kept = new Map<string, Served>()

  function load(path: string, plain: Buffer): Served {
    const known = kept.get(path)
    if (known) return known
    const extension = extname(path)
    const packed = worthPacking.has(extension) && plain.length > 1_024 ? gzipSync(plain) : undefined
    const served = { plain, packed, type: faceTypes[extension] ?? 'application/octet-stream' }
    kept.set(path, served)
    return served
  }

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return replyError(request, response, 'METHOD_NOT_ALLOWED')
    const asked = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const isScreen = extname(asked) === ''
    const path = isScreen ? '/index.html' : asked
    const file = files.get(path)
    if (file === undefined) return replyError(request, response, 'NOT_FOUND')
    const { plain, packed, type } = load(path, file)
    const takesPacked = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const body = takesPacked && packed ? packed : plain
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(body === packed && { 'content-encoding': 'gzip' }),
      ...(type.startsWith('text/html') && { 'content-security-policy': policy }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}
