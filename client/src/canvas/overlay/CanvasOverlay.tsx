import { FollowBar } from '../follow/FollowBar.tsx'
import { LinkHint } from '../link/LinkHint.tsx'
import { CanvasSidePanel } from '../side-panel/CanvasSidePanel.tsx'
import { CanvasDialogs } from './CanvasDialogs.tsx'
import { NoticeBar } from './NoticeBar.tsx'

/** What lies over the canvas and belongs to no shape: who is followed, what goes on, panels, dialogs. */
export function CanvasOverlay() {
  return (
    <>
      <FollowBar />
      <LinkHint />
      <CanvasSidePanel />
      <NoticeBar />
      <CanvasDialogs />
    </>
  )
}
