// `npm run dev`: the hub from its sources, started anew when they change, and the face with hot reload in front of it.
// A practice venue in a folder of its own. Runs on the project's Node (run.mjs).
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { cacheFolder, root } from './project.mjs'
import { say } from './say.mjs'

const hubPort = 41790
const hubAddress = `http://127.0.0.1:${hubPort}`
const hubArguments = ['--data', join(cacheFolder, 'dev'), '--port', String(hubPort), '--training']
const hub = spawn(
  process.execPath,
  ['--watch', join(root, 'electron', 'hub', 'main.ts'), ...hubArguments, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)

// The hub answers its own address only: the proxy speaks in its name.
const proxy = { target: hubAddress, changeOrigin: true, headers: { origin: hubAddress } }
const server = await createServer({
  configFile: false,
  root: join(root, 'renderer'),
  publicDir: join(root, 'resources', 'public'),
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/api': proxy, '/rpc': { ...proxy, ws: true, rewriteWsOrigin: true } } },
})
await server.listen()
say(`请在浏览器里打开 ${server.resolvedUrls?.local[0]}`, `Please open ${server.resolvedUrls?.local[0]} in a browser`)

const stop = async () => {
  hub.kill('SIGTERM')
  await server.close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
hub.on('exit', (code) => process.exit(code ?? 1))
