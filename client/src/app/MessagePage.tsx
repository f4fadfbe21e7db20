import {
  CircleSlash,
  FileQuestion,
  KeyRound,
  LoaderCircle,
  PlugZap,
  RefreshCw,
  TriangleAlert,
  UserX,
  Wifi,
  type LucideIcon,
} from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import './message-page.css'
import { navigate } from './navigation.ts'
import { PageFrame } from './PageFrame.tsx'

/** Why there is a message instead of a page. */
export type MessageKind = 'notAllowed' | 'removed' | 'noSuchBoard' | 'reload' | 'closed' | 'notFound' | 'failed' | 'unreachable'

type Action = 'code' | 'home' | 'reload'

const FORMS: Record<MessageKind, { Icon: LucideIcon; actions: readonly Action[] }> = {
  notAllowed: { Icon: KeyRound, actions: ['code', 'home'] },
  removed: { Icon: UserX, actions: ['home'] },
  noSuchBoard: { Icon: FileQuestion, actions: ['code', 'home'] },
  reload: { Icon: RefreshCw, actions: ['reload'] },
  closed: { Icon: PlugZap, actions: ['reload', 'home'] },
  notFound: { Icon: CircleSlash, actions: ['home'] },
  failed: { Icon: TriangleAlert, actions: ['reload', 'home'] },
  unreachable: { Icon: Wifi, actions: ['reload', 'home'] },
}

/** One clear sentence about what happened, one about what to do, and the buttons for it. */
export function MessagePage({ kind }: { kind: MessageKind }) {
  const { t } = useText()
  const { Icon, actions } = FORMS[kind]
  const act: Record<Action, { label: string; run: () => void }> = {
    code: { label: t('state.joinByCode'), run: () => navigate('/j') },
    home: { label: t('app.home'), run: () => navigate('/') },
    reload: { label: kind === 'unreachable' ? t('app.tryAgain') : t('state.reload.action'), run: () => location.reload() },
  }
  return (
    <PageFrame title={t(`state.${kind}.title`)}>
      <section className="message">
        <span className={`message-icon message-${kind}`}>
          <Icon aria-hidden />
        </span>
        <h1>{t(`state.${kind}.title`)}</h1>
        <p>{t(`state.${kind}.body`)}</p>
        <div className="message-actions">
          {actions.map((action, at) => (
            <button key={action} type="button" className={at === 0 ? 'btn btn-primary btn-big' : 'btn btn-big'} onClick={act[action].run}>
              {act[action].label}
            </button>
          ))}
        </div>
      </section>
    </PageFrame>
  )
}

export function LoadingPage() {
  const { t } = useText()
  return (
    <div className="loading" role="status">
      <LoaderCircle aria-hidden className="loading-turning" />
      <p>{t('app.opening')}</p>
    </div>
  )
}
