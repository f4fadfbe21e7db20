import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const sharedSource = fileURLToPath(new URL('../shared/src', import.meta.url))

/**
 * The page for phones, a build of its own into the same folder: the same components on Preact, which is 55 kB smaller than React DOM.
 * Why two builds: docs/adr/0011-phone-page-on-preact.md.
 */
export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^@remedyboard\/shared\/(.*)$/, replacement: `${sharedSource}/$1.ts` },
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
      output: { entryFileNames: 'assets/[name]-[hash].js' },
    },
  },
})
