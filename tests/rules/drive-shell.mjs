// Starts the built shell over the fake Electron, tries every door it should have locked, and prints what happened.
import { registerHooks } from 'node:module'
import { MessageChannel } from 'node:worker_threads'

const stand = new URL('./fake-electron.mjs', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: stand, shortCircuit: true, format: 'module' } : next(specifier, context),
})

const electron = await import('./fake-electron.mjs')
const loaded = new Promise((done) => electron.app.once('test:loaded', done))
await import(new URL('../../out/main/main.js', import.meta.url).href)
await loaded

const { app, BrowserWindow, handlers, ipcMain, session, told } = electron
const page = BrowserWindow.all[0].webContents

/** Whether an event was stopped. */
const stopped = (emitter, name, details, ...more) => {
  let prevented = false
  emitter.emit(name, { ...details, preventDefault: () => (prevented = true) }, ...more)
  return prevented
}
const asks = (permission, requestingUrl) =>
  new Promise((answer) => handlers.permissionRequest(page, permission, answer, { requestingUrl }))

/** Says hello to the core over a port, from a given sender; whether anybody answers. */
const speaks = async (sender, senderFrame) => {
  const { port1, port2 } = new MessageChannel()
  // Electron's ports give the message in an event.
  const server = Object.assign(Object.create(port2), {
    start: () => port2.start(),
    close: () => port2.close(),
    postMessage: (message) => port2.postMessage(message),
    on: (name, listener) => port2.on(name, (data) => listener(name === 'message' ? { data } : data)),
  })
  const answer = new Promise((done) => {
    port1.on('message', () => done('answered'))
    port1.on('close', () => done('closed'))
  })
  ipcMain.emit('desk:connect', { sender, senderFrame, ports: [server] })
  const { createORPCClient } = await import('@orpc/client')
  const { RPCLink } = await import('@orpc/client/message-port')
  port1.start()
  const client = createORPCClient(new RPCLink({ port: port1 }))
  const called = client.health.check({}).then((health) => health.status)
  const result = await Promise.race([
    called.catch(() => answer),
    answer.then((end) => (end === 'closed' ? end : called)),
  ])
  port1.close()
  return result
}

const ownFrame = { url: 'desk://app/', parent: null }
const face = await told.protocols.get('desk')({ url: 'desk://app/', method: 'GET' })
const outside = await told.protocols.get('desk')({ url: 'desk://app/%2e%2e%2fmain%2fmain.js', method: 'GET' })

const report = {
  sandboxed: told.sandboxed,
  url: told.url,
  schemes: told.schemes,
  protocols: [...told.protocols.keys()],
  webPreferences: told.windows.map((window) => window.webPreferences),
  menu: told.menu.map((entry) => entry.label),
  face: {
    status: face.status,
    headers: Object.fromEntries(face.headers),
    html: (await face.text()).includes('id="root"'),
  },
  outside: outside.status,
  navigation: {
    own: stopped(page, 'will-navigate', { url: 'desk://app/board' }),
    other: stopped(page, 'will-navigate', { url: 'https://example.org/' }),
    redirect: stopped(page, 'will-redirect', { url: 'https://example.org/' }),
    frame: stopped(page, 'will-frame-navigate', { url: 'file:///etc/passwd' }),
    webview: stopped(page, 'will-attach-webview', {}),
  },
  windowOpen: handlers.windowOpen({ url: 'https://example.org/' }).action,
  openedOutside: told.opened,
  permissions: {
    copy: await asks('clipboard-sanitized-write', 'desk://app/'),
    copyOther: await asks('clipboard-sanitized-write', 'https://example.org/'),
    camera: await asks('media', 'desk://app/'),
    checked: handlers.permissionCheck(page, 'geolocation', 'desk://app/'),
    device: handlers.device(),
  },
  certificate: stopped(app, 'certificate-error', {}, page, 'https://x/', 'bad', {}, () => {}),
  download: stopped(session.defaultSession, 'will-download', {}, { getURL: () => 'https://example.org/a.exe' }),
  ports: {
    own: await speaks(page, ownFrame),
    foreignPage: await speaks(page, { url: 'https://example.org/', parent: null }),
    innerFrame: await speaks(page, { url: 'desk://app/', parent: ownFrame }),
    foreignWindow: await speaks({}, ownFrame),
    goneFrame: await speaks(page, null),
  },
}
process.stdout.write(`report ${JSON.stringify(report)}\n`)
app.quit()
