import type { AnswerMarks } from '@remedyboard/shared/mapping/answer-marks'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import { useEffect, useMemo, useState } from 'react'
import { defaultBindingUtils } from 'tldraw'
import 'tldraw/tldraw.css'
import { boardRemarks } from '../session/board-remarks.ts'
import type { BoardSession } from '../session/board-session.ts'
import type { Readable } from '../session/readable.ts'
import { boardAssetStore } from './assets/board-asset-store.ts'
import { createBoundStore, type BoundStore } from './binding/create-bound-store.ts'
import { BoardEditor } from './BoardEditor.tsx'
import { allShapeUtils } from './board-shapes.ts'
import type { CanvasApi } from './canvas-api.ts'
import './look/canvas.css'
import './rights/rights.css'
import './toolbar/toolbar.css'
import { NO_MARKS, MarksNow } from './card/marks-now.ts'
import type { Theme } from './look/pigments.ts'
import { RemarksContext } from './remarks/remarks-now.ts'
import { RightsNow } from './rights/rights-now.ts'
import { useReadable } from './use-readable.ts'

export interface BoardCanvasProps {
  session: BoardSession
  /** language of the interface; the cards' texts are in the board's own */
  locale: Locale
  theme: Theme
  canEdit: boolean
  /** shown on the wall: nothing to work with, and only what participants may see */
  onWall?: boolean
  /** the operator's tldraw licence key, if there is one */
  licenseKey?: string
  /** what cards say about answers; dilemmas without one are pointed out */
  marks?: Readable<AnswerMarks>
  /** shows the talk about a card; must stay the same function */
  onOpenRemarks: (cardId: string) => void
  onReady?: (api: CanvasApi) => void
}

/** The board on tldraw's canvas. A new store and editor for each session. */
export default function BoardCanvas({ session, marks = NO_MARKS, onOpenRemarks, ...rest }: BoardCanvasProps) {
  const bound = useBoundStore(session)
  const talk = useMemo(() => ({ remarks: boardRemarks(session), open: onOpenRemarks }), [session, onOpenRemarks])
  return (
    <MarksNow value={marks}>
      <RightsNow value={session.rights}>
        <RemarksContext value={talk}>
          <div className="rb-canvas" data-theme={rest.theme}>
            {bound ? <BoardEditor key={bound.store.id} session={session} bound={bound} {...rest} /> : <div className="rb-paper" />}
          </div>
        </RemarksContext>
      </RightsNow>
    </MarksNow>
  )
}

/** Null until the document has arrived. */
function useBoundStore(session: BoardSession): BoundStore | null {
  const isReady = useReadable(session.ready)
  const [bound, setBound] = useState<BoundStore | null>(null)
  useEffect(() => {
    if (!isReady) return
    const created = createBoundStore(session, {
      shapeUtils: allShapeUtils,
      bindingUtils: defaultBindingUtils,
      assets: boardAssetStore(session),
    })
    setBound(created)
    return () => {
      setBound(null)
      created.dispose()
    }
  }, [session, isReady])
  return bound
}
