import type { Marks, Round } from '@remedyboard/shared/workshop/round'
import { useId, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { newId } from '../../session/new-id.ts'
import { announce } from '../../ui/announce.ts'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { BallotForm } from './BallotForm.tsx'
import { HandedInList } from './HandedInList.tsx'
import { proxyBallots, withBallot, type ProxyBallot } from './proxy-ballots.ts'

interface ProxyBallotsProps {
  session: BoardSession
  round: Round
  onClose: () => void
  onGoTo: (cardId: string) => void
}

const NAME_LENGTH = 40

const newBallot = (): ProxyBallot => ({ id: newId(), name: '', marks: {}, isIn: false })

/** Ballots that a facilitator hands in for people without a device, and may change until the close. Names leave with the page. */
export function ProxyBallots({ session, round, onClose, onGoTo }: ProxyBallotsProps) {
  const { t } = useText()
  const id = useId()
  const handed = proxyBallots(session)
  const { ballots } = useReadable(handed)
  const [draft, setDraft] = useState(newBallot)
  const { busy, failure, run } = useAction(failureCode)
  const isChange = ballots.some((ballot) => ballot.id === draft.id)
  const name = draft.name.trim()

  const keep = (change: (ballots: readonly ProxyBallot[]) => readonly ProxyBallot[]) => {
    const { roundId, ballots: now } = handed.get()
    // The round may have closed before the answer came.
    if (roundId === round.id) handed.set({ roundId, ballots: change(now) })
  }
  const send = (proxy: string, marks: Marks) => run(() => session.send({ type: 'cast-ballot', roundId: round.id, marks, proxy }))

  const cast = async () => {
    const ballot = { ...draft, name, isIn: false }
    // Before it is sent: when only the answer is lost it counts, and must be found again.
    keep((now) => withBallot(now, ballot))
    if (!(await send(ballot.id, ballot.marks))) return
    keep((now) => withBallot(now, { ...ballot, isIn: true }))
    announce(t('voting.proxyDone', { name }))
    setDraft(newBallot())
  }
  const takeBack = async (ballot: ProxyBallot) => {
    if (!(await send(ballot.id, {}))) return
    keep((now) => now.filter((each) => each.id !== ballot.id))
    announce(t('voting.proxyGone', { name: ballot.name }))
    if (draft.id === ballot.id) setDraft(newBallot())
  }

  return (
    <form
      className="vote-proxy"
      onSubmit={(event) => {
        event.preventDefault()
        void cast()
      }}
    >
      {ballots.length > 0 && <HandedInList ballots={ballots} current={draft.id} busy={busy} onChange={setDraft} onTakeBack={takeBack} />}
      <div className="field">
        <label htmlFor={id}>{t('voting.proxyName')}</label>
        <input
          id={id}
          className="input"
          value={draft.name}
          maxLength={NAME_LENGTH}
          disabled={busy}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <p className="field-hint">{t('voting.proxyHint')}</p>
      </div>
      <BallotForm
        session={session}
        round={round}
        marks={draft.marks}
        disabled={busy}
        onMarks={(marks) => setDraft({ ...draft, marks })}
        onGoTo={onGoTo}
      />
      {failure && (
        <p className="field-error" role="alert">
          {t('voting.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
      <div className="vote-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t('voting.back')}
        </button>
        {isChange && (
          <button type="button" className="btn" disabled={busy} onClick={() => setDraft(newBallot())}>
            {t('voting.proxyNew')}
          </button>
        )}
        <button type="submit" className="btn btn-primary" disabled={busy || name === '' || Object.keys(draft.marks).length === 0}>
          {t(isChange ? 'voting.proxyCastChange' : 'voting.proxyCast')}
        </button>
      </div>
    </form>
  )
}
