import type { Locale } from '@remedyboard/shared/protocol/locale'
import { useSyncExternalStore } from 'react'
import { currentLocale, subscribeLocale, text } from './i18n.ts'

/** `const { t, locale } = useText()`: texts that follow a switch of language. */
export function useText(): { t: typeof text; locale: Locale } {
  const locale = useSyncExternalStore(subscribeLocale, currentLocale)
  return { t: text, locale }
}
