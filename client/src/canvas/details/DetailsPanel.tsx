import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { useEditor, useValue, type TLArrowShape } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { toBoardRecord } from '../binding/record-casts.ts'
import { BoardIcon } from '../card/card-icons.tsx'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { mayEdit } from '../rights/may-edit.ts'
import { useRights } from '../rights/rights-now.ts'
import { SidePanel } from '../side-panel/SidePanel.tsx'
import { CardDetails } from './CardDetails.tsx'
import './details.css'
import { LinkDetails } from './LinkDetails.tsx'

/** Everything about what is selected: one card, several at once, or a link. */
export default function DetailsPanel() {
  const editor = useEditor()
  const { t } = useText()
  const session = useCanvasSession()
  const rights = useRights()
  const isReadonly = useValue('readonly', () => editor.getIsReadonly(), [editor])
  const selected = useValue('selected shapes', () => editor.getSelectedShapes().filter((shape) => !editor.isShapeHidden(shape)), [editor])
  const myId = session.view.get().me.id
  const cards = selected.filter((shape) => editor.isShapeOfType<TLCardShape>(shape, 'card'))
  const [first] = cards
  const [link] = selected

  if (first) {
    const kind = cards.every(({ props }) => props.kind === first.props.kind) ? first.props.kind : 'note'
    const title = cards.length === 1 ? t('canvas.details.title') : t('canvas.details.titleOf', { count: cards.length })
    return (
      <SidePanel
        title={title}
        icon={
          <span className="rb-kind-icon" data-kind={kind}>
            <BoardIcon name={kind} size={20} />
          </span>
        }
      >
        <CardDetails
          // fields hold what somebody is writing: they belong to these cards
          key={cards.map(({ id }) => id).join()}
          cards={cards.map(toBoardRecord)}
          canEdit={!isReadonly && cards.every((card) => mayEdit(rights, card, myId))}
        />
      </SidePanel>
    )
  }
  if (selected.length === 1 && link && editor.isShapeOfType<TLArrowShape>(link, 'arrow')) {
    return (
      <SidePanel title={t('canvas.link.title')} icon={<BoardIcon name="link" size={20} />}>
        <LinkDetails key={link.id} link={link} canEdit={!isReadonly && mayEdit(rights, link, myId)} />
      </SidePanel>
    )
  }
  return (
    <SidePanel title={t('canvas.details.title')}>
      <p className="rb-side-note">{t('canvas.details.nothing')}</p>
    </SidePanel>
  )
}
