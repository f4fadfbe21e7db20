import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { Attention } from '@remedyboard/shared/workshop/state'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useAction } from '../../ui/use-action.ts'

/** Asks everybody to look somewhere, and says when that did not work. */
export function useAttention(session: BoardSession): {
  failure: string | null
  send: (command: WorkshopCommand) => Promise<boolean>
  setAttention: (attention: Attention) => Promise<boolean>
} {
  const { t } = useText()
  const words = (code: ReturnType<typeof failureCode>) => t('attention.failed', { reason: t(`error.${code}`) })
  const { failure, run } = useAction(failureCode, (code) => announce(words(code)))
  const send = (command: WorkshopCommand) => run(() => session.send(command))
  return { failure: failure && words(failure), send, setAttention: (attention) => send({ type: 'set-attention', attention }) }
}
