import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { useEffect, useState, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { forgetDeviceCopy } from '../session/forget-device-copy.ts'
import { openBoard } from '../session/open-board.ts'
import { useReadable } from '../ui/use-readable.ts'
import { earlyDocument } from './early-board.ts'
import { LoadingPage, MessagePage, type MessageKind } from './MessagePage.tsx'
import { useLeaveWarning } from './use-leave-warning.ts'

interface SessionHostProps {
  board: BoardResponse
  /** `startOver` drops the document and loads it again */
  children: (session: BoardSession, startOver: () => void) => ReactNode
}

/** An open board: connects on arrival, disconnects on leaving, and says so when the server has ended it. */
export function SessionHost({ board, children }: SessionHostProps) {
  const [session, setSession] = useState<BoardSession | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const opened = openBoard(board, earlyDocument(board.id))
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

  return session ? <OpenSession session={session}>{children(session, startOver)}</OpenSession> : <LoadingPage />
}

function OpenSession({ session, children }: { session: BoardSession; children: ReactNode }) {
  const { t } = useText()
  const status = useReadable(session.status)
  useLeaveWarning(status)

  useEffect(() => {
    document.title = `${session.board.title} · ${t('app.name')}`
  }, [session, t])

  return status.state === 'closed' ? <MessagePage kind={messageFor(status.code)} /> : children
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
