import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** Sends what a facilitator decides about a round, and says in words when it was refused. */
export function useRoundCommand(session: BoardSession) {
  const { t } = useText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure['code'] | null>(null)

  /** Resolves to whether the server took it. */
  const run = async (command: WorkshopCommand): Promise<boolean> => {
    setBusy(true)
    setFailure(null)
    try {
      await session.send(command)
      return true
    } catch (error) {
      setFailure(error instanceof ApiFailure ? error.code : 'internal')
      return false
    } finally {
      setBusy(false)
    }
  }

  return { busy, failure: failure && t('voting.failed', { reason: t(`error.${failure}`) }), run }
}
