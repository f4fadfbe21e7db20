import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A file that breaks a rule, and words of the message that must come back. `null` = the same idea in its allowed form. */
interface Fixture {
  rule: string
  path: string
  code: string
  expected: string | null
}

const manyLines = (count: number) => Array.from({ length: count }, (_, n) => `export const line${n} = ${n}`).join('\n')

const fixtures: Fixture[] = [
  // general
  {
    rule: 'no floating promises',
    path: 'server/src/floating.ts',
    code: 'export async function f(): Promise<void> {}\nf()',
    expected: 'no-floating-promises',
  },
  {
    rule: 'awaited promises pass',
    path: 'server/src/awaited.ts',
    code: 'export async function f(): Promise<void> {}\nawait f()',
    expected: null,
  },
  { rule: 'no any', path: 'server/src/any.ts', code: 'export const x: any = 1', expected: 'no-explicit-any' },
  { rule: 'at most 400 lines', path: 'server/src/long.ts', code: manyLines(401), expected: 'max-lines' },
  { rule: '400 lines pass', path: 'server/src/long-enough.ts', code: manyLines(400), expected: null },
  { rule: 'no barrels', path: 'server/src/barrel.ts', code: "export * from './leaf.ts'", expected: 'no-barrel-file' },
  {
    rule: 'no import cycles',
    path: 'server/src/cycle-a.ts',
    code: "import { b } from './cycle-b.ts'\nexport const a = () => b",
    expected: 'no-cycle',
  },
  { rule: 'no console on the server', path: 'server/src/console.ts', code: "console.log('x')", expected: 'no-console' },
  {
    rule: 'exhaustive switch',
    path: 'server/src/switch.ts',
    code: "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1 } return 2 }",
    expected: 'switch-exhaustiveness-check',
  },
  {
    rule: 'no sleeping tests',
    path: 'client/e2e/sleep.spec.ts',
    code: 'declare const page: { waitForTimeout(ms: number): void }\npage.waitForTimeout(5)',
    expected: 'Tests never sleep',
  },
  {
    rule: 'no narrowed tests',
    path: 'server/src/only.test.ts',
    code: "import { it } from 'vitest'\nit.only('x', () => {})",
    expected: 'no-focused-tests',
  },
  {
    rule: 'no tests switched off',
    path: 'server/src/skip.test.ts',
    code: "import { it } from 'vitest'\nit.skip('x', () => {})",
    expected: 'no-disabled-tests',
  },

  // one-way imports
  {
    rule: 'app has no tldraw',
    path: 'client/src/app/tldraw.ts',
    code: "import { Tldraw } from 'tldraw'\nexport const x = Tldraw",
    expected: 'tldraw stays in client/src/canvas',
  },
  {
    rule: 'app loads the canvas lazily',
    path: 'client/src/app/eager.ts',
    code: "import { C } from '../canvas/card-shape.tsx'\nexport const x = C",
    expected: 'The canvas is loaded lazily',
  },
  {
    rule: 'app may import() the canvas',
    path: 'client/src/app/lazy.ts',
    code: "export const load = () => import('../canvas/BoardCanvas.tsx')",
    expected: null,
  },
  {
    rule: 'app imports features',
    path: 'client/src/app/fine.ts',
    code: "import { x } from '../features/agenda/Agenda.tsx'\nexport const y = x",
    expected: null,
  },
  {
    rule: 'features never import features',
    path: 'client/src/features/agenda/other.ts',
    code: "import { x } from '../export/x.ts'\nexport const y = x",
    expected: 'Features never import features',
  },
  {
    rule: 'features never import the app',
    path: 'client/src/features/agenda/app.ts',
    code: "import { x } from '../../app/x.ts'\nexport const y = x",
    expected: 'Features never import the app',
  },
  {
    rule: 'features see the canvas through its types',
    path: 'client/src/features/agenda/canvas.ts',
    code: "import { x } from '../../canvas/x.ts'\nexport const y = x",
    expected: 'The canvas is loaded lazily',
  },
  {
    rule: 'features may use canvas-api, ui, session and their own files',
    path: 'client/src/features/agenda/fine.ts',
    code: "import type { CanvasApi } from '../../canvas/canvas-api.ts'\nimport { a } from '../../ui/a.ts'\nimport { b } from '../../session/b.ts'\nimport { c } from './c.ts'\nexport const y: [CanvasApi?] = [a, b, c][0]",
    expected: null,
  },
  {
    rule: 'features have no tldraw',
    path: 'client/src/features/agenda/tldraw.ts',
    code: "import { x } from '@tldraw/editor'\nexport const y = x",
    expected: 'tldraw stays in client/src/canvas',
  },
  {
    rule: 'canvas never imports features',
    path: 'client/src/canvas/x.ts',
    code: "import { x } from '../features/agenda/x.ts'\nexport const y = x",
    expected: 'The canvas knows only',
  },
  {
    rule: 'canvas never imports the companion',
    path: 'client/src/canvas/binding/x.ts',
    code: "import { x } from '../../companion/x.ts'\nexport const y = x",
    expected: 'The canvas knows only',
  },
  {
    rule: 'companion never imports the canvas',
    path: 'client/src/companion/x.ts',
    code: "import { x } from '../canvas/canvas-api.ts'\nexport const y = x",
    expected: 'The companion knows only',
  },
  {
    rule: 'companion has no tldraw',
    path: 'client/src/companion/y.ts',
    code: "import { x } from 'tldraw'\nexport const y = x",
    expected: 'The companion must stay small',
  },
  {
    rule: 'companion has no tldraw validators',
    path: 'client/src/companion/z.ts',
    code: "import { x } from '@remedyboard/shared/board/tl-schema'\nexport const y = x",
    expected: 'The companion must stay small',
  },
  {
    rule: 'session has no React',
    path: 'client/src/session/react.ts',
    code: "import { useState } from 'react'\nexport const y = useState",
    expected: 'The session knows neither React nor tldraw',
  },
  {
    rule: 'session has no tldraw',
    path: 'client/src/session/tldraw.ts',
    code: "import { x } from '@tldraw/store'\nexport const y = x",
    expected: 'The session knows neither React nor tldraw',
  },
  {
    rule: 'session knows no texts',
    path: 'client/src/session/i18n.ts',
    code: "import { x } from '../i18n/en.ts'\nexport const y = x",
    expected: 'The session knows only shared',
  },
  {
    rule: 'ui is a leaf',
    path: 'client/src/ui/x.ts',
    code: "import { x } from '../session/x.ts'\nexport const y = x",
    expected: 'ui and i18n are leaves',
  },
  {
    rule: 'i18n is a leaf',
    path: 'client/src/i18n/x.ts',
    code: "import { x } from '../ui/x.ts'\nexport const y = x",
    expected: 'ui and i18n are leaves',
  },
  {
    rule: 'the service worker shares no code with the app',
    path: 'client/src/service-worker/x.ts',
    code: "import { x } from '../app/x.ts'\nexport const y = x",
    expected: 'The service worker runs beside the app',
  },
  {
    rule: 'server never imports the client',
    path: 'server/src/client.ts',
    code: "import { x } from '../../client/src/session/x.ts'\nexport const y = x",
    expected: 'The server never imports the client',
  },
  {
    rule: 'client never imports the server',
    path: 'client/src/app/server.ts',
    code: "import { x } from '../../../server/src/x.ts'\nexport const y = x",
    expected: 'The client never imports the server',
  },
  {
    rule: 'shared has no React',
    path: 'shared/src/mapping/react.ts',
    code: "import { x } from 'react'\nexport const y = x",
    expected: 'shared knows no React',
  },
  {
    rule: 'shared has no tldraw UI',
    path: 'shared/src/mapping/tldraw.ts',
    code: "import { x } from '@tldraw/editor'\nexport const y = x",
    expected: 'shared knows no tldraw UI',
  },
  {
    rule: 'shared may use the tldraw schema',
    path: 'shared/src/mapping/tlschema.ts',
    code: "import { x } from '@tldraw/tlschema'\nexport const y = x",
    expected: null,
  },
  {
    rule: 'shared has no Node',
    path: 'shared/src/mapping/node.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const y = readFileSync",
    expected: 'shared knows no Node',
  },
  {
    rule: 'shared has no clock',
    path: 'shared/src/mapping/clock.ts',
    code: 'export const y = Date.now()',
    expected: 'shared knows no clock',
  },
  {
    rule: 'shared has no randomness',
    path: 'shared/src/board/random.ts',
    code: 'export const y = Math.random()',
    expected: 'shared knows no randomness',
  },
  {
    rule: 'shared has no DOM',
    path: 'shared/src/mapping/dom.ts',
    code: 'export const y = document.title',
    expected: 'shared knows no DOM',
  },

  // one owner of the document layout
  {
    rule: 'only shared/src/board names root types',
    path: 'client/src/session/roots.ts',
    code: "declare const doc: { getMap(name: string): unknown }\nexport const y = doc.getMap('records')",
    expected: 'Only shared/src/board names the root types',
  },
  {
    rule: 'shared outside board names no root types',
    path: 'shared/src/mapping/roots.ts',
    code: "declare const doc: { getMap(name: string): unknown }\nexport const y = doc.getMap('records')",
    expected: 'Only shared/src/board names the root types',
  },
  {
    rule: 'ROOTS stays inside shared/src/board',
    path: 'server/src/roots.ts',
    code: "import { ROOTS } from '@remedyboard/shared/board/board-document'\nexport const y = ROOTS",
    expected: 'Only shared/src/board names the root types',
  },
  {
    rule: 'shared/src/board may',
    path: 'shared/src/board/roots.ts',
    code: "declare const doc: { getMap(name: string): unknown }\nexport const y = doc.getMap('records')",
    expected: null,
  },
]

interface Diagnostic {
  filename: string
  code: string
  message: string
  help?: string
}

const repository = dirname(dirname(fileURLToPath(import.meta.url)))
let folder = ''
let diagnostics: Diagnostic[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-rules-'))
  copyFileSync(join(repository, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  // The type-aware half of the linter is found through node_modules.
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2023', noEmit: true, allowImportingTsExtensions: true, types: [] }
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*.ts'] }))
  write('server/src/leaf.ts', 'export const leaf = 1')
  write('server/src/cycle-b.ts', "import { a } from './cycle-a.ts'\nexport const b = () => a")
  for (const fixture of fixtures) write(fixture.path, fixture.code)
  diagnostics = lint()
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('each lint rule bites', () => {
  it.each(fixtures)('$rule', ({ path, expected }) => {
    const found = diagnostics.filter((d) => d.filename === path).map((d) => `${d.code} ${d.message} ${d.help ?? ''}`)
    if (expected === null) expect(found).toEqual([])
    else expect(found.join('\n')).toContain(expected)
  })
})

function write(path: string, code: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), `${code}\n`)
}

function lint(): Diagnostic[] {
  const oxlint = join(repository, 'node_modules/oxlint/bin/oxlint')
  try {
    // Folders by name: a walk through the linked node_modules would take minutes.
    execFileSync(process.execPath, [oxlint, '--format=json', 'client', 'server', 'shared'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  } catch (error) {
    // oxlint exits with 1 when it found something, as it must here.
    if (error instanceof Error && 'stdout' in error) return (JSON.parse(String(error.stdout)) as { diagnostics: Diagnostic[] }).diagnostics
    throw error
  }
  throw new Error('the fixtures break rules, and oxlint found nothing')
}
