import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** Sends one command at a time and says in words when it was refused. */
export function useCommand(session: BoardSession): {
  busy: boolean
  failure: string | null
  /** resolves to whether the server took it */
  run: (command: WorkshopCommand) => Promise<boolean>
} {
  const { t } = useText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure['code'] | null>(null)

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

  return {
    busy,
    failure: failure && t('people.failed', { reason: failure === 'unprocessable' ? t('people.lastFacilitator') : t(`error.${failure}`) }),
    run,
  }
}
