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

function keysOf(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`)))
}

/** Keys written out, and patterns such as `error.${code}`: any quoted text with a dot may be one. */
function mentions(): { exact: Set<string>; patterns: RegExp[] } {
  const exact = new Set<string>()
  const patterns: RegExp[] = []
  for (const source of Object.values(sources)) {
    for (const [, key] of source.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)) if (key) exact.add(key)
    for (const [, key] of source.matchAll(/`([\w-]+\.(?:[\w.-]|\$\{[^}]+\})+)`/g)) {
      if (key) patterns.push(new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[\\w-]+')}$`))
    }
  }
  return { exact, patterns }
}

it('every text is used somewhere', () => {
  const { exact, patterns } = mentions()
  const unused = [...keysOf(en), ...keysOf(enHome), ...keysOf(enBoard), ...keysOf(enPhone)].filter((key) => {
    const name = key.replace(/_(one|other)$/, '')
    return !exact.has(name) && !patterns.some((pattern) => pattern.test(name))
  })
  expect(unused).toEqual([])
})
