import { ipcMain, type MessagePortMain, type WebContents } from 'electron'
import { maySpeak } from './security.ts'

/** The one message a page may send to the main process: here is a port, connect it to the core. */
export const connectChannel = 'desk:connect'

/**
 * Hands the ports of our own pages to the core. A port from anybody else is closed unread.
 * @param isOwnWindow whether the sender is a window this program made
 */
export function answerPorts(
  isOwnWindow: (page: WebContents) => boolean,
  connect: (port: MessagePortMain) => void,
): void {
  ipcMain.on(connectChannel, (event) => {
    const frame = event.senderFrame
    const trusted = maySpeak({
      frameUrl: frame?.url ?? '',
      isTopFrame: frame !== null && frame.parent === null,
      isOwnWindow: isOwnWindow(event.sender),
    })
    const [port, ...others] = event.ports
    for (const other of others) other.close()
    if (!port) return
    if (trusted) connect(port)
    else port.close()
  })
}
