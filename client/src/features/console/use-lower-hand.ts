import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useAltKeys } from '../../ui/use-alt-keys.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** Lowers raised hands, and says when that did not work. */
export function useLowerHand(session: BoardSession): (id: string) => void {
  const { t } = useText()
  return (id) => {
    session.send({ type: 'lower-hand', id }).catch((error: unknown) => {
      announce(t('people.failed', { reason: t(`error.${failureCode(error)}`) }))
    })
  }
}

/** A facilitator's key: Alt+J lowers the hand that was raised first. */
export function useHandKey(session: BoardSession): void {
  const { hands, me } = useReadable(session.view)
  const lower = useLowerHand(session)
  useAltKeys({ J: () => hands[0] && lower(hands[0].id) }, me.role === 'facilitator')
}
