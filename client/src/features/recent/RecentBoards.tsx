import type { Locale } from '@remedyboard/shared/protocol/locale'
import { LayoutDashboard, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { forgetDeviceCopy } from '../../session/forget-device-copy.ts'
import { forgetSeenBoard } from '../../session/last-seen-board.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import { forgetPicture, picturesOf } from './board-pictures.ts'
import { forgetBoard, recentBoards, type RecentBoard } from './recent-boards.ts'
import './recent.css'

interface RecentBoardsProps {
  onOpen: (id: string) => void
}

/** Boards this browser has opened, newest first, with a small picture of each. */
export function RecentBoards({ onOpen }: RecentBoardsProps) {
  const { t } = useText()
  const [boards, setBoards] = useState(recentBoards)
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map())
  const [forgetting, setForgetting] = useState<string | null>(null)

  useEffect(() => {
    let current = true
    void picturesOf(recentBoards().map(({ id }) => id)).then((found) => current && setPictures(found))
    return () => {
      current = false
    }
  }, [])

  const forget = (id: string) => {
    forgetBoard(id)
    forgetSeenBoard(id)
    void forgetPicture(id)
    forgetDeviceCopy(id)
    setForgetting(null)
    setBoards(recentBoards())
  }

  if (boards.length === 0) return <p className="field-hint">{t('home.recentEmpty')}</p>
  return (
    <>
      <p className="field-hint">{t('home.recentHint')}</p>
      <ul className="recent-list">
        {boards.map((board) =>
          forgetting === board.id ? (
            <li key={board.id} className="recent-forget">
              <p>{t('home.forgetTitle', { title: board.title })}</p>
              <p className="field-hint">{t('home.forgetHint')}</p>
              <div className="recent-forget-buttons">
                <button ref={focusOnArrival} type="button" className="btn btn-danger" onClick={() => forget(board.id)}>
                  {t('home.forgetConfirm')}
                </button>
                <button type="button" className="btn" onClick={() => setForgetting(null)}>
                  {t('home.forgetCancel')}
                </button>
              </div>
            </li>
          ) : (
            <li key={board.id}>
              <BoardLink board={board} picture={pictures.get(board.id)} onOpen={onOpen} />
              <button
                type="button"
                className="btn btn-quiet btn-icon"
                aria-label={t('home.forget', { title: board.title })}
                title={t('home.forget', { title: board.title })}
                onClick={() => setForgetting(board.id)}
              >
                <Trash2 aria-hidden />
              </button>
            </li>
          ),
        )}
      </ul>
    </>
  )
}

interface BoardLinkProps {
  board: RecentBoard
  picture: string | undefined
  onOpen: (id: string) => void
}

function BoardLink({ board: { id, title, openedAt }, picture, onOpen }: BoardLinkProps) {
  const { t, locale } = useText()
  return (
    <a
      href={`/b/${encodeURIComponent(id)}`}
      className="recent-link"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onOpen(id)
      }}
    >
      <span className="recent-picture">{picture === undefined ? <LayoutDashboard aria-hidden /> : <img src={picture} alt="" />}</span>
      <span className="recent-words">
        <span className="recent-title">{title}</span>
        <span className="recent-when">{t('home.opened', { when: when(openedAt, locale) })}</span>
      </span>
    </a>
  )
}

function when(openedAt: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    openedAt,
  )
}
