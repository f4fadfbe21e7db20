import { ArrowRight } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import './agenda.css'
import { scriptOf, type ScriptLine } from './script-of.ts'

/** For facilitators: what to say in the running step, and what comes next. */
export function PhaseScript({ session }: { session: BoardSession }) {
  const { t, locale } = useText()
  const { agenda, phaseId } = useReadable(session.view)
  const { index, phase, next } = agendaPosition(agenda, phaseId)
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
  if (agenda.length === 0) return null
  return (
    <div className="phase-script">
      {phase && (
        <details open>
          <summary>{t('console.toSay')}</summary>
          <ul>
            {scriptOf(phase).map((said) => (
              <li key={said.key}>{line(said)}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="phase-following">
        <ArrowRight aria-hidden />
        {next ? (
          <span>
            <span className="phase-following-word">{index < 0 ? t('console.first') : t('console.following')}</span>{' '}
            {inLocale(next.name, locale)}
            {next.minutes > 0 && <span className="tabular"> · {t('agenda.minutes', { count: next.minutes })}</span>}
          </span>
        ) : (
          <span>{t('console.lastStep')}</span>
        )}
      </p>
    </div>
  )
}
