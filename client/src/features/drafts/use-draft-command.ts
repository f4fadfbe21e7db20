import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** Sends what is decided about hidden notes, and says in words when it was refused. */
export function useDraftCommand(session: BoardSession) {
  const { t } = useText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure['code'] | null>(null)

  const run = async (command: WorkshopCommand): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      await session.send(command)
    } catch (error) {
      setFailure(error instanceof ApiFailure ? error.code : 'internal')
    } finally {
      setBusy(false)
    }
  }

  return { busy, failure: failure && t('drafts.failed', { reason: t(`error.${failure}`) }), run }
}
