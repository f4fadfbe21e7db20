import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'

/** Sends the facilitator's commands one at a time and says when one was refused. */
export function useSteering(session: BoardSession): {
  busy: boolean
  failure: string | null
  steer: (command: WorkshopCommand) => void
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
    failure: failure && t('agenda.failed', { reason: t(`error.${failure}`) }),
    steer: (command) => void send(command),
  }
}
