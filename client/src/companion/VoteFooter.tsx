import type { Round } from '@remedyboard/shared/workshop/round'
import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { ballotBox, spent } from '../session/ballot-box.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'
import { ReadyButton } from './ReadyButton.tsx'

const ICONS = { none: null, saving: LoaderCircle, waiting: CloudOff, saved: Check, refused: TriangleAlert } as const

const TOLD = { none: undefined, saving: undefined, saved: undefined, waiting: 'status', refused: 'alert' } as const

/** More dots than this are a number: as a row of discs nobody counts them. */
const MOST_DISCS = 10

/** What is left to give, whether the ballot has arrived, and the word that one is done. */
export function VoteFooter({ session, round }: { session: BoardSession; round: Round }) {
  const { t } = useText()
  const box = ballotBox(session)
  const { me } = useReadable(session.view)
  const { marks, state, refusal } = useReadable(box.own)
  const isStuck = useReadable(box.stuck)
  const { budget } = round
  const given = spent(marks)
  const answered = Object.keys(marks).length
  const word = state === 'saving' && isStuck ? 'waiting' : answered === 0 && state === 'saved' ? 'none' : state
  const Icon = ICONS[word]
  return (
    <div className="phone-vote-footer">
      {/* Each tap brings "on its way" and "it is in", which is not worth a word; what goes wrong is, as an element of its own. */}
      <p key={TOLD[word]} className={`phone-state phone-state-${word}`} role={TOLD[word]}>
        {Icon && <Icon aria-hidden />}
        {word === 'refused'
          ? t('phone.vote.state.refused', { reason: t(`error.${refusal ?? 'internal'}`) })
          : t(`phone.vote.state.${word}`)}
      </p>
      <div className="phone-vote-left">
        {round.kind === 'dots' ? (
          <>
            {budget <= MOST_DISCS && (
              <span className="phone-vote-dots" aria-hidden>
                {Array.from({ length: budget }, (_, i) => (
                  <i key={i} data-spent={i < given} />
                ))}
              </span>
            )}
            <span>{t('phone.vote.left', { count: budget - given })}</span>
          </>
        ) : (
          <span role="status">{t('phone.vote.answered', { done: answered, total: round.cards.length })}</span>
        )}
      </div>
      <ReadyButton
        session={session}
        words={{ ready: t('phone.vote.done'), isReady: t('phone.vote.isDone') }}
        // Nobody says that they have voted while nobody else can know of it.
        disabled={!me.ready && (answered === 0 || word === 'waiting' || word === 'refused')}
      />
    </div>
  )
}
