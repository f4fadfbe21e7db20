import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const sharedSource = fileURLToPath(new URL('../shared/src', import.meta.url))

export default defineConfig({
  plugins: [react()],
  resolve: { alias: [{ find: /^@remedyboard\/shared\/(.*)$/, replacement: `${sharedSource}/$1.ts` }] },
  // Vite's dev pre-bundler crashes on tldraw's asset imports.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/sync': { target: 'ws://127.0.0.1:3000', ws: true } } },
})
