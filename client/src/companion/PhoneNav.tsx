import {
  BookOpen,
  ChartNoAxesColumn,
  Clock,
  Eye,
  Group,
  Hand,
  LayoutList,
  Link,
  ListChecks,
  MessageSquareText,
  PencilLine,
  SquarePlus,
  Vote,
  type LucideIcon,
} from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { failureCode } from '../session/api-client.ts'
import { useAction } from '../ui/use-action.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { PhoneTask } from './phone-task.ts'
import { ReactionRow } from './ReactionRow.tsx'

const ICONS: Record<PhoneTask, LucideIcon> = {
  wait: Clock,
  watch: Eye,
  write: PencilLine,
  add: SquarePlus,
  read: MessageSquareText,
  group: Group,
  vote: Vote,
  link: Link,
  plan: ListChecks,
  results: ChartNoAxesColumn,
}

interface PhoneNavProps {
  session: BoardSession
  tasks: readonly PhoneTask[]
  tab: PhoneTask | 'board'
  onTab: (tab: PhoneTask | 'board') => void
}

/** The lower edge: what there is to do now, the whole board, and one's hand. */
export function PhoneNav({ session, tasks, tab, onTab }: PhoneNavProps) {
  const { t } = useText()
  const { me, hands } = useReadable(session.view)
  const { failure, run } = useAction(failureCode)
  const place = hands.findIndex(({ id }) => id === me.id)
  const isUp = place >= 0

  return (
    <div className="phone-lower">
      {failure && (
        <p className="field-error" role="alert">
          {t('phone.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
      {isUp && (
        <p className="phone-hand-place" role="status">
          {t('phone.handPlace', { n: place + 1 })}
        </p>
      )}
      <nav className="phone-nav" aria-label={t('phone.nav')}>
        {tasks.map((task) => {
          const Icon = ICONS[task]
          return (
            <button key={task} type="button" className="phone-tab" aria-current={task === tab} onClick={() => onTab(task)}>
              <Icon aria-hidden /> {t(`phone.task.${task}`)}
            </button>
          )
        })}
        <button type="button" className="phone-tab" aria-current={tab === 'board'} onClick={() => onTab('board')}>
          {tasks.includes('read') ? <LayoutList aria-hidden /> : <BookOpen aria-hidden />} {t('phone.board')}
        </button>
        {me.role !== 'viewer' && (
          <button
            type="button"
            className="phone-tab phone-hand"
            aria-pressed={isUp}
            onClick={() => void run(() => session.send({ type: 'set-hand', up: !isUp }))}
          >
            <Hand aria-hidden /> {t(isUp ? 'phone.handDown' : 'phone.hand')}
          </button>
        )}
        <ReactionRow session={session} />
      </nav>
    </div>
  )
}
