import { ChevronRight, FileQuestion, Hourglass } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import type { ParkedNow } from './use-parked.ts'
import { kindKey, waitingItem, type WaitingItem } from './waiting-item.ts'
import './waiting.css'

interface WaitingNoticeProps {
  session: BoardSession
  parked: ParkedNow
  /** ids of records that nobody can show */
  quarantined: ReadonlySet<string>
}

/**
 * For facilitators: what people made when their step was over, to be taken or left; and what arrived damaged, which is kept but not
 * shown. Nothing waits, nothing is said.
 */
export function WaitingNotice({ session, parked, quarantined }: WaitingNoticeProps) {
  const { t } = useText()
  const { roster = [] } = useReadable(session.view)
  const late = parked.records.map(waitingItem)
  const damaged = [...quarantined].flatMap((id) => {
    const record = session.index.visible.get(id)
    return record ? [waitingItem(record)] : []
  })
  if (late.length === 0 && damaged.length === 0) return null

  const row = ({ id, kind, text, author }: WaitingItem, actions: readonly { words: string; label: string; act: () => void }[]) => {
    const name = roster.find((person) => person.id === author)?.name
    return (
      <li key={id}>
        <p className="waiting-text">{text || t(kindKey(kind))}</p>
        <p className="waiting-about">{[text === '' ? '' : t(kindKey(kind)), name ?? ''].filter((part) => part !== '').join(' · ')}</p>
        <div className="waiting-actions">
          {actions.map(({ words, label, act }) => (
            <button key={words} type="button" className="btn" aria-label={label} onClick={act}>
              {words}
            </button>
          ))}
        </div>
      </li>
    )
  }
  const nameOf = ({ text, kind }: WaitingItem) => text || t(kindKey(kind))

  return (
    <section className="waiting" aria-label={t('panel.waiting.title')}>
      {late.length > 0 && (
        <details>
          <summary>
            <Hourglass aria-hidden /> <span>{t('panel.waiting.late', { count: late.length })}</span> <ChevronRight aria-hidden />
          </summary>
          <p className="waiting-hint">{t('panel.waiting.lateHint')}</p>
          <ul>
            {late.map((item) =>
              row(item, [
                {
                  words: t('panel.waiting.accept'),
                  label: t('panel.waiting.acceptLabel', { name: nameOf(item) }),
                  act: () => parked.accept([item.id]),
                },
                {
                  words: t('panel.waiting.discard'),
                  label: t('panel.waiting.discardLabel', { name: nameOf(item) }),
                  act: () => parked.discard([item.id]),
                },
              ]),
            )}
          </ul>
          {late.length > 1 && (
            <button type="button" className="btn" onClick={() => parked.accept(late.map(({ id }) => id))}>
              {t('panel.waiting.acceptAll')}
            </button>
          )}
        </details>
      )}
      {damaged.length > 0 && (
        <details>
          <summary>
            <FileQuestion aria-hidden /> <span>{t('panel.waiting.damaged', { count: damaged.length })}</span> <ChevronRight aria-hidden />
          </summary>
          <p className="waiting-hint">{t('panel.waiting.damagedHint')}</p>
          <ul>
            {damaged.map((item) =>
              row(item, [
                {
                  words: t('panel.waiting.remove'),
                  label: t('panel.waiting.removeLabel', { name: nameOf(item) }),
                  act: () => session.edit([{ op: 'delete', id: item.id }]),
                },
              ]),
            )}
          </ul>
        </details>
      )}
    </section>
  )
}
