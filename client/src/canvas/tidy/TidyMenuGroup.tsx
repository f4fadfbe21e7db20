import { TIDY_ORDERS, type TidyForm } from '@remedyboard/shared/mapping/tidy'
import { TldrawUiMenuGroup, TldrawUiMenuItem, TldrawUiMenuSubmenu, useEditor, useReadonly, useValue, type Editor } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { areaAt } from '../area/areas-on-page.ts'
import { selectedCards } from '../card-bar/selected-cards.ts'
import { selectedCluster } from '../cluster/cluster-frame.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { useRights } from '../rights/rights-now.ts'
import { tidyCards, type TidyTarget } from './tidy-cards.ts'

const FORMS: readonly TidyForm[] = ['columns', 'grid']

/** In the context menu: puts the selected cards in order, or the cluster, or else the area that was clicked. */
export function TidyMenuGroup() {
  const editor = useEditor()
  const { t } = useText()
  const session = useCanvasSession()
  const rights = useRights()
  const isReadonly = useReadonly()
  const target = useValue('what to tidy', () => tidyTarget(editor), [editor])
  if (!target || isReadonly || !rights.move) return null
  return (
    <TldrawUiMenuGroup id="tidy">
      <TldrawUiMenuSubmenu id="tidy" label={t(target.kind === 'frame' ? 'canvas.tidy.area' : 'canvas.tidy.title')} size="small">
        {FORMS.map((form) => (
          <TldrawUiMenuGroup key={form} id={form}>
            {TIDY_ORDERS.map((by) => (
              <TldrawUiMenuItem
                key={by}
                id={`tidy-${form}-${by}`}
                label={`${t(`canvas.tidy.form.${form}`)} · ${t(`canvas.tidy.by.${by}`)}`}
                onSelect={() => tidyCards(editor, session, target, { form, by })}
              />
            ))}
          </TldrawUiMenuGroup>
        ))}
      </TldrawUiMenuSubmenu>
    </TldrawUiMenuGroup>
  )
}

function tidyTarget(editor: Editor): TidyTarget | null {
  const cards = selectedCards(editor)
  if (cards.length > 1) return { kind: 'cards', ids: cards.map(({ id }) => id) }
  const frame =
    selectedCluster(editor) ?? (editor.getSelectedShapeIds().length === 0 ? areaAt(editor, editor.inputs.currentPagePoint) : undefined)
  return frame ? { kind: 'frame', id: frame.id } : null
}
