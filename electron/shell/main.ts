import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, powerMonitor, protocol } from 'electron'
import { type DeskHost, openDeskHost } from './desk-host.ts'
import { serveFace } from './face-files.ts'
import { lockEverything } from './locks.ts'
import { installMenu } from './menu.ts'
import { shellTexts } from './menu-texts.ts'
import { shellOptions } from './options.ts'
import { answerPorts } from './ports.ts'
import { faceScheme, schemePrivileges } from './security.ts'
import { openShellLog } from './shell-log.ts'
import { openWindow, showWindow } from './window.ts'

// The desktop host: a window on the face, with the core in this process behind a message port.

const options = shellOptions(process.argv.slice(1))
const usual = join(app.getPath('appData'), options.training ? 'ktv-desk-training' : 'ktv-desk')
const dataFolder = options.data ?? usual
const windowFolder = join(dataFolder, 'window')
mkdirSync(windowFolder, { recursive: true })

// Before anything else of Electron's is used: where it keeps its things decides what "single instance" means, one per
// data folder, so that practice can be open beside the real venue.
app.setPath('userData', windowFolder)
app.enableSandbox()
protocol.registerSchemesAsPrivileged([{ scheme: faceScheme, privileges: { ...schemePrivileges } }])

const report = openShellLog(dataFolder)
let host: DeskHost | undefined
let closing = false

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (!host) return
    event.preventDefault()
    if (!closing) void close(host)
    closing = true
  })
  await app.whenReady()

  const texts = shellTexts(app.getLocale())
  lockEverything()
  installMenu(texts, process.platform)
  protocol.handle(faceScheme, (request) => serveFace(join(import.meta.dirname, '..', 'renderer'), request))
  try {
    host = await openDeskHost({ ...options, dataFolder, version: app.getVersion(), report })
  } catch (error) {
    report(error)
    dialog.showErrorBox(texts.startFailed, error instanceof Error ? error.message : String(error))
    app.exit(1)
    return
  }
  const running = host
  answerPorts(
    (page) => BrowserWindow.fromWebContents(page) !== null,
    (port) => running.connect(port),
  )
  // The clock went on while the machine slept: what fell due is done before anybody looks.
  powerMonitor.on('resume', () => running.wake())
  powerMonitor.on('shutdown', () => app.quit())

  const open = (): BrowserWindow =>
    openWindow({
      title: texts.desk,
      preload: join(import.meta.dirname, '..', 'preload', 'main.cjs'),
      icon: join(import.meta.dirname, '..', '..', 'resources', 'icons', 'icon.png'),
      placeFile: join(windowFolder, 'place.json'),
    })
  open()
  app.on('second-instance', () => showWindow(BrowserWindow.getAllWindows()[0] ?? open()))
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
}

/** Lets the core finish what it has begun, then ends. */
async function close(open: DeskHost): Promise<void> {
  try {
    await open.close()
  } catch (error) {
    report(error)
  }
  app.exit(0)
}
