import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { useEffect, useState, type ReactNode } from 'react'
import { JoinForm } from '../features/join/JoinForm.tsx'
import { rememberBoard } from '../features/recent/recent-boards.ts'
import { useText } from '../i18n/use-text.ts'
import { api, ApiFailure } from '../session/api-client.ts'
import { lastSeenBoard, noteSeenBoard } from '../session/last-seen-board.ts'
import { earlyOrNewBoard } from './early-board.ts'
import { enterBoard, refusalOf, type Entry, type RefusalReason } from './enter-board.ts'
import './join-page.css'
import { LoadingPage, MessagePage, type MessageKind } from './MessagePage.tsx'
import { PageFrame } from './PageFrame.tsx'

const MESSAGES: Record<RefusalReason, MessageKind> = {
  'not-allowed': 'notAllowed',
  'no-such-board': 'noSuchBoard',
  unreachable: 'unreachable',
  failed: 'failed',
}

const WORTH_ANOTHER_TRY: ReadonlySet<ApiFailure['code']> = new Set([
  'bad-request',
  'entry-closed',
  'too-many-requests',
  'store-unavailable',
  'offline',
])

interface EntryGateProps {
  id: string
  /** the key of the link that the person came by */
  linkKey: string | null
  children: (board: BoardResponse) => ReactNode
}

/** From a board's address to the board: by cookie, or by the key of a link and a name. */
export function EntryGate({ id, linkKey, children }: EntryGateProps) {
  const { t } = useText()
  const [entry, setEntry] = useState<Entry | { state: 'loading' }>({ state: 'loading' })

  useEffect(() => {
    let current = true
    const enter = async () => {
      const next = await enterBoard({ ...api, getBoard: earlyOrNewBoard }, id, linkKey, () => lastSeenBoard(id))
      if (current) setEntry(next)
    }
    void enter()
    return () => {
      current = false
    }
  }, [id, linkKey])

  useEffect(() => {
    if (entry.state !== 'open') return
    rememberBoard({ id, title: entry.board.title, openedAt: Date.now() })
    noteSeenBoard(entry.board)
  }, [entry, id])

  const join = async (key: string, name: string) => {
    try {
      await api.join(id, { key, name })
      setEntry({ state: 'open', board: await earlyOrNewBoard(id) })
    } catch (error) {
      // What the person typed may be wrong, the server busy or the door closed: the form says so, and they try again. A link that
      // is no good is another page.
      if (error instanceof ApiFailure && WORTH_ANOTHER_TRY.has(error.code)) throw error
      setEntry({ state: 'refused', reason: refusalOf(error) })
    }
  }

  switch (entry.state) {
    case 'loading':
      return <LoadingPage />
    case 'open':
      return children(entry.board)
    case 'refused':
      return <MessagePage kind={MESSAGES[entry.reason]} />
    case 'asking':
      return (
        <PageFrame title={t('join.pageTitle')}>
          <section className="join-card">
            <h1>{t('join.headline')}</h1>
            <JoinForm onJoin={({ name }) => join(entry.key, name)} />
          </section>
        </PageFrame>
      )
  }
}
