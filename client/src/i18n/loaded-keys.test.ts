import { expect, it } from 'vitest'
import { en } from './en.ts'
import { enBoard } from './en-board.ts'
import { enHome } from './en-home.ts'
import { enPhone } from './en-phone.ts'

type Tree = { readonly [key: string]: string | Tree }

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../i18n/{en,zh-CN}*.ts', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const PHONE_ENTRY = '../app/phone-main.tsx'
const ENTRY = '../app/main.tsx'

/** Loaded with the board's texts. */
const BOARD_PAGE = '../app/BoardGate.tsx'

/** `../app/main.tsx` and `../ui/base.css` → `../ui/base.css`, seen from this folder. */
function resolve(from: string, target: string): string {
  return new URL(target, `file:///src/i18n/${from}`).pathname.replace(/^\/src\//, '../')
}

/** All modules that a page can load; `beyond` is not followed. What is imported as a type only is not there at run time. */
function reachable(entry: string, beyond = ''): string[] {
  const found = new Set<string>()
  const waiting = [entry]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const source = sources[path]
    if (source === undefined || path === beyond || found.has(path)) continue
    found.add(path)
    const imports = source.replaceAll(/^import type [^']*'[^']*'/gm, '').matchAll(/(?:from|import|import\()\s*\(?'(\.[^']+)'/g)
    for (const [, target] of imports) if (target) waiting.push(resolve(path, target))
  }
  return [...found]
}

function keysOf(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [(path + key).replace(/_(one|other)$/, '')] : keysOf(value, `${path}${key}.`),
  )
}

/** Where a module uses a text that no part has which the page loads. */
function missingTexts(modules: readonly string[], loaded: readonly Tree[]): string[] {
  const there = new Set(loaded.flatMap((part) => keysOf(part)))
  const missing = [en, enHome, enBoard, enPhone].flatMap((part) => keysOf(part)).filter((key) => !there.has(key))
  return modules.flatMap((path) => {
    const source = sources[path] ?? ''
    const exact = [...source.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key)
    const patterns = [...source.matchAll(/`([\w-]+\.(?:[\w.-]|\$\{[^}]+\})+)`/g)].map(
      ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[\\w-]+')}$`),
    )
    return missing.filter((key) => exact.includes(key) || patterns.some((pattern) => pattern.test(key))).map((key) => `${path}: ${key}`)
  })
}

it('the page for phones uses no text that only other pages load', () => {
  const modules = reachable(PHONE_ENTRY)
  // The walk has arrived in all parts of the page.
  for (const path of ['../companion/VoteTask.tsx', '../features/join/JoinForm.tsx', '../app/PhoneInvitation.tsx', '../ui/Dialog.tsx'])
    expect(modules).toContain(path)
  expect(modules.some((path) => path.startsWith('../canvas/'))).toBe(false)
  expect(missingTexts(modules, [en, enPhone])).toEqual([])
})

it('the home page uses no text of the board’s page, and that one none of the home page', () => {
  const around = reachable(ENTRY, BOARD_PAGE)
  for (const path of ['../app/HomePage.tsx', '../features/recent/RecentBoards.tsx', '../features/join/JoinForm.tsx'])
    expect(around).toContain(path)
  expect(missingTexts(around, [en, enHome])).toEqual([])
  const board = reachable(BOARD_PAGE)
  expect(board).toContain('../features/invite/InviteDialog.tsx')
  expect(missingTexts(board, [en, enBoard])).toEqual([])
})
