// The one way in, on any Node from 18: installs and builds what is missing, then opens the desk or starts the hub on
// the project's own Node. Nothing outside Node's standard library may be imported here or in ./launch.
import { parseArguments, usage } from './launch/arguments.mjs'
import { openDesk } from './launch/desk.mjs'
import { runHub } from './launch/hub.mjs'
import { ensureBuilt } from './launch/ready.mjs'
import { LaunchFailure } from './launch/say.mjs'

try {
  const given = parseArguments(process.argv.slice(2))
  if (given.help) process.stdout.write(usage)
  else {
    await ensureBuilt()
    process.exitCode = given.host === 'hub' ? await runHub(given.passed, 'inherit') : await openDesk(given)
  }
} catch (error) {
  if (!(error instanceof LaunchFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
