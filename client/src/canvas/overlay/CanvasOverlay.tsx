import { FollowBar } from '../follow/FollowBar.tsx'
import { LinkHint } from '../link/LinkHint.tsx'
import { CanvasDialogs } from './CanvasDialogs.tsx'
import { NoticeBar } from './NoticeBar.tsx'

/** What lies over the canvas and belongs to no shape: who is followed, what goes on, dialogs. */
export function CanvasOverlay() {
  return (
    <>
      <FollowBar />
      <LinkHint />
      <NoticeBar />
      <CanvasDialogs />
    </>
  )
}
