import { useSyncExternalStore } from 'react'
import { keyIn, routeOf, type Route } from './route.ts'

/** Where the person is. `key` came in the fragment of the address and is already stripped from it. */
export interface Place {
  route: Route
  path: string
  key: string | null
}

const listeners = new Set<() => void>()
let place = readAddress(null)

/** Takes the key out of the address bar at once: it must not be seen on a projector or copied along with the address. */
function readAddress(last: Place | null): Place {
  const { pathname, search, hash } = location
  const key = keyIn(hash)
  if (key !== null) history.replaceState(history.state, '', pathname + search)
  const kept = key === null && last?.path === pathname ? last.key : key
  return { route: routeOf(pathname), path: pathname, key: kept }
}

function update(): void {
  const next = readAddress(place)
  if (next.path === place.path && next.key === place.key) return
  place = next
  for (const listener of listeners) listener()
}

/** Goes to another page of the app without loading it again. */
export function navigate(path: string): void {
  history.pushState(null, '', path)
  update()
  scrollTo(0, 0)
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  addEventListener('popstate', update)
  addEventListener('hashchange', update)
  return () => {
    listeners.delete(onChange)
    if (listeners.size > 0) return
    removeEventListener('popstate', update)
    removeEventListener('hashchange', update)
  }
}

/** Where the person is now, for what must be decided before anything is shown. */
export const currentPlace = (): Place => place

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => place)
}
