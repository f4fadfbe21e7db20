import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'

const sharedSource = fileURLToPath(new URL('../shared/src', import.meta.url))
const yjsLogging = fileURLToPath(new URL('./src/session/yjs-logging.ts', import.meta.url))

/**
 * Has the browser fetch the board's part beside the entry and not after it: on a slow network each step of that stair is a wait. Who
 * joins by code needs it a moment later, too.
 */
function boardBesideEntry(): Plugin {
  return {
    name: 'board-beside-entry',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const gate = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/PhoneGate.tsx') === true)
        if (gate?.type !== 'chunk') throw new Error('the build has no chunk of PhoneGate.tsx')
        const files = new Set<string>()
        const styles = new Set<string>()
        const follow = (name: string) => {
          const file = bundle[name]
          if (file?.type !== 'chunk' || files.has(name)) return
          files.add(name)
          for (const style of file.viteMetadata?.importedCss ?? []) styles.add(style)
          for (const next of file.imports) follow(next)
        }
        follow(gate.fileName)
        const tag = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' })
        const isNew = (name: string) => !html.includes(name)
        return [
          ...[...files].filter(isNew).map((name) => tag({ rel: 'modulepreload', crossorigin: true, href: `/${name}` })),
          ...[...styles].filter(isNew).map((name) => tag({ rel: 'preload', as: 'style', crossorigin: true, href: `/${name}` })),
        ]
      },
    },
  }
}

/**
 * The page for phones, a build of its own into the same folder: the same components on Preact, which is 55 kB smaller than React DOM.
 * Why two builds: docs/adr/0011-phone-page-on-preact.md.
 */
export default defineConfig({
  plugins: [react(), boardBesideEntry()],
  resolve: {
    alias: [
      { find: /^@remedyboard\/shared\/(.*)$/, replacement: `${sharedSource}/$1.ts` },
      { find: 'lib0/logging', replacement: yjsLogging },
      { find: 'react-dom/client', replacement: 'preact/compat/client' },
      { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
    ],
    // Icons ask for it from a folder that does not have it.
    dedupe: ['preact'],
  },
  publicDir: false,
  build: {
    emptyOutDir: false,
    sourcemap: false,
    license: { fileName: 'licenses/packages-phone.md' },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { phone: 'phone.html' },
      // Schemas and templates that only the server runs must not come along because a type's module also holds one.
      treeshake: { moduleSideEffects: (id) => !id.startsWith(sharedSource) },
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        // What joining needs, and what a board needs beyond, are one file each: thirty small ones pack 7 kB worse, and each is a request.
        codeSplitting: {
          groups: [
            { name: 'phone-start', test: /\/app\/phone-main\.tsx$/, priority: 2 },
            { name: 'phone-board', test: /\/app\/PhoneGate\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
})
