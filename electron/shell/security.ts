/**
 * Every security setting of the desktop shell, in one place and free of Electron, so that a test can read them from
 * the built program (tests/rules/shell-security.test.ts). quality.md "Security".
 */

/** The face's address inside the shell: a scheme of our own, never `file:`. */
export const faceScheme = 'desk'
export const faceOrigin = 'desk://app'

/** What the scheme may do: behave like https, nothing more. */
export const schemePrivileges = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  codeCache: true,
  bypassCSP: false,
  allowServiceWorkers: false,
  corsEnabled: false,
  stream: false,
} as const

/** For every window. The preload's path is added where the window is made. */
export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  spellcheck: false,
} as const

/** Scripts only from our own files. Styles also inline: the component library writes its styles into the page. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/** Sent with every file of the face. */
export const responseHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=()',
} as const

/** Copying a booking's code or a script, and the wall in full screen; everything else a page may ask for is refused. */
const permissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** Pages of others that a link may open in the person's own browser: none are linked, so none are listed. */
const outsidePages: readonly { origin: string; path: string }[] = []

/** Whether a page may use a permission: only our own, and only the listed ones. */
export function mayUse(permission: string, pageUrl: string): boolean {
  return permissions.has(permission) && isOwnPage(pageUrl)
}

/** Whether an address is part of the face. Compares the parsed origin, so that `desk://app.evil/` is another's. */
export function isOwnPage(url: string): boolean {
  const parsed = parse(url)
  return parsed !== undefined && parsed.protocol === `${faceScheme}:` && parsed.host === 'app' && parsed.username === ''
}

/** Whether an address may be handed to the system's browser: https and on the list. */
export function mayOpenOutside(url: string): boolean {
  const parsed = parse(url)
  if (parsed?.protocol !== 'https:' || parsed.username !== '') return false
  return outsidePages.some((page) => page.origin === parsed.origin && parsed.pathname.startsWith(page.path))
}

/** Who sent a message to the main process, as far as it matters. */
export interface Sender {
  /** Address of the frame that sent it; empty when the frame is gone. */
  frameUrl: string
  /** The page itself, not a frame inside it. */
  isTopFrame: boolean
  /** One of the windows this program has made. */
  isOwnWindow: boolean
}

/** Whether a message may be answered: only our own page, at the top of our own window. */
export function maySpeak(sender: Sender): boolean {
  return sender.isOwnWindow && sender.isTopFrame && isOwnPage(sender.frameUrl)
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}
