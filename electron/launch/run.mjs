// Runs one of the project's scripts on the project's own Node, installing what is missing first:
// node electron/launch/run.mjs FILE [arguments]
import { run } from './child.mjs'
import { childEnvironment, projectNode } from './project.mjs'
import { ensureInstalled } from './ready.mjs'
import { LaunchFailure } from './say.mjs'

try {
  await ensureInstalled()
  const end = await run(projectNode(), process.argv.slice(2), { stdio: 'inherit', env: childEnvironment() })
  process.exitCode = end.status
} catch (error) {
  if (!(error instanceof LaunchFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
