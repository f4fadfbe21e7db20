import { useSyncExternalStore } from 'react'

interface Announcement {
  /** grows, so that the same words twice are read twice */
  id: number
  message: string
}

let latest: Announcement = { id: 0, message: '' }
const listeners = new Set<() => void>()

/** Tells screen readers something that others can see happen. */
export function announce(message: string): void {
  latest = { id: latest.id + 1, message }
  for (const listener of listeners) listener()
}

export function useAnnouncement(): Announcement {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    () => latest,
  )
}
