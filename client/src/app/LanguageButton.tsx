import type { Locale } from '@remedyboard/shared/protocol/locale'
import { Languages } from 'lucide-react'
import { prepareLocale, setLocale } from '../i18n/i18n.ts'
import { useText } from '../i18n/use-text.ts'

const OTHER: Record<Locale, { locale: Locale; name: string }> = {
  en: { locale: 'zh-CN', name: '中文' },
  'zh-CN': { locale: 'en', name: 'EN' },
}

/** Switches the interface to the other language at once. */
export function LanguageButton() {
  const { t, locale } = useText()
  const other = OTHER[locale]
  return (
    <button
      type="button"
      className="btn btn-quiet language-button"
      aria-label={t('app.switchLanguage')}
      title={t('app.switchLanguage')}
      onPointerEnter={() => prepareLocale(other.locale)}
      onFocus={() => prepareLocale(other.locale)}
      onClick={() => void setLocale(other.locale)}
    >
      <Languages aria-hidden />
      <span lang={other.locale}>{other.name}</span>
    </button>
  )
}
