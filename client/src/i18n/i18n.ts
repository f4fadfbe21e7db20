import type { Locale } from '@remedyboard/shared/protocol/locale'
import { createInstance } from 'i18next'
import { chooseLocale } from './choose-locale.ts'
import type { TextKey, TextValues, Translation } from './text-key.ts'

const STORAGE_KEY = 'remedyboard.locale'

/** i18next's own name for the texts of a language. */
const NAMESPACE = 'translation'

/** Only the language in use is loaded: on a crowded Wi-Fi each one counts. */
const LOADERS: Readonly<Record<Locale, () => Promise<Translation>>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
}

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

async function load(locale: Locale): Promise<void> {
  if (!engine.hasResourceBundle(locale, NAMESPACE)) engine.addResourceBundle(locale, NAMESPACE, await LOADERS[locale]())
}

async function apply(locale: Locale): Promise<void> {
  wanted = locale
  await load(locale)
  if (wanted !== locale) return
  document.documentElement.lang = locale
  await engine.changeLanguage(locale)
}
