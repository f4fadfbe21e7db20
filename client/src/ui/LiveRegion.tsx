import { useAnnouncement } from './announce.ts'

/** Where `announce` speaks from. Once on every page. */
export function LiveRegion() {
  const { id, message } = useAnnouncement()
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      <span key={id}>{message}</span>
    </div>
  )
}
