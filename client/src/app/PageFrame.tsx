import { useEffect, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Logo } from '../ui/Logo.tsx'
import { LanguageButton } from './LanguageButton.tsx'
import { navigate } from './navigation.ts'
import './page-frame.css'
import { ThemeButton } from './ThemeButton.tsx'

interface PageFrameProps {
  /** for the browser's tab */
  title: string
  children: ReactNode
}

/** Header and width of every page but the board. */
export function PageFrame({ title, children }: PageFrameProps) {
  const { t } = useText()
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`
  }, [t, title])

  return (
    <div className="page">
      <header className="page-header">
        <a
          href="/"
          className="page-brand"
          aria-label={`${t('app.name')}: ${t('app.home')}`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            navigate('/')
          }}
        >
          <Logo size={30} /> {t('app.name')}
        </a>
        <div className="page-tools">
          <LanguageButton />
          <ThemeButton />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
