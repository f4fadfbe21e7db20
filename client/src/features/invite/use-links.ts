import type { LinksResponse } from '@remedyboard/shared/protocol/api'
import { useEffect, useState } from 'react'
import { api, failureCode, type ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

interface Links {
  /** null until they are loaded, and for those who are not facilitators */
  links: LinksResponse | null
  failure: ApiFailure['code'] | null
  /** what a replacement answered: newer than anything fetched */
  setLinks: (links: LinksResponse) => void
}

/** The three links, for facilitators; again whenever one of them was replaced by anybody. */
export function useLinks({ board, view }: BoardSession): Links {
  const { me, linksVersion } = useReadable(view)
  const [links, setLinks] = useState<LinksResponse | null>(null)
  const [failure, setFailure] = useState<ApiFailure['code'] | null>(null)
  const mayKnow = me.role === 'facilitator'

  useEffect(() => {
    if (!mayKnow) return
    let wanted = true
    api.links(board.id).then(
      (answer) => {
        if (!wanted) return
        setLinks(answer)
        setFailure(null)
      },
      (error: unknown) => {
        if (wanted) setFailure(failureCode(error))
      },
    )
    return () => {
      wanted = false
    }
  }, [board.id, mayKnow, linksVersion])

  return { links: mayKnow ? links : null, failure: mayKnow ? failure : null, setLinks }
}
