import { EyeOff, Lock, SunDim, Users } from 'lucide-react'
import { useId } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { NamedArea } from '../../session/board-areas.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './attention.css'
import { useAttention } from './use-attention.ts'

/** Where everybody looks, and what they cannot touch or see yet: all of it in view, and off with one click. */
export function RoomControls({ session, areas }: { session: BoardSession; areas: readonly NamedArea[] }) {
  const { t } = useText()
  const id = useId()
  const { attention, boardLocked, hiddenAreas, me } = useReadable(session.view)
  const { failure, send, setAttention } = useAttention(session)
  const isMine = attention.mode === 'person' && attention.id === me.id
  const lit = attention.mode === 'area' ? attention.area : ''

  return (
    <section className="panel-section room-controls" aria-label={t('attention.title')}>
      <div className="panel-heading">
        <h3>{t('attention.title')}</h3>
      </div>
      <button
        type="button"
        className={isMine ? 'btn btn-primary' : 'btn'}
        aria-pressed={isMine}
        aria-keyshortcuts="Alt+A"
        title="Alt+A"
        onClick={() => void setAttention(isMine ? { mode: 'free' } : { mode: 'person', id: me.id })}
      >
        <Users aria-hidden /> {isMine ? t('attention.letGo') : t('attention.callAll')}
      </button>
      {areas.length > 0 && (
        <div className="room-row">
          <SunDim aria-hidden />
          <label htmlFor={id}>{t('attention.spotlight')}</label>
          <select
            id={id}
            className="input"
            value={lit}
            onChange={({ target: { value } }) => void setAttention(value === '' ? { mode: 'free' } : { mode: 'area', area: value })}
          >
            <option value="">{t('attention.noSpotlight')}</option>
            {areas.map(({ area, name }) => (
              <option key={area} value={area}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="room-row">
        <Lock aria-hidden />
        <label className="switch" title={`${t('attention.lockHint')} (Alt+K)`}>
          <span>{t('attention.lock')}</span>
          <input
            type="checkbox"
            checked={boardLocked}
            aria-keyshortcuts="Alt+K"
            onChange={({ target: { checked } }) => void send({ type: 'lock-board', locked: checked })}
          />
        </label>
      </div>
      {areas.length > 0 && (
        <details className="room-areas">
          <summary>
            <EyeOff aria-hidden />
            {hiddenAreas.length > 0 ? t('attention.hidden', { count: hiddenAreas.length }) : t('attention.hideAreas')}
          </summary>
          <p className="field-hint">{t('attention.hideAreasHint')}</p>
          <ul>
            {areas.map(({ area, name }) => (
              <li key={area}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={hiddenAreas.includes(area)}
                    onChange={({ target: { checked } }) =>
                      void send({
                        type: 'hide-areas',
                        areas: checked ? [...hiddenAreas, area] : hiddenAreas.filter((each) => each !== area),
                      })
                    }
                  />
                  {name}
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
      {hiddenAreas.length > 0 && (
        <button type="button" className="btn" onClick={() => void send({ type: 'hide-areas', areas: [] })}>
          {t('attention.showAll')}
        </button>
      )}
      {failure && (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
    </section>
  )
}
