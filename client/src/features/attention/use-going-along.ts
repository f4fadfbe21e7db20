import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { CanvasApi } from '../../canvas/canvas-api.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useSelected } from '../../ui/use-selected.ts'
import { cameraTarget, type CameraTarget } from './camera-target.ts'
import { staying } from './staying.ts'

/** Before there is a canvas. */
const NOBODY = { get: () => null, subscribe: () => () => undefined }

interface GoingAlong {
  target: CameraTarget | null
  /** this device does not move by itself until its person says so */
  stays: boolean
  /** the person's own page shows what the one who calls sees */
  isFollowing: boolean
  stay: () => void
  goAlong: () => void
}

/**
 * Moves this canvas where the workshop looks: to the area of each new phase, along with somebody who calls, to an area in the light.
 * Late joiners land there too. Facilitators have their hands full with the board: theirs moves when they click.
 */
export function useGoingAlong(session: BoardSession, canvas: CanvasApi | null): GoingAlong {
  const view = useReadable(session.view)
  const target = cameraTarget(view)
  const leads = view.me.role === 'facilitator'
  const store = useMemo(() => staying(session.board.id), [session])
  const stays = useReadable(store)
  const calls = target?.kind === 'person' ? target.id : null
  const isOnCanvas = useSelected(session.people, (people) =>
    people.some(({ id, presence }) => id === calls && presence.viewport !== undefined),
  )
  const following = useSelected(canvas?.following ?? NOBODY, (id) => id)
  const isFollowing = calls !== null && following === calls
  const run = target?.run ?? null
  /** what this canvas has moved for last, and the last phase that it has moved for */
  const done = useRef<string | null>(null)
  const donePhase = useRef<string | null>(null)
  const led = useRef<string | null>(null)

  const move = useCallback(
    (to: CameraTarget) => {
      if (!canvas) return
      if (to.kind === 'person') {
        canvas.followPerson(to.id)
        led.current = to.id
      } else canvas.zoomToArea(to.area, to.kind === 'phase' ? to.notesIn : [])
    },
    [canvas],
  )

  useEffect(() => {
    if (!canvas || done.current === run) return
    const last = led.current
    if (last !== null && last !== calls) {
      led.current = null
      if (canvas.following.get() === last) canvas.stopFollowing()
    }
    // Somebody whose page is only just opening has no view to follow yet.
    if (target?.kind === 'person' && !isOnCanvas) return
    done.current = run
    // When somebody lets everyone go, people stay with what they have been shown: the phase is the same as before.
    const isOldPhase = target?.kind === 'phase' && donePhase.current === run
    if (target?.kind === 'phase') donePhase.current = run
    if (target && !leads && !stays && !isOldPhase) move(target)
    // moved once for each run, whatever else of the view changes
    // oxlint-disable-next-line react/exhaustive-deps
  }, [canvas, run, isOnCanvas])

  return {
    target,
    stays,
    isFollowing,
    stay() {
      store.set(true)
      if (isFollowing) canvas?.stopFollowing()
    },
    goAlong() {
      store.set(false)
      if (target) move(target)
    },
  }
}
