import { useEffect } from 'react'
import { FollowBar } from '../follow/FollowBar.tsx'
import { LinkHint } from '../link/LinkHint.tsx'
import { CanvasSidePanel } from '../side-panel/CanvasSidePanel.tsx'
import { CanvasDialogs } from './CanvasDialogs.tsx'
import { LOAD_PARTS_AFTER_MS, loadParts } from './lazy-part.tsx'
import { NoticeBar } from './NoticeBar.tsx'

/** What lies over the canvas and belongs to no shape: who is followed, what goes on, panels, dialogs. */
export function CanvasOverlay() {
  useEffect(() => {
    const timer = setTimeout(() => void loadParts(), LOAD_PARTS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
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
