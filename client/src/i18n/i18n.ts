import type { Locale } from '@remedyboard/shared/protocol/locale'
import { createInstance } from 'i18next'
import { chooseLocale } from './choose-locale.ts'
import { en } from './en.ts'
import type { TextKey, TextValues } from './text-key.ts'
import { zhCN } from './zh-CN.ts'

const STORAGE_KEY = 'remedyboard.locale'

const engine = createInstance()
// Resources are bundled, so this completes before it returns.
void engine.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
  interpolation: { escapeValue: false },
  initAsync: false,
  // otherwise an advertisement in the console
  showSupportNotice: false,
})

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

/** Switches the whole interface at once, no reload, and remembers it. */
export function setLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORAGE_KEY, locale)
  } catch {
    // private windows may refuse storage: the choice then lasts for this page
  }
  apply(locale)
}

/** Called once before the first render. */
export function startLocale(): void {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(STORAGE_KEY)
  } catch {
    // see setLocale
  }
  apply(chooseLocale({ query: new URLSearchParams(location.search).get('lang'), stored, preferred: navigator.languages }))
}

function apply(locale: Locale): void {
  document.documentElement.lang = locale
  void engine.changeLanguage(locale)
}
