import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { lazy, Suspense } from 'react'
import { BoardLayout } from './BoardLayout.tsx'
import { LoadingPage } from './MessagePage.tsx'
import { viewIn } from './route.ts'
import { SessionHost } from './SessionHost.tsx'

const ProjectorPage = lazy(async () => ({ default: (await import('./ProjectorPage.tsx')).ProjectorPage }))

/** An open board, as canvas with its panels, or for the wall of the room. */
export function BoardPage({ board }: { board: BoardResponse }) {
  return (
    <SessionHost board={board}>
      {(session, startOver) =>
        viewIn(location.search) === 'projector' ? (
          <Suspense fallback={<LoadingPage />}>
            <ProjectorPage session={session} />
          </Suspense>
        ) : (
          <BoardLayout session={session} onStartOver={startOver} />
        )
      }
    </SessionHost>
  )
}
