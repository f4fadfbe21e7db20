import type { BoardSession } from '../../session/board-session.ts'

/** The name of whoever made something; null when they are away and this person is not told who ever joined. */
export function authorName(session: BoardSession, author: string): string | null {
  const { me, roster } = session.view.get()
  if (me.id === author) return me.name
  const here = session.people.get().find(({ id }) => id === author)
  return here?.name ?? roster?.find(({ id }) => id === author)?.name ?? null
}
