import { useId } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import type { ProxyBallot } from './proxy-ballots.ts'

interface HandedInListProps {
  ballots: readonly ProxyBallot[]
  /** the one that is in the form */
  current: string
  busy: boolean
  onChange: (ballot: ProxyBallot) => void
  onTakeBack: (ballot: ProxyBallot) => Promise<void>
}

/** Ballots that were handed in here, each with the way to correct it. */
export function HandedInList({ ballots, current, busy, onChange, onTakeBack }: HandedInListProps) {
  const { t } = useText()
  const id = useId()
  return (
    <div className="vote-handed">
      <p id={id} className="field-label">
        {t('voting.proxyList')}
      </p>
      <ol aria-labelledby={id}>
        {ballots.map((ballot) => {
          const { id: key, name, isIn } = ballot
          const isUnsure = !isIn && !(busy && key === current)
          return (
            <li key={key} aria-current={key === current}>
              <span className="vote-handed-name">{name}</span>
              <button
                type="button"
                className="btn btn-quiet"
                aria-label={t('voting.proxyChangeOf', { name })}
                disabled={busy || key === current}
                onClick={() => onChange(ballot)}
              >
                {t('voting.proxyChange')}
              </button>
              <ConfirmButton
                className="btn btn-quiet"
                label={t('voting.proxyTakeBackOf', { name })}
                question={t('voting.proxyTakeBackSure', { name })}
                yes={t('voting.sure')}
                no={t('voting.notSure')}
                disabled={busy}
                onConfirm={() => void onTakeBack(ballot)}
              >
                {t('voting.proxyTakeBack')}
              </ConfirmButton>
              {isUnsure && <p className="field-error">{t('voting.proxyUnsure')}</p>}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
