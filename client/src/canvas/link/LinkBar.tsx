import { removeLinks } from '@remedyboard/shared/mapping/link-operations'
import { readLink } from '@remedyboard/shared/mapping/mapping-link'
import { Check, SlidersHorizontal, Trash2 } from 'lucide-react'
import { useEditor, useValue, type Editor, type TLArrowShape } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { toBoardRecord } from '../binding/record-casts.ts'
import { BarButton } from '../card-bar/BarButton.tsx'
import { FloatingBar } from '../card-bar/FloatingBar.tsx'
import { focusCanvas } from '../overlay/focus-canvas.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { mayEdit } from '../rights/may-edit.ts'
import { useRights } from '../rights/rights-now.ts'
import { panelOf } from '../side-panel/panel-of.ts'
import { linkEnds } from './links.ts'

const icon = { size: 18, strokeWidth: 2.1, 'aria-hidden': true } as const

/** What can be done with the selected link. What it says stands beside its middle (`LinkLabel`). */
export function LinkBar() {
  const editor = useEditor()
  const link = useValue('selected link', () => selectedLink(editor), [editor])
  return link ? <ShownLinkBar link={link} /> : null
}

function ShownLinkBar({ link }: { link: TLArrowShape }) {
  const editor = useEditor()
  const { t } = useText()
  const session = useCanvasSession()
  const rights = useRights()
  const canEdit = !editor.getIsReadonly() && mayEdit(rights, link, session.view.get().me.id)
  const { basis } = readLink(toBoardRecord(link))
  return (
    <FloatingBar label={t('canvas.link.bar')} menuOpen={false} onCloseMenu={() => undefined}>
      {canEdit && basis === 'implied-weak' && (
        <BarButton
          name={t('canvas.link.confirm')}
          word={t('canvas.link.confirm')}
          icon={<Check {...icon} />}
          onPress={() => {
            session.edit([{ op: 'change', id: link.id, changes: [{ key: 'meta.basis', value: 'group' }] }])
            focusCanvas(editor)
          }}
        />
      )}
      <BarButton
        name={t('canvas.link.button')}
        icon={<SlidersHorizontal {...icon} />}
        onPress={() => panelOf(editor).set({ kind: 'details' })}
      />
      {canEdit && (
        <BarButton
          name={t('canvas.link.delete')}
          icon={<Trash2 {...icon} />}
          danger
          onPress={() => {
            session.edit(removeLinks(session.index.visible, [link.id]))
            focusCanvas(editor)
          }}
        />
      )}
    </FloatingBar>
  )
}

/** The one selected arrow between two cards, when nothing else goes on. */
function selectedLink(editor: Editor): TLArrowShape | null {
  const shape = editor.getOnlySelectedShape()
  if (!shape || !editor.isIn('select.idle') || !editor.isShapeOfType<TLArrowShape>(shape, 'arrow')) return null
  return linkEnds(editor, shape) && !editor.isShapeHidden(shape) ? shape : null
}
