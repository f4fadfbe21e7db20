/** The pages there are. */
export type Route =
  | { page: 'home' }
  | { page: 'board'; id: string }
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

export const joinPath = (code: string): string => `/j/${encodeURIComponent(code)}`

/** Whether the board is opened for the wall of the room. */
export const isProjected = (search: string): boolean => new URLSearchParams(search).get('view') === 'projector'

export const projectorPath = (id: string): string => `${boardPath(id)}?view=projector`

/** The key in a fragment such as `#k=…`; null without one. */
export function keyIn(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('k')
}
