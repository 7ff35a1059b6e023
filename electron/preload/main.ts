import { ipcRenderer } from 'electron'

// The face asks for its line to the core by posting one end of a MessageChannel to its own window; all this file does
// is pass that end on. Nothing is put on `window`, so the page gets no other power.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== 'desk://app' || event.data !== 'desk:connect') return
  const [port] = event.ports
  if (port) ipcRenderer.postMessage('desk:connect', null, [port])
})
