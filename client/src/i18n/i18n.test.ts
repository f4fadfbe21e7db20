import { afterEach, describe, expect, expectTypeOf, it } from 'vitest'
import { chooseLocale } from './choose-locale.ts'
import { en } from './en.ts'
import { enBoard } from './en-board.ts'
import { enHome } from './en-home.ts'
import { enPhone } from './en-phone.ts'
import { currentLocale, setLocale, subscribeLocale, text } from './i18n.ts'
import type { TextKey } from './text-key.ts'
import { zhCN } from './zh-CN.ts'
import { zhCNBoard } from './zh-CN-board.ts'
import { zhCNHome } from './zh-CN-home.ts'
import { zhCNPhone } from './zh-CN-phone.ts'

type Tree = { readonly [key: string]: string | Tree }

function flatten(tree: Tree, path = ''): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}.${key}` : key
    if (typeof value === 'string') texts.set(at, value)
    else for (const [deeper, leaf] of flatten(value, at)) texts.set(deeper, leaf)
  }
  return texts
}

function placeholders(message: string): string[] {
  return [...message.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()
}

const english = new Map([...flatten(en), ...flatten(enHome), ...flatten(enBoard), ...flatten(enPhone)])
const chinese = new Map([...flatten(zhCN), ...flatten(zhCNHome), ...flatten(zhCNBoard), ...flatten(zhCNPhone)])

describe('translations', () => {
  it('zh-CN has every key of en and no other (Chinese has one plural form)', () => {
    const expected = [...english.keys()].filter((key) => !key.endsWith('_one')).sort()
    expect([...chinese.keys()].sort()).toEqual(expected)
  })

  it('every plural in en has both forms', () => {
    for (const key of english.keys()) {
      if (key.endsWith('_one')) expect(english.has(key.replace(/_one$/, '_other')), key).toBe(true)
      if (key.endsWith('_other')) expect(english.has(key.replace(/_other$/, '_one')), key).toBe(true)
    }
  })

  it('placeholders are the same in both languages', () => {
    for (const [key, message] of chinese) expect(placeholders(message), key).toEqual(placeholders(english.get(key) ?? ''))
  })

  it('no text is empty', () => {
    for (const [key, message] of [...english, ...chinese]) expect(message.trim(), key).not.toBe('')
  })
})

describe('text', () => {
  afterEach(() => setLocale('en'))

  it('fills in values and chooses the plural form', () => {
    expect(text('people.count', { count: 1 })).toBe('1 person')
    expect(text('people.count', { count: 12 })).toBe('12 people')
    expect(text('people.count', { count: 0 })).toBe('0 people')
    expect(text('home.forget', { title: 'A & <B>' })).toBe('Take “A & <B>” off the list…')
  })

  it('switches language without a reload and says so', async () => {
    let told = 0
    const stop = subscribeLocale(() => told++)
    await setLocale('zh-CN')
    stop()
    expect(currentLocale()).toBe('zh-CN')
    expect(told).toBe(1)
    expect(text('people.count', { count: 1 })).toBe('1 人')
    expect(document.documentElement.lang).toBe('zh-CN')
  })

  it('shows the language that was asked for last, however long each takes', async () => {
    await Promise.all([setLocale('zh-CN'), setLocale('en')])
    expect([currentLocale(), document.documentElement.lang]).toEqual(['en', 'en'])
  })

  it('keys and values are checked by the compiler', () => {
    expectTypeOf<'people.count'>().toExtend<TextKey>()
    expectTypeOf<'people.count_one'>().not.toExtend<TextKey>()
    // @ts-expect-error: the value is missing
    text('people.count')
    // @ts-expect-error: there is no such text
    text('people.nobody')
  })
})

describe('chooseLocale', () => {
  it('the address wins, then the earlier choice, then the browser', () => {
    expect(chooseLocale({ query: 'zh-CN', stored: 'en', preferred: ['en-GB'] })).toBe('zh-CN')
    expect(chooseLocale({ query: null, stored: 'zh-CN', preferred: ['en-GB'] })).toBe('zh-CN')
    expect(chooseLocale({ query: 'xx', stored: null, preferred: ['de-DE', 'zh-Hans-CN', 'en'] })).toBe('zh-CN')
    expect(chooseLocale({ query: null, stored: null, preferred: ['fr'] })).toBe('en')
  })
})
