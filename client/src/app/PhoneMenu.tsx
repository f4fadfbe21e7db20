import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { RenameForm } from '../features/people/RenameForm.tsx'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'
import { LanguageButton } from './LanguageButton.tsx'
import { chosenBoardPath } from './route.ts'
import { ThemeButton } from './ThemeButton.tsx'

/** What is seldom needed on a phone: one's name, the language, the colours, the canvas. */
export function PhoneMenu({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { me } = useReadable(session.view)
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  return (
    <details ref={menu} className="phone-menu">
      <summary aria-label={t('phone.menu')}>
        <Ellipsis aria-hidden />
      </summary>
      <div className="phone-menu-sheet">
        <RenameForm
          key={me.name}
          label={t('people.rename')}
          name={me.name}
          onRename={(name) => session.send({ type: 'set-name', name })}
          onDone={close}
        />
        <div className="phone-menu-row">
          <LanguageButton />
          <ThemeButton />
        </div>
        <a className="btn" href={chosenBoardPath(session.board.id)}>
          {t('phone.canvas')}
        </a>
      </div>
    </details>
  )
}
