/**
 * Where the entry point of a thread is. Tests run from the sources, but a thread needs JavaScript: they start the built one, the one
 * that ships.
 */
export function threadFile(name: 'sqlite-worker' | 'snapshot-builder-worker'): URL {
  return new URL(import.meta.url.endsWith('.ts') ? `../../dist/storage/${name}.js` : `./${name}.js`, import.meta.url)
}
