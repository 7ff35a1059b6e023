// Electron as far as the shell uses it, for a machine without its binary: it opens nothing, it writes down what it is told.
import { EventEmitter } from 'node:events'

export const told = {
  windows: [],
  schemes: [],
  menu: [],
  protocols: new Map(),
  sandboxed: false,
  opened: [],
  ports: [],
}
export const handlers = {}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  getPath: () => process.env.DESK_TEST_FOLDER,
  setPath: (name, path) => {
    told[name] = path
  },
  getVersion: () => '0.0.0',
  getName: () => 'KTV Desk',
  getLocale: () => 'zh-CN',
  enableSandbox: () => {
    told.sandboxed = true
  },
  requestSingleInstanceLock: () => true,
  whenReady: async () => {},
  isReady: () => true,
  quit: () => app.emit('before-quit', { preventDefault() {} }),
  exit: (code) => process.exit(code),
})

const keep = (name) => (handler) => {
  handlers[name] = handler
}

class Page extends EventEmitter {
  getURL = () => 'desk://app/'
  setWindowOpenHandler = keep('windowOpen')
}

export class BrowserWindow extends EventEmitter {
  static all = []
  static getAllWindows = () => BrowserWindow.all
  static fromWebContents = (page) => BrowserWindow.all.find((window) => window.webContents === page) ?? null
  webContents = new Page()
  constructor(options) {
    super()
    told.windows.push(options)
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL = async (url) => {
    told.url = url
    app.emit('test:loaded')
  }
  setBackgroundColor() {}
  show() {}
  focus() {}
  isMinimized = () => false
  getNormalBounds = () => ({ x: 0, y: 0, width: 1440, height: 900 })
}

export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('device'),
    setUSBProtectedClassesHandler: keep('usb'),
    setBluetoothPairingHandler: keep('bluetooth'),
  }),
}
export const protocol = {
  registerSchemesAsPrivileged: (schemes) => told.schemes.push(...schemes),
  handle: (scheme, handler) => told.protocols.set(scheme, handler),
}
export const Menu = {
  buildFromTemplate: (template) => template,
  setApplicationMenu: (template) => told.menu.push(...template),
}
export const shell = { openExternal: async (url) => told.opened.push(url) }
export const dialog = {
  showErrorBox: (title, text) => {
    process.stderr.write(`${title}: ${text}\n`)
  },
}
export const screen = {
  getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }),
  getAllDisplays: () => [],
}
export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false })
export const powerMonitor = new EventEmitter()
export const ipcMain = Object.assign(new EventEmitter(), { handle: (channel) => told.handled?.push(channel) })
export const ipcRenderer = new EventEmitter()
export const crashReporter = {}
export const net = {}
export const Notification = class {}
