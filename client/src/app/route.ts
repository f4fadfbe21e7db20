/** The pages there are. */
export type Route =
  | { page: 'home' }
  | { page: 'board'; id: string }
  | { page: 'phone'; id: string }
  /** `code` is empty when the address has none */
  | { page: 'join'; code: string }
  | { page: 'not-found' }

/** Board ids are short and URL-safe; anything else in their place is no board of ours. */
const BOARD_ID = /^[\w-]{1,64}$/

/** `/b/abc` → the board abc. A trailing slash does not matter. */
export function routeOf(pathname: string): Route {
  const [, first = '', second, ...rest] = pathname.replace(/\/+$/, '').split('/')
  if (rest.length > 0) return { page: 'not-found' }
  if (first === '' && second === undefined) return { page: 'home' }
  if (first === 'b' && second !== undefined && BOARD_ID.test(second)) return { page: 'board', id: second }
  if (first === 'p' && second !== undefined && BOARD_ID.test(second)) return { page: 'phone', id: second }
  if (first === 'j') return { page: 'join', code: decode(second ?? '') }
  return { page: 'not-found' }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

export const boardPath = (id: string): string => `/b/${encodeURIComponent(id)}`

export const phonePath = (id: string): string => `/p/${encodeURIComponent(id)}`

export const joinPath = (code: string): string => `/j/${encodeURIComponent(code)}`

/**
 * How an address asks to be shown: on the wall of the room, or, against what screen and role would choose, as the board or as the page
 * for phones. Null: it does not say.
 */
export function viewIn(search: string): 'projector' | 'board' | 'phone' | null {
  const view = new URLSearchParams(search).get('view')
  return view === 'projector' || view === 'board' || view === 'phone' ? view : null
}

/** The board, also on a phone and for whoever leads: asked for by a person, so nothing else is chosen for them. */
export const chosenBoardPath = (id: string): string => `${boardPath(id)}?view=board`

/** The page for phones, also for whoever leads. */
export const chosenPhonePath = (id: string): string => `${phonePath(id)}?view=phone`

export const projectorPath = (id: string): string => `${boardPath(id)}?view=projector`

/** The key in a fragment such as `#k=…`; null without one. */
export function keyIn(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('k')
}
