import type { Locale } from '@remedyboard/shared/protocol/locale'
import { ChevronRight, X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { forgetBoard, recentBoards } from './recent-boards.ts'
import './recent.css'

interface RecentBoardsProps {
  onOpen: (id: string) => void
}

/** Boards this browser has opened, newest first. */
export function RecentBoards({ onOpen }: RecentBoardsProps) {
  const { t, locale } = useText()
  const [boards, setBoards] = useState(recentBoards)

  if (boards.length === 0) return <p className="field-hint">{t('home.recentEmpty')}</p>
  return (
    <>
      <p className="field-hint">{t('home.recentHint')}</p>
      <ul className="recent-list">
        {boards.map(({ id, title, openedAt }) => (
          <li key={id}>
            <a
              href={`/b/${encodeURIComponent(id)}`}
              className="recent-link"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                onOpen(id)
              }}
            >
              <span className="recent-title">{title}</span>
              <span className="recent-when">{t('home.opened', { when: when(openedAt, locale) })}</span>
              <ChevronRight aria-hidden />
            </a>
            <button
              type="button"
              className="btn btn-quiet btn-icon"
              aria-label={t('home.forget', { title })}
              title={t('home.forget', { title })}
              onClick={() => {
                forgetBoard(id)
                setBoards(recentBoards())
              }}
            >
              <X aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function when(openedAt: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(openedAt)
}
