import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname
// The launcher builds into a folder of its own and swaps it in when whole (electron/launch/build.mjs).
const out = resolve(root, process.env.DESK_OUT ?? 'out')

/**
 * `new URL('./name.worker.ts', import.meta.url)` in the core names a worker thread. The source runs as it is in tests;
 * in the build the worker becomes `out/core/name.worker.js`, reached the same way from every `out/<folder>/`.
 */
function workerThreads(): Plugin {
  const reference = /new URL\(\s*['"](\.{1,2}\/[^'"]*\.worker)\.ts['"]\s*,\s*import\.meta\.url\s*\)/g
  return {
    name: 'desk:worker-threads',
    apply: 'build',
    transform(code, id) {
      if (!code.includes('.worker.ts')) return null
      const changed = code.replace(reference, (_all, path: string) => {
        const name = path.slice(path.lastIndexOf('/') + 1)
        this.emitFile({ type: 'chunk', id: resolve(id, '..', `${path}.ts`), fileName: `core/${name}.js` })
        return `new URL('../core/${name}.js', import.meta.url)`
      })
      // Lines stay where they are, so the map stays right.
      return { code: changed, map: null }
    },
  }
}

/** The face is served from the root of the hub and of `desk://app/`; deep addresses must find its files too. */
function rootBase(): Plugin {
  return { name: 'desk:root-base', enforce: 'post', config: () => ({ base: '/' }) }
}

export default defineConfig({
  // One build of the core, two hosts over it: out/main (Electron) and out/hub (plain Node) share out/core.
  main: {
    plugins: [workerThreads()],
    build: {
      outDir: out,
      emptyOutDir: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          'main/main': resolve(root, 'electron/shell/main.ts'),
          'hub/main': resolve(root, 'electron/hub/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'core/[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload has no module loader: one CommonJS file.
  preload: {
    build: {
      outDir: resolve(out, 'preload'),
      rolldownOptions: {
        input: { main: resolve(root, 'electron/preload/main.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    publicDir: resolve(root, 'resources/public'),
    plugins: [react(), rootBase()],
    build: {
      outDir: resolve(out, 'renderer'),
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_500,
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
})
