import { app, type Session, session, shell, type WebContents } from 'electron'
import { isOwnPage, mayOpenOutside, mayUse } from './security.ts'

/** Locks a page in: it stays on the face, opens no windows of its own, and hosts nobody else's pages. */
export function lockPage(page: WebContents): void {
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (!isOwnPage(event.url)) event.preventDefault()
  }
  page.on('will-navigate', stay)
  page.on('will-redirect', stay)
  page.on('will-frame-navigate', stay)
  page.on('will-attach-webview', (event) => event.preventDefault())
  page.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** Refuses every permission that is not listed, for what a page asks and for what it merely looks up. */
export function lockSession(of: Session): void {
  of.setPermissionRequestHandler((page, permission, answer, details) =>
    answer(mayUse(permission, details.requestingUrl || page.getURL())),
  )
  of.setPermissionCheckHandler((_page, permission, origin) => mayUse(permission, origin))
  of.setDevicePermissionHandler(() => false)
  of.setUSBProtectedClassesHandler(() => [])
  of.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  of.on('will-download', (event, item) => {
    if (!isOwnPage(item.getURL().replace(/^blob:/, ''))) event.preventDefault()
  })
}

/** For every page and session this program will ever have, also those a fault or a new feature would bring. */
export function lockEverything(): void {
  app.on('web-contents-created', (_event, page) => lockPage(page))
  app.on('session-created', lockSession)
  lockSession(session.defaultSession)
  app.on('certificate-error', (event, _page, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
}
