import { useEffect, useRef, type RefObject } from 'react'
import { Eye, X } from 'lucide-react'
import { useEditor, usePassThroughWheelEvents, useValue } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { announce } from '../../ui/announce.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { useReadable } from '../use-readable.ts'
import './follow.css'

/** Says whose view this is while one follows somebody, and ends it. So does moving the board oneself. */
export function FollowBar() {
  const editor = useEditor()
  const { t } = useText()
  const session = useCanvasSession()
  const people = useReadable(session.people)
  const { attention } = useReadable(session.view)
  const bar = useRef<HTMLDivElement>(null) as RefObject<HTMLDivElement> // tldraw's types are React 18's
  usePassThroughWheelEvents(bar)
  const followed = useValue('followed', () => editor.getInstanceState().followingUserId, [editor])
  const last = useRef('')
  const person = people.find(({ id }) => id === followed)
  // In the seconds of a broken connection the name of before stays.
  if (person) last.current = person.name
  const name = last.current

  useEffect(() => {
    if (followed !== null) announce(t('canvas.follow.now', { name }))
    // said once, when it begins
    // oxlint-disable-next-line react/exhaustive-deps
  }, [followed])

  // The one who calls everybody has a bar of their own around the canvas, which also says how to stay.
  if (followed === null || (attention.mode === 'person' && attention.id === followed)) return null
  return (
    <div className="rb-follow" ref={bar} style={{ borderColor: person?.color }}>
      <Eye size={17} aria-hidden />
      <span>{t('canvas.follow.now', { name })}</span>
      <button type="button" className="rb-follow-stop" onClick={() => editor.stopFollowingUser()}>
        <X size={15} aria-hidden /> {t('canvas.follow.stop')}
      </button>
    </div>
  )
}
