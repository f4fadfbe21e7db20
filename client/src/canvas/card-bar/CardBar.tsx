import { CARD_KINDS, type CardKind } from '@remedyboard/shared/board/card'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { BookOpenText, BringToFront, CopyPlus, Ellipsis, Files, Lock, LockOpen, SendToBack, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useActions, useEditor, usePassThroughWheelEvents, useValue, type Editor } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { BoardIcon } from '../card/card-icons.tsx'
import { cardLayout } from '../card/card-layout.ts'
import { LINK_FROM_TOOL } from '../link/link-from-tool.ts'
import { focusCanvas } from '../overlay/focus-canvas.ts'
import { dialogOf } from '../overlay/open-dialog.ts'
import { useRights } from '../rights/rights-now.ts'
import './card-bar.css'
import { copyCards } from './copy-cards.ts'
import { barPlace } from './bar-place.ts'
import { useOwnKeys } from './use-own-keys.ts'

/** Room that the longest menu needs above the bar, in pixels. */
const MENU_HEIGHT = 300

const icon = { size: 18, strokeWidth: 2.1, 'aria-hidden': true } as const

/** What can be done with the selected cards, right above them. */
export function CardBar() {
  const editor = useEditor()
  const isShown = useValue('card bar', () => editor.isIn('select.idle') && selectedCards(editor).length > 0, [editor])
  return isShown ? <ShownCardBar /> : null
}

function ShownCardBar() {
  const editor = useEditor()
  const actions = useActions()
  const { t } = useText()
  const rights = useRights()
  const bar = useRef<HTMLDivElement>(null) as RefObject<HTMLDivElement> // tldraw's types are React 18's
  usePassThroughWheelEvents(bar)
  const [menu, setMenu] = useState<'none' | 'kind' | 'more'>('none')
  useOwnKeys(bar, () => (menu === 'none' ? focusCanvas(editor) : setMenu('none')))
  const cards = useValue('selected cards', () => selectedCards(editor), [editor])
  const isReadonly = useValue('readonly', () => editor.getIsReadonly(), [editor])
  const place = useValue('card bar place', () => barPlace(editor.getSelectionRotatedScreenBounds(), editor.getViewportScreenBounds()), [
    editor,
  ])
  const ids = cards.map(({ id }) => id).join()

  useEffect(() => setMenu('none'), [ids])

  const [first] = cards
  if (!first || !place) return null
  const only = cards.length === 1 ? first : null
  const isLocked = cards.some(({ meta }) => meta['lock'] === true)
  const mayChange = !isReadonly && (rights.facilitate || (!isLocked && (rights.edit || rights.add)))
  const kind = cards.every(({ props }) => props.kind === first.props.kind) ? first.props.kind : 'note'
  const done = (action: () => void) => () => {
    setMenu('none')
    action()
    focusCanvas(editor)
  }
  const tool = (name: string, sign: ReactElement, action: () => void, danger?: boolean) => (
    <button type="button" aria-label={name} title={name} className={danger ? 'rb-card-bar-danger' : undefined} onClick={done(action)}>
      {sign}
    </button>
  )
  const item = (name: string, sign: ReactElement, action: () => void) => (
    <button type="button" onClick={done(action)}>
      {sign} {name}
    </button>
  )

  return (
    <div
      className="rb-card-bar"
      ref={bar}
      role="toolbar"
      aria-label={t('canvas.bar.label')}
      data-menu={place.y < MENU_HEIGHT ? 'below' : 'above'}
      style={{ left: place.x, top: place.y }}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {isLocked && !rights.facilitate && (
        <span className="rb-card-bar-words">
          <Lock {...icon} size={15} /> {t('canvas.bar.locked')}
        </span>
      )}
      {mayChange && (
        <button
          type="button"
          className="rb-card-bar-kind"
          data-kind={kind}
          aria-expanded={menu === 'kind'}
          title={t('canvas.bar.kind')}
          onClick={() => setMenu(menu === 'kind' ? 'none' : 'kind')}
        >
          <BoardIcon name={kind} size={18} /> <span>{t(`canvas.kind.${kind}`)}</span>
        </button>
      )}
      {only &&
        !isReadonly &&
        rights.link &&
        tool(t('canvas.bar.link'), <BoardIcon name="link" size={18} />, () => editor.setCurrentTool(LINK_FROM_TOOL))}
      {!isReadonly &&
        rights.add &&
        tool(t('canvas.bar.duplicate'), <CopyPlus {...icon} />, () => void actions['duplicate']?.onSelect('toolbar'))}
      {rights.facilitate &&
        tool(isLocked ? t('canvas.bar.unlock') : t('canvas.bar.lock'), isLocked ? <Lock {...icon} /> : <LockOpen {...icon} />, () =>
          setLock(editor, cards, !isLocked),
        )}
      {mayChange && tool(t('canvas.bar.delete'), <Trash2 {...icon} />, () => void actions['delete']?.onSelect('toolbar'), true)}
      <button
        type="button"
        aria-label={t('canvas.bar.more')}
        title={t('canvas.bar.more')}
        aria-expanded={menu === 'more'}
        onClick={() => setMenu(menu === 'more' ? 'none' : 'more')}
      >
        <Ellipsis {...icon} />
      </button>
      {menu === 'kind' && (
        <div className="rb-card-bar-menu" role="group" aria-label={t('canvas.bar.kind')}>
          {CARD_KINDS.map((one) => (
            <button key={one} type="button" data-kind={one} aria-pressed={kind === one} onClick={done(() => setKind(editor, cards, one))}>
              <BoardIcon name={one} size={18} /> {t(`canvas.kind.${one}`)}
            </button>
          ))}
        </div>
      )}
      {menu === 'more' && (
        <div className="rb-card-bar-menu rb-card-bar-more" role="group" aria-label={t('canvas.bar.more')}>
          {only &&
            cardLayout(only.props).isCut &&
            item(t('canvas.bar.read'), <BookOpenText {...icon} />, () => void dialogOf(editor).set({ kind: 'reading', cardId: only.id }))}
          {item(t('canvas.bar.copyText'), <Files {...icon} />, () => void copyCards(editor, cards))}
          {mayChange &&
            item(t('canvas.bar.toFront'), <BringToFront {...icon} />, () => void actions['bring-to-front']?.onSelect('toolbar'))}
          {mayChange && item(t('canvas.bar.toBack'), <SendToBack {...icon} />, () => void actions['send-to-back']?.onSelect('toolbar'))}
        </div>
      )}
    </div>
  )
}

/** The selection when it is nothing but cards; links between them may be in it. */
function selectedCards(editor: Editor): TLCardShape[] {
  const shapes = editor.getSelectedShapes().filter(({ type }) => type !== 'arrow')
  const cards = shapes.filter((shape) => editor.isShapeOfType<TLCardShape>(shape, 'card'))
  return cards.length === shapes.length ? cards : []
}

function setKind(editor: Editor, cards: readonly TLCardShape[], kind: CardKind): void {
  editor.markHistoryStoppingPoint('change kind')
  editor.updateShapes<TLCardShape>(cards.map(({ id }) => ({ id, type: 'card', props: { kind } })))
}

/** The server lets only facilitators write this, and holds everybody else to it. */
function setLock(editor: Editor, cards: readonly TLCardShape[], lock: boolean): void {
  editor.markHistoryStoppingPoint('lock')
  editor.updateShapes<TLCardShape>(cards.map(({ id }) => ({ id, type: 'card', meta: { lock } })))
}
