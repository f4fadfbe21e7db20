import {
  Download,
  Ellipsis,
  Eye,
  Frame,
  Languages,
  Moon,
  PanelRightClose,
  PanelRightOpen,
  Projector,
  Smartphone,
  Sun,
  UserPlus,
} from 'lucide-react'
import type { CanvasApi } from '../canvas/canvas-api.ts'
import { AgendaStrip } from '../features/agenda/AgendaStrip.tsx'
import { CoverageChip } from '../features/mapping/CoverageChip.tsx'
import { spacedCode } from '../features/invite/join-address.ts'
import type { Follow } from '../features/people/follow.ts'
import { PeopleStack } from '../features/people/PeopleStack.tsx'
import { ReactionMenu } from '../features/people/ReactionMenu.tsx'
import { SaveChip } from '../features/save-status/SaveChip.tsx'
import { setLocale } from '../i18n/i18n.ts'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { Logo } from '../ui/Logo.tsx'
import { Popover } from '../ui/Popover.tsx'
import { setTheme, useTheme } from '../ui/theme.ts'
import { useReadable } from '../ui/use-readable.ts'
import { AreasMenu } from './AreasMenu.tsx'
import { LanguageButton } from './LanguageButton.tsx'
import { navigate } from './navigation.ts'
import { chosenPhonePath, projectorPath } from './route.ts'
import { ThemeButton } from './ThemeButton.tsx'

interface BoardHeaderProps {
  session: BoardSession
  canvas: CanvasApi | null
  follow: Follow | undefined
  /** empty for those who may not invite */
  joinCode: string
  narrow: boolean
  panelOpen: boolean
  onTogglePanel: () => void
  onGoToCard: (cardId: string) => void
  onInvite: () => void
  onExport: () => void
}

/** The line above the board: what it is, whether it is saved, who is here, and the ways out and in. */
export function BoardHeader(props: BoardHeaderProps) {
  const { session, canvas, joinCode, narrow, panelOpen } = props
  const { t } = useText()
  const { me } = useReadable(session.view)
  const { title } = session.board
  const mayInvite = joinCode !== ''
  const toggleLabel = panelOpen ? t('board.hidePanel') : t('board.showPanel')

  return (
    <header className="board-header">
      <a
        href="/"
        className="board-logo"
        aria-label={t('app.home')}
        title={t('app.home')}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          navigate('/')
        }}
      >
        <Logo size={28} />
      </a>
      <h1 className="board-title" title={title}>
        {title}
      </h1>
      <SaveChip session={session} />
      {me.role === 'viewer' && (
        <span className="chip board-look-only" title={t('board.lookOnlyHint')}>
          <Eye aria-hidden /> <span className="board-look-words">{t('board.lookOnly')}</span>
        </span>
      )}
      {!narrow && <CoverageChip session={session} onGoTo={props.onGoToCard} />}
      {!narrow && !panelOpen && <AgendaStrip session={session} />}
      <span className="board-gap" />
      <PeopleStack session={session} follow={props.follow} />
      <ReactionMenu session={session} />
      {narrow ? (
        <>
          {mayInvite && (
            <button
              type="button"
              className="btn btn-primary btn-icon"
              aria-label={t('invite.button')}
              title={t('invite.button')}
              onClick={props.onInvite}
            >
              <UserPlus aria-hidden />
            </button>
          )}
          <Popover buttonClass="btn btn-quiet btn-icon" label={t('board.more')} title={t('board.more')} button={<Ellipsis aria-hidden />}>
            {(close) => <MoreMenu boardId={session.board.id} canvas={canvas} close={close} onExport={props.onExport} />}
          </Popover>
        </>
      ) : (
        <>
          <Popover
            title={t('board.areasHint')}
            button={
              <>
                <Frame aria-hidden /> <span className="board-wide-only">{t('board.areas')}</span>
              </>
            }
            label={t('board.areas')}
          >
            {(close) => <AreasMenu canvas={canvas} close={close} />}
          </Popover>
          <button
            type="button"
            className="btn"
            aria-label={t('export.button')}
            title={t('export.title')}
            disabled={!canvas}
            onClick={props.onExport}
          >
            <Download aria-hidden /> <span className="board-wide-only">{t('export.button')}</span>
          </button>
          {me.role === 'facilitator' && (
            <a
              className="btn"
              href={projectorPath(session.board.id)}
              target="_blank"
              rel="noreferrer"
              aria-label={t('projector.button')}
              title={t('projector.buttonHint')}
            >
              <Projector aria-hidden /> <span className="board-wide-only">{t('projector.button')}</span>
            </a>
          )}
          <span className="board-switches">
            <LanguageButton />
            <ThemeButton />
          </span>
          {mayInvite && (
            <button type="button" className="btn btn-primary" onClick={props.onInvite}>
              <UserPlus aria-hidden />
              <span className="tabular">{t('invite.buttonWithCode', { code: spacedCode(joinCode) })}</span>
            </button>
          )}
          <button
            type="button"
            className="btn btn-quiet btn-icon"
            aria-label={toggleLabel}
            aria-expanded={panelOpen}
            title={toggleLabel}
            onClick={props.onTogglePanel}
          >
            {panelOpen ? <PanelRightClose aria-hidden /> : <PanelRightOpen aria-hidden />}
          </button>
        </>
      )}
    </header>
  )
}

interface MoreMenuProps {
  boardId: string
  canvas: CanvasApi | null
  close: () => void
  onExport: () => void
}

/** What has no room in a narrow header. */
function MoreMenu({ boardId, canvas, close, onExport }: MoreMenuProps) {
  const { t, locale } = useText()
  const theme = useTheme()
  const act = (run: () => void) => () => {
    close()
    run()
  }
  return (
    <>
      <div className="menu">
        <a className="menu-item" href={chosenPhonePath(boardId)}>
          <Smartphone aria-hidden /> {t('board.phonePage')}
        </a>
        <button type="button" className="menu-item" disabled={!canvas} onClick={act(onExport)}>
          <Download aria-hidden /> {t('export.title')}
        </button>
        <button type="button" className="menu-item" onClick={act(() => void setLocale(locale === 'en' ? 'zh-CN' : 'en'))}>
          <Languages aria-hidden /> {t('app.switchLanguage')}
        </button>
        <button type="button" className="menu-item" onClick={act(() => setTheme(theme === 'dark' ? 'light' : 'dark'))}>
          {theme === 'dark' ? <Sun aria-hidden /> : <Moon aria-hidden />} {theme === 'dark' ? t('app.themeToLight') : t('app.themeToDark')}
        </button>
      </div>
      <div className="menu-line" />
      <AreasMenu canvas={canvas} close={close} />
    </>
  )
}
