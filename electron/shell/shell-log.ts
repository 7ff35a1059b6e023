import { join } from 'node:path'
import log from 'electron-log/node.js'

/**
 * The shell's own log, beside the data: failures of the program, never what staff typed. The logger's plain Node form is
 * used: its Electron form opens channels to the page.
 */
export function openShellLog(dataFolder: string): (defect: unknown) => void {
  log.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'shell.log')
  log.transports.file.level = 'info'
  log.transports.console.level = 'warn'
  return (defect) => log.error(defect)
}
