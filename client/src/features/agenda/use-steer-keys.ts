import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useAltKeys } from '../../ui/use-alt-keys.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useSteering } from './use-steering.ts'

/** A facilitator's keys: Alt+N next, Alt+U back, Alt+P pause or go on, Alt+M a minute more. What destroys something has no key. */
export function useSteerKeys(session: BoardSession): void {
  const { t } = useText()
  const { me } = useReadable(session.view)
  const { steer } = useSteering(session, (code) => announce(t('agenda.failed', { reason: t(`error.${code}`) })))
  useAltKeys(
    {
      N: () => steer('next'),
      U: () => steer('back'),
      P: () => steer('pause'),
      M: () => steer('minute'),
    },
    me.role === 'facilitator',
  )
}
