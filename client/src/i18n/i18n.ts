import type { Locale } from '@remedyboard/shared/protocol/locale'
import { createInstance } from 'i18next'
import { chooseLocale } from './choose-locale.ts'
import type { TextKey, TextValues } from './text-key.ts'

const STORAGE_KEY = 'remedyboard.locale'

/** i18next's own name for the texts of a language. */
const NAMESPACE = 'translation'

/** What is loaded together: `base` by every page, `board` by the board's page only, `phone` by the page for phones. */
export type TextPart = 'base' | 'board' | 'phone'

/** Only the language in use is loaded: on a crowded Wi-Fi each one counts. */
const LOADERS: Readonly<Record<TextPart, Readonly<Record<Locale, () => Promise<object>>>>> = {
  base: { en: async () => (await import('./en.ts')).en, 'zh-CN': async () => (await import('./zh-CN.ts')).zhCN },
  phone: { en: async () => (await import('./en-phone.ts')).enPhone, 'zh-CN': async () => (await import('./zh-CN-phone.ts')).zhCNPhone },
  board: { en: async () => (await import('./en-board.ts')).enBoard, 'zh-CN': async () => (await import('./zh-CN-board.ts')).zhCNBoard },
}

/** Parts that the page uses; a switch of language loads them too. */
const parts = new Set<TextPart>(['base'])
const loaded = new Set<string>()

const engine = createInstance()
// Without a language there is nothing to wait for, so this completes before it returns.
void engine.init({
  interpolation: { escapeValue: false },
  initAsync: false,
  // otherwise an advertisement in the console
  showSupportNotice: false,
})

/** The language that was asked for last: a slower one must not win. */
let wanted: Locale | null = null

/** The text for a key in the language of now. Components use `useText`, which also renders again on a switch. */
export function text<K extends TextKey>(key: K, ...values: TextValues<K>): string {
  return engine.t(key, values[0] ?? {})
}

export function currentLocale(): Locale {
  return engine.language === 'zh-CN' ? 'zh-CN' : 'en'
}

export function subscribeLocale(onChange: () => void): () => void {
  engine.on('languageChanged', onChange)
  return () => engine.off('languageChanged', onChange)
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
  const name = `${part} ${locale}`
  if (loaded.has(name)) return
  engine.addResourceBundle(locale, NAMESPACE, await LOADERS[part][locale](), true, true)
  loaded.add(name)
}

async function apply(locale: Locale): Promise<void> {
  wanted = locale
  await load(locale)
  if (wanted !== locale) return
  document.documentElement.lang = locale
  await engine.changeLanguage(locale)
}
