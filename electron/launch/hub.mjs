import { join } from 'node:path'
import { run } from './child.mjs'
import { childEnvironment, projectNode, root } from './project.mjs'

/**
 * Runs the hub until it ends. The channel beside its output lets it notice when this launcher is killed.
 * @param {string[]} args
 * @param {'inherit' | 'pipe'} output
 * @param {(child: import('node:child_process').ChildProcess) => void} [watch]
 */
export async function runHub(args, output, watch) {
  const end = await run(
    projectNode(),
    [join(root, 'out', 'hub', 'main.js'), ...args],
    { env: childEnvironment(), stdio: ['ignore', output, 'inherit', 'ipc'], windowsHide: true },
    watch,
  )
  // Asked to stop before it could listen for it: that is a clean stop too.
  return end.asked && end.status > 128 ? 0 : end.status
}
