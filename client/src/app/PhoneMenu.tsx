import { Ellipsis, LayoutDashboard, QrCode as QrSign, UsersRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { isChatBrowser } from '../features/export/chat-browser.ts'
import { useJoinCode } from '../features/invite/use-join-code.ts'
import { RenameForm } from '../features/people/RenameForm.tsx'
import '../features/people/people.css'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { LanguageButton } from './LanguageButton.tsx'
import './phone-menu.css'
import { chosenBoardPath } from './route.ts'
import { ThemeButton } from './ThemeButton.tsx'

/** Few people ask for it, and it brings the maker of QR codes along. */
const PhoneInvitation = lazy(async () => ({ default: (await import('./PhoneInvitation.tsx')).PhoneInvitation }))

type Part = 'closed' | 'menu' | 'invite' | 'chat'

/** What is seldom needed on a phone: one's name, who is here, a code for a neighbour, the language, the colours, the canvas. */
export function PhoneMenu({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { me } = useReadable(session.view)
  const here = new Set(useReadable(session.people).map(({ id }) => id)).size
  const joinCode = useJoinCode(session)
  const [part, setPart] = useState<Part>('closed')
  const close = () => setPart('closed')
  const canvas = chosenBoardPath(session.board.id)

  return (
    <>
      <button
        type="button"
        className="btn btn-quiet btn-icon phone-menu-button"
        aria-label={t('phone.menu')}
        onClick={() => setPart('menu')}
      >
        <Ellipsis aria-hidden />
      </button>
      {part === 'menu' && (
        <Dialog title={t('phone.menu')} closeLabel={t('app.close')} onClose={close} variant="sheet">
          <div className="phone-menu">
            <p className="phone-menu-line">
              <UsersRound aria-hidden /> {t('people.count', { count: here })}
            </p>
            <div className="field">
              <span className="field-label">{t('phone.shell.myName')}</span>
              <RenameForm
                key={me.name}
                label={t('people.rename')}
                name={me.name}
                onRename={(name) => session.send({ type: 'set-name', name })}
                onDone={close}
              />
            </div>
            {joinCode !== '' && (
              <button type="button" className="btn btn-big" onClick={() => setPart('invite')}>
                <QrSign aria-hidden /> {t('phone.shell.invite')}
              </button>
            )}
            <a
              className="btn btn-big"
              href={canvas}
              onClick={(event) => {
                if (!isChatBrowser(navigator.userAgent)) return
                event.preventDefault()
                setPart('chat')
              }}
            >
              <LayoutDashboard aria-hidden /> {t('phone.canvas')}
            </a>
            <div className="phone-menu-row">
              <LanguageButton />
              <ThemeButton />
            </div>
          </div>
        </Dialog>
      )}
      {part === 'invite' && (
        <Dialog title={t('phone.shell.invite')} closeLabel={t('app.close')} onClose={close} variant="sheet">
          <Suspense fallback={<p>{t('app.loading')}</p>}>
            <PhoneInvitation joinCode={joinCode} />
          </Suspense>
        </Dialog>
      )}
      {part === 'chat' && (
        <Dialog title={t('phone.shell.chatTitle')} closeLabel={t('app.close')} onClose={close} variant="sheet">
          <div className="phone-menu">
            <p className="phone-menu-words">{t('phone.shell.chatBody')}</p>
            <button type="button" className="btn btn-primary btn-big" onClick={close}>
              {t('phone.shell.chatOk')}
            </button>
            <a className="btn btn-quiet btn-big" href={canvas}>
              {t('phone.shell.chatTry')}
            </a>
          </div>
        </Dialog>
      )}
    </>
  )
}
