import { Moon, Sun } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { setTheme, useTheme } from '../ui/theme.ts'

/** Light or dark. */
export function ThemeButton() {
  const { t } = useText()
  const theme = useTheme()
  const label = theme === 'dark' ? t('app.themeToLight') : t('app.themeToDark')
  return (
    <button
      type="button"
      className="btn btn-quiet btn-icon"
      aria-label={label}
      title={label}
      onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
    >
      {theme === 'dark' ? <Sun aria-hidden /> : <Moon aria-hidden />}
    </button>
  )
}
