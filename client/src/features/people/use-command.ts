import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** Sends one command at a time and says in words when it was refused. */
export function useCommand(session: BoardSession): {
  busy: boolean
  failure: string | null
  run: (command: WorkshopCommand) => void
} {
  const { t } = useText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure['code'] | null>(null)

  const send = async (command: WorkshopCommand) => {
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

  return {
    busy,
    failure: failure && t('people.failed', { reason: failure === 'unprocessable' ? t('people.lastFacilitator') : t(`error.${failure}`) }),
    run: (command) => void send(command),
  }
}
