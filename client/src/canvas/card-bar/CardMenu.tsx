import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { BookOpenText, BringToFront, CopyPlus, Files, Lock, LockOpen, SendToBack, Waypoints } from 'lucide-react'
import { useActions, useEditor, useValue } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { cardLayout } from '../card/card-layout.ts'
import { LINK_TARGETS } from '@remedyboard/shared/mapping/link-targets'
import { linkTitle } from '../link-chooser/link-title.ts'
import { mergedOf } from '../merged/merged-cards.ts'
import { dialogOf } from '../overlay/open-dialog.ts'
import { useRights } from '../rights/rights-now.ts'
import { panelOf } from '../side-panel/panel-of.ts'
import { BarItem } from './BarButton.tsx'
import { copyCards } from './copy-cards.ts'
import { setLock } from './set-lock.ts'

const icon = { size: 18, strokeWidth: 2.1, 'aria-hidden': true } as const

interface CardMenuProps {
  cards: readonly TLCardShape[]
  mayChange: boolean
  /** wraps what an item does: closes the menu and gives the keyboard back to the canvas */
  done: (action: () => void) => () => void
}

/** What is done with cards now and then. */
export function CardMenu({ cards, mayChange, done }: CardMenuProps) {
  const editor = useEditor()
  const actions = useActions()
  const { t } = useText()
  const rights = useRights()
  const isReadonly = useValue('readonly', () => editor.getIsReadonly(), [editor])
  const [only] = cards.length === 1 ? cards : []
  const isLocked = cards.some(({ meta }) => meta['lock'] === true)
  const hasMerged = useValue('has merged', () => only !== undefined && mergedOf(editor).absorbed.has(only.id), [editor, only?.id])
  const action = (id: string) => done(() => void actions[id]?.onSelect('toolbar'))
  return (
    <div className="rb-card-bar-menu rb-card-bar-more" role="group" aria-label={t('canvas.bar.more')}>
      {only &&
        !isReadonly &&
        rights.link &&
        LINK_TARGETS[only.props.kind]
          .slice(1)
          .map((to) => (
            <BarItem
              key={to}
              name={t(linkTitle(only.props.kind, to))}
              icon={<Waypoints {...icon} />}
              onPress={() => panelOf(editor).set({ kind: 'link', cardId: only.id, to })}
            />
          ))}
      {only && (cardLayout(only.props).isCut || hasMerged) && (
        <BarItem
          name={hasMerged ? t('canvas.merged.read') : t('canvas.bar.read')}
          icon={<BookOpenText {...icon} />}
          onPress={done(() => void dialogOf(editor).set({ kind: 'reading', cardId: only.id }))}
        />
      )}
      <BarItem name={t('canvas.bar.copyText')} icon={<Files {...icon} />} onPress={done(() => void copyCards(editor, cards))} />
      {!isReadonly && rights.add && (
        <BarItem name={t('canvas.bar.duplicate')} icon={<CopyPlus {...icon} />} onPress={action('duplicate')} />
      )}
      {rights.facilitate && (
        <span className="rb-card-bar-narrow">
          <BarItem
            name={isLocked ? t('canvas.bar.unlock') : t('canvas.bar.lock')}
            icon={isLocked ? <LockOpen {...icon} /> : <Lock {...icon} />}
            onPress={done(() => setLock(editor, cards, !isLocked))}
          />
        </span>
      )}
      {mayChange && <BarItem name={t('canvas.bar.toFront')} icon={<BringToFront {...icon} />} onPress={action('bring-to-front')} />}
      {mayChange && <BarItem name={t('canvas.bar.toBack')} icon={<SendToBack {...icon} />} onPress={action('send-to-back')} />}
    </div>
  )
}
