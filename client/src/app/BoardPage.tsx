import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { forgetDeviceCopy } from '../session/forget-device-copy.ts'
import { openBoard } from '../session/open-board.ts'
import { useReadable } from '../ui/use-readable.ts'
import { BoardLayout } from './BoardLayout.tsx'
import { LoadingPage, MessagePage, type MessageKind } from './MessagePage.tsx'
import { isProjected } from './route.ts'
import { useLeaveWarning } from './use-leave-warning.ts'

const ProjectorPage = lazy(async () => ({ default: (await import('./ProjectorPage.tsx')).ProjectorPage }))

/** An open board: connects on arrival, disconnects on leaving. */
export function BoardPage({ board }: { board: BoardResponse }) {
  const [session, setSession] = useState<BoardSession | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const opened = openBoard(board)
    setSession(opened)
    return () => {
      setSession(null)
      opened.close()
    }
  }, [board, attempt])

  // The server never applied what a viewer wrote: only a fresh document shows what the others see.
  const startOver = () => {
    forgetDeviceCopy(board.id)
    setAttempt(attempt + 1)
  }

  return session ? <OpenBoard session={session} onStartOver={startOver} /> : <LoadingPage />
}

function OpenBoard({ session, onStartOver }: { session: BoardSession; onStartOver: () => void }) {
  const { t } = useText()
  const status = useReadable(session.status)
  useLeaveWarning(status)

  useEffect(() => {
    document.title = `${session.board.title} · ${t('app.name')}`
  }, [session, t])

  return status.state === 'closed' ? (
    <MessagePage kind={messageFor(status.code)} />
  ) : isProjected(location.search) ? (
    <Suspense fallback={<LoadingPage />}>
      <ProjectorPage session={session} />
    </Suspense>
  ) : (
    <BoardLayout session={session} onStartOver={onStartOver} />
  )
}

function messageFor(code: number): MessageKind {
  switch (code) {
    case CloseCode.notAllowed:
      return 'notAllowed'
    case CloseCode.removed:
      return 'removed'
    case CloseCode.noSuchBoard:
      return 'noSuchBoard'
    case CloseCode.reload:
      return 'reload'
    default:
      return 'closed'
  }
}
