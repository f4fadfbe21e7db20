import type { Marks, Round } from '@remedyboard/shared/workshop/round'
import { useId, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { newId } from '../../session/new-id.ts'
import { announce } from '../../ui/announce.ts'
import { useAction } from '../../ui/use-action.ts'
import { BallotForm } from './BallotForm.tsx'

interface ProxyBallotProps {
  session: BoardSession
  round: Round
  onClose: () => void
  onGoTo: (cardId: string) => void
}

const NAME_LENGTH = 40

/** A ballot that a facilitator hands in for somebody without a device. The name is for the facilitator alone and leaves with the page. */
export function ProxyBallot({ session, round, onClose, onGoTo }: ProxyBallotProps) {
  const { t } = useText()
  const id = useId()
  const [name, setName] = useState('')
  const [marks, setMarks] = useState<Marks>({})
  // Kept until the server has it, so that trying again does not count twice.
  const [ballotId, setBallotId] = useState(newId)
  const [done, setDone] = useState<readonly string[]>([])
  const { busy, failure, run } = useAction(failureCode)

  const cast = async () => {
    if (!(await run(() => session.send({ type: 'cast-ballot', roundId: round.id, marks, proxy: ballotId })))) return
    announce(t('voting.proxyDone', { name: name.trim() }))
    setDone([...done, name.trim()])
    setBallotId(newId())
    setName('')
    setMarks({})
  }

  return (
    <form
      className="vote-proxy"
      onSubmit={(event) => {
        event.preventDefault()
        void cast()
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t('voting.proxyName')}</label>
        <input id={id} className="input" value={name} maxLength={NAME_LENGTH} onChange={(event) => setName(event.target.value)} />
        <p className="field-hint">{t('voting.proxyHint')}</p>
      </div>
      <BallotForm session={session} round={round} marks={marks} disabled={busy} onMarks={setMarks} onGoTo={onGoTo} />
      {done.length > 0 && <p className="field-hint">{t('voting.proxyCount', { names: done.join(', ') })}</p>}
      {failure && (
        <p className="field-error" role="alert">
          {t('voting.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
      <div className="vote-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t('voting.back')}
        </button>
        <button type="submit" className="btn btn-primary" disabled={busy || name.trim() === '' || Object.keys(marks).length === 0}>
          {t('voting.proxyCast')}
        </button>
      </div>
    </form>
  )
}
