import { useEffect, useState } from 'react'
import { api } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** The short code as it is now; empty for those who may not invite. Fetched again when it was replaced, or when the role changed. */
export function useJoinCode({ board, view }: BoardSession): string {
  const { me, linksVersion } = useReadable(view)
  const [known, setKnown] = useState({ code: board.joinCode, linksVersion: board.session.linksVersion, role: board.session.me.role })
  const isCurrent = known.linksVersion === linksVersion && known.role === me.role

  useEffect(() => {
    if (isCurrent) return
    let wanted = true
    api.getBoard(board.id).then(
      ({ joinCode }) => wanted && setKnown({ code: joinCode, linksVersion, role: me.role }),
      // Without an answer the old code stays on the screen: the server refuses it with clear words.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [board.id, isCurrent, linksVersion, me.role])

  return me.role === 'viewer' ? '' : known.code
}
