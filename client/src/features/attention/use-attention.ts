import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { Attention } from '@remedyboard/shared/workshop/state'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'

/** Asks everybody to look somewhere, and says when that did not work. */
export function useAttention(session: BoardSession): {
  failure: string | null
  send: (command: WorkshopCommand) => Promise<void>
  setAttention: (attention: Attention) => Promise<void>
} {
  const { t } = useText()
  const [failure, setFailure] = useState<ApiFailure['code'] | null>(null)
  const words = failure && t('attention.failed', { reason: t(`error.${failure}`) })
  const send = async (command: WorkshopCommand) => {
    setFailure(null)
    try {
      await session.send(command)
    } catch (error) {
      const code = error instanceof ApiFailure ? error.code : 'internal'
      setFailure(code)
      announce(t('attention.failed', { reason: t(`error.${code}`) }))
    }
  }
  return { failure: words, send, setAttention: (attention) => send({ type: 'set-attention', attention }) }
}
