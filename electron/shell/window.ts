import { readFileSync, writeFileSync } from 'node:fs'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { faceOrigin, webPreferences } from './security.ts'
import { openingPlace, readPlace, smallestWindow } from './window-place.ts'

/** The colour behind the face until it has drawn itself: no white flash in a dark room. */
const backdrop = { light: '#f5f6f8', dark: '#14161a' } as const

export interface WindowOptions {
  title: string
  preload: string
  icon: string
  /** The file that remembers the window's place. */
  placeFile: string
}

/** The desk's window, on the face, where it was when it was last closed. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const window = new BrowserWindow({
    ...openingPlace(recall(options.placeFile), screens),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: options.title,
    icon: options.icon,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: backdropNow(),
    webPreferences: { ...webPreferences, preload: options.preload },
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', () => remember(options.placeFile, window))
  const follow = (): void => window.setBackgroundColor(backdropNow())
  nativeTheme.on('updated', follow)
  window.once('closed', () => nativeTheme.removeListener('updated', follow))
  void window.loadURL(`${faceOrigin}/`)
  return window
}

/** Brings the window to the front, also from the task bar. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function backdropNow(): string {
  return nativeTheme.shouldUseDarkColors ? backdrop.dark : backdrop.light
}

function recall(file: string): ReturnType<typeof readPlace> {
  try {
    return readPlace(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function remember(file: string, window: BrowserWindow): void {
  try {
    writeFileSync(file, JSON.stringify(window.getNormalBounds()))
  } catch {
    // A place that is not remembered costs a drag; closing must not fail over it.
  }
}
