import { ChartNoAxesColumn, LayoutList } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { boardMapping } from '../session/board-mapping.ts'
import { useReadable } from '../ui/use-readable.ts'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'

/** The workshop has ended: what came of it, and what stays. */
export function OverTask({ session }: TaskProps) {
  const { t } = useText()
  const { results } = useReadable(session.view)
  const { cards } = useReadable(boardMapping(session).graph)
  const actions = [...cards.values()].filter(({ kind, text }) => kind === 'action' && text.trim() !== '').length
  return (
    <TaskFrame label={t('phone.task.over')}>
      <ul className="phone-kept">
        <li>
          <LayoutList aria-hidden /> {t('phone.shell.overCards', { count: cards.size })}
        </li>
        {actions > 0 && (
          <li>
            <LayoutList aria-hidden /> {t('phone.shell.overActions', { count: actions })}
          </li>
        )}
        {results.length > 0 && (
          <li>
            <ChartNoAxesColumn aria-hidden /> {t('phone.shell.overVotes', { count: results.length })}
          </li>
        )}
      </ul>
      <p className="phone-quiet">{t('phone.shell.overStays')}</p>
    </TaskFrame>
  )
}
