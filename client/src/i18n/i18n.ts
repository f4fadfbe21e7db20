import type { Locale } from '@remedyboard/shared/protocol/locale'
import rosetta from 'rosetta'
import { chooseLocale } from './choose-locale.ts'
import type { TextKey, TextValues } from './text-key.ts'

const STORAGE_KEY = 'remedyboard.locale'

/** What is loaded together: `base` by every page, each other by the page of its name. */
export type TextPart = 'base' | 'home' | 'board' | 'phone'

/** Only the language in use is loaded: on a crowded Wi-Fi each one counts. */
const LOADERS: Readonly<Record<TextPart, Readonly<Record<Locale, () => Promise<object>>>>> = {
  base: { en: async () => (await import('./en.ts')).en, 'zh-CN': async () => (await import('./zh-CN.ts')).zhCN },
  home: { en: async () => (await import('./en-home.ts')).enHome, 'zh-CN': async () => (await import('./zh-CN-home.ts')).zhCNHome },
  phone: { en: async () => (await import('./en-phone.ts')).enPhone, 'zh-CN': async () => (await import('./zh-CN-phone.ts')).zhCNPhone },
  board: { en: async () => (await import('./en-board.ts')).enBoard, 'zh-CN': async () => (await import('./zh-CN-board.ts')).zhCNBoard },
}

/** Parts that the page uses; a switch of language loads them too. */
const parts = new Set<TextPart>(['base'])

/** One dictionary for each part in each language: parts may have sections of one name. */
const texts = rosetta<object>()
const dictionary = (part: TextPart, locale: Locale) => `${part} ${locale}`

const PLURALS = { en: new Intl.PluralRules('en'), 'zh-CN': new Intl.PluralRules('zh-CN') }

let shown: Locale = 'en'
const listeners = new Set<() => void>()

/** The language that was asked for last: a slower one must not win. */
let wanted: Locale | null = null

/** The text for a key in the language of now; the key itself when there is none. Components use `useText`, which also renders again on a switch. */
export function text<K extends TextKey>(key: K, ...values: TextValues<K>): string {
  const filled: { count?: string | number } = values[0] ?? {}
  const { count } = filled
  return (typeof count === 'number' && find(`${key}_${PLURALS[shown].select(count)}`, filled)) || find(key, filled) || key
}

function find(key: string, values: object): string {
  for (const part of parts) {
    const found = texts.t(key, values, dictionary(part, shown))
    if (found) return found
  }
  return ''
}

export function currentLocale(): Locale {
  return shown
}

export function subscribeLocale(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** Switches the whole interface, no reload, and remembers it. False when the language cannot be loaded: the old one stays. */
export async function setLocale(locale: Locale): Promise<boolean> {
  try {
    await apply(locale)
  } catch {
    return false
  }
  try {
    localStorage.setItem(STORAGE_KEY, locale)
  } catch {
    // private windows may refuse storage: the choice then lasts for this page
  }
  return true
}

/** Called once; nothing can be shown before it resolves. */
export async function startLocale(): Promise<void> {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(STORAGE_KEY)
  } catch {
    // see setLocale
  }
  await apply(chooseLocale({ query: new URLSearchParams(location.search).get('lang'), stored, preferred: navigator.languages }))
}

/** Loads a language before somebody switches to it, who may have no connection then. */
export function prepareLocale(locale: Locale): void {
  load(locale).catch(() => undefined)
}

/** Loads a part in the language of now, before anything of it is shown. */
export async function needTexts(part: TextPart): Promise<void> {
  parts.add(part)
  await load(wanted ?? 'en')
}

async function load(locale: Locale): Promise<void> {
  await Promise.all([...parts].map((part) => loadPart(part, locale)))
}

async function loadPart(part: TextPart, locale: Locale): Promise<void> {
  const name = dictionary(part, locale)
  if (!texts.table(name)) texts.set(name, await LOADERS[part][locale]())
}

async function apply(locale: Locale): Promise<void> {
  wanted = locale
  await load(locale)
  if (wanted !== locale) return
  document.documentElement.lang = locale
  shown = locale
  for (const tell of [...listeners]) tell()
}
