import { agendaPosition } from '@remedyboard/shared/workshop/agenda-position'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './agenda.css'
import { scriptOf, type ScriptLine } from './script-of.ts'

/** For facilitators: what to say in the running step. */
export function PhaseScript({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { agenda, phaseId } = useReadable(session.view)
  const { phase } = agendaPosition(agenda, phaseId)
  const line = (said: ScriptLine): string => {
    switch (said.key) {
      case 'readFor':
        return t('console.script.readFor', { minutes: said.minutes })
      case 'limit':
        return t('console.script.limit', { count: said.count })
      case 'vote':
        return t('console.script.vote', { votes: said.votes, cap: said.cap })
      default:
        return t(`console.script.${said.key}`)
    }
  }
  if (!phase) return null
  return (
    <details className="phase-script" open>
      <summary>{t('console.toSay')}</summary>
      <ul>
        {scriptOf(phase).map((said) => (
          <li key={said.key}>{line(said)}</li>
        ))}
      </ul>
    </details>
  )
}
