import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const sharedSource = fileURLToPath(new URL('../shared/src', import.meta.url))
const yjsLogging = fileURLToPath(new URL('./src/session/yjs-logging.ts', import.meta.url))
const thirdParty = fileURLToPath(new URL('../THIRD_PARTY', import.meta.url))

/** tldraw's licence asks for a verbatim copy with every distribution: the built client carries the texts under `licenses/`. */
function thirdPartyLicences(): Plugin {
  return {
    name: 'third-party-licences',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(thirdParty)) {
        this.emitFile({ type: 'asset', fileName: `licenses/${name}`, source: readFileSync(`${thirdParty}/${name}`) })
      }
    },
  }
}

/** While developing, one server has both documents; the real one chooses in `server/src/http/page-routes.ts`. */
function phonePages(): Plugin {
  return {
    name: 'phone-pages',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        if (/^\/[pj](\/|$)/.test(request.url ?? '')) request.url = '/phone.html'
        next()
      })
    },
  }
}

export default defineConfig({
  plugins: [react(), thirdPartyLicences(), phonePages()],
  resolve: {
    alias: [
      { find: /^@remedyboard\/shared\/(.*)$/, replacement: `${sharedSource}/$1.ts` },
      { find: 'lib0/logging', replacement: yjsLogging },
    ],
  },
  build: {
    sourcemap: false,
    license: { fileName: 'licenses/packages.md' },
    // The canvas is one lazily loaded chunk of about 600 kB gz; client/e2e/bundle-budget.spec.ts holds the real limits.
    chunkSizeWarningLimit: 3_000,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker/service-worker.ts' },
      // A service worker controls the paths below its own address, which therefore has no hash and no folder.
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        // What every page needs and what a board needs beyond are one file each: small files pack badly (24 kB gz of a build of 880).
        codeSplitting: {
          groups: [
            { name: 'start', test: /\/app\/main\.tsx$/, priority: 2 },
            { name: 'board', test: /\/app\/BoardGate\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  // Vite's dev pre-bundler crashes on tldraw's asset imports.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/sync': { target: 'ws://127.0.0.1:3000', ws: true } } },
})
