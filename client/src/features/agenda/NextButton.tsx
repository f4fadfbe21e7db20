import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { ArrowRight, Check, Play } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { CarefulButton } from '../../ui/CarefulButton.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import './agenda.css'
import type { Steer } from './use-steering.ts'

/** Starts, goes on, or (after a question) ends the workshop, and says what comes, so that nobody has to look for it. */
export function NextButton({ session, steering: { may, steer } }: { session: BoardSession; steering: Steer }) {
  const { t, locale } = useText()
  const { agenda, phaseId, phaseRun } = useReadable(session.view)
  const { phase, next } = agendaPosition(agenda, phaseId)
  const what = phase && !next ? 'finish' : 'next'
  const isOver = !phase && phaseRun > 0
  const start = isOver ? t('console.beginAgain') : t('agenda.start')
  return (
    <CarefulButton
      className={isOver ? 'btn phase-next' : 'btn btn-primary phase-next'}
      title={what === 'next' ? `${phase ? t('agenda.next') : start} (Alt+N)` : undefined}
      shortcut={what === 'next' ? 'Alt+N' : undefined}
      ask={what === 'finish' ? { question: t('console.finishAsk'), yes: t('agenda.finish'), no: t('console.finishNot') } : null}
      enabled={may(what)}
      onPress={() => steer(what)}
    >
      <span className="phase-next-word">
        {!phase && <Play aria-hidden />}
        {what === 'finish' ? t('agenda.finish') : phase ? t('agenda.next') : start}
        {phase && (next ? <ArrowRight aria-hidden /> : <Check aria-hidden />)}
      </span>
      {next && (
        <span className="phase-next-name">
          {inLocale(next.name, locale)}
          {next.minutes > 0 && <span className="tabular"> · {t('agenda.minutes', { count: next.minutes })}</span>}
        </span>
      )}
    </CarefulButton>
  )
}
