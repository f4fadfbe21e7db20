import { CARD_KINDS, type CardKind } from '@remedyboard/shared/board/card'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { Combine, Ellipsis, Group, LayoutGrid, Lock, LockOpen, SlidersHorizontal, Trash2, Waypoints } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useActions, useEditor, useValue, type Editor } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { BoardIcon } from '../card/card-icons.tsx'
import { LINK_FROM_TOOL } from '../link/link-from-tool.ts'
import { LINK_TARGETS } from '@remedyboard/shared/mapping/link-targets'
import { linkTitle } from '../link-chooser/link-title.ts'
import { groupSelected } from '../cluster/group-selected.ts'
import { mergeSelected } from '../merged/merge-selected.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { focusCanvas } from '../overlay/focus-canvas.ts'
import { RemarkButtons } from '../remarks/RemarkButtons.tsx'
import { useRights } from '../rights/rights-now.ts'
import { panelOf } from '../side-panel/panel-of.ts'
import { tidyCards } from '../tidy/tidy-cards.ts'
import { TidyMenu } from '../tidy/TidyMenu.tsx'
import { BarButton } from './BarButton.tsx'
import { CardMenu } from './CardMenu.tsx'
import { FloatingBar } from './FloatingBar.tsx'
import { selectedCards } from './selected-cards.ts'
import { setLock } from './set-lock.ts'

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
  const session = useCanvasSession()
  const [menu, setMenu] = useState<'none' | 'kind' | 'tidy' | 'more'>('none')
  const cards = useValue('selected cards', () => selectedCards(editor), [editor])
  const isReadonly = useValue('readonly', () => editor.getIsReadonly(), [editor])
  const ids = cards.map(({ id }) => id).join()

  useEffect(() => setMenu('none'), [ids])

  const [first] = cards
  if (!first) return null
  const only = cards.length === 1 ? first : null
  const isLocked = cards.some(({ meta }) => meta['lock'] === true)
  const mayChange = !isReadonly && (rights.facilitate || (!isLocked && (rights.edit || rights.add)))
  const kind = cards.every(({ props }) => props.kind === first.props.kind) ? first.props.kind : 'note'
  const [target] = LINK_TARGETS[first.props.kind]
  const mayMerge = mayChange && cards.every(({ props }) => props.kind === first.props.kind)
  const mayGroup = !isReadonly && rights.move && (rights.suggest || rights.add)
  const toggle = (one: 'kind' | 'tidy' | 'more') => setMenu(menu === one ? 'none' : one)
  const done = (action: () => void) => () => {
    setMenu('none')
    action()
    focusCanvas(editor)
  }

  return (
    <FloatingBar label={t('canvas.bar.label')} menuOpen={menu !== 'none'} onCloseMenu={() => setMenu('none')}>
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
          onClick={() => toggle('kind')}
        >
          <BoardIcon name={kind} size={18} /> <span>{t(`canvas.kind.${kind}`)}</span>
        </button>
      )}
      {only && !isReadonly && rights.link && target && (
        <BarButton
          name={t(linkTitle(only.props.kind, target))}
          icon={<Waypoints {...icon} />}
          word={t(chooseWord(only.props.kind))}
          onPress={() => panelOf(editor).set({ kind: 'link', cardId: only.id, to: target })}
        />
      )}
      {only && !isReadonly && rights.link && (
        <BarButton
          name={t('canvas.bar.link')}
          icon={<BoardIcon name="link" size={18} />}
          onPress={done(() => editor.setCurrentTool(LINK_FROM_TOOL))}
        />
      )}
      {only && <RemarkButtons cardId={only.id} />}
      {!only && mayMerge && (
        <BarButton
          name={t('canvas.merged.merge')}
          icon={<Combine {...icon} />}
          onPress={done(() => mergeSelected(editor, session, cards))}
        />
      )}
      {!only && mayGroup && (
        <BarButton
          name={t('canvas.cluster.make')}
          word={t('canvas.cluster.makeWord')}
          icon={<Group {...icon} />}
          // the bar of the new cluster asks for its name
          onPress={() => groupSelected(editor, session, cards)}
        />
      )}
      {!only && !isReadonly && rights.move && (
        <BarButton
          name={t('canvas.tidy.title')}
          icon={<LayoutGrid {...icon} />}
          expanded={menu === 'tidy'}
          onPress={() => toggle('tidy')}
        />
      )}
      <BarButton
        name={t('canvas.details.button')}
        icon={<SlidersHorizontal {...icon} />}
        onPress={() => panelOf(editor).set({ kind: 'details' })}
      />
      {rights.facilitate && !isReadonly && (
        <span className="rb-card-bar-wide">
          <BarButton
            name={isLocked ? t('canvas.bar.unlock') : t('canvas.bar.lock')}
            icon={isLocked ? <Lock {...icon} /> : <LockOpen {...icon} />}
            onPress={done(() => setLock(editor, cards, !isLocked))}
          />
        </span>
      )}
      {mayChange && (
        <BarButton
          name={t('canvas.bar.delete')}
          icon={<Trash2 {...icon} />}
          danger
          onPress={done(() => void actions['delete']?.onSelect('toolbar'))}
        />
      )}
      <BarButton name={t('canvas.bar.more')} icon={<Ellipsis {...icon} />} expanded={menu === 'more'} onPress={() => toggle('more')} />
      {menu === 'kind' && (
        <div className="rb-card-bar-menu" role="group" aria-label={t('canvas.bar.kind')}>
          {CARD_KINDS.map((one) => (
            <button key={one} type="button" data-kind={one} aria-pressed={kind === one} onClick={done(() => setKind(editor, cards, one))}>
              <BoardIcon name={one} size={18} /> {t(`canvas.kind.${one}`)}
            </button>
          ))}
        </div>
      )}
      {menu === 'tidy' && (
        <TidyMenu onChoose={(wish) => done(() => tidyCards(editor, session, { kind: 'cards', ids: cards.map(({ id }) => id) }, wish))()} />
      )}
      {menu === 'more' && <CardMenu cards={cards} mayChange={mayChange} done={done} />}
    </FloatingBar>
  )
}

/** One word for the bar; the button's name says it in full. */
function chooseWord(kind: CardKind) {
  return kind === 'dilemma'
    ? 'canvas.choose.button.answer'
    : kind === 'remedy'
      ? 'canvas.choose.button.answers'
      : 'canvas.choose.button.other'
}

function setKind(editor: Editor, cards: readonly TLCardShape[], kind: CardKind): void {
  editor.markHistoryStoppingPoint('change kind')
  editor.updateShapes<TLCardShape>(cards.map(({ id }) => ({ id, type: 'card', props: { kind } })))
}
