import type { CardKind } from '@remedyboard/shared/board/card'
import { useMemo, useState } from 'react'
import { useEditor, useValue, type TLFrameShape, type VecLike } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { areaKind } from '../area/area-kind.ts'
import { areaMeta, isArea } from '../area/area-meta.ts'
import { areaAt, areaInfos } from '../area/areas-on-page.ts'
import { BoardIcon } from '../card/card-icons.tsx'
import { CARD_TOOL_KINDS } from '../card/card-tools.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { addList, planList } from './add-list.ts'
import { MAX_LIST, parseList } from './parse-list.ts'
import './paste-list.css'

/** Rows of the preview; the rest is a number. Five hundred would make typing into the text slow. */
const SHOWN = 30

interface PasteListDialogProps {
  text: string
  /** where it was pasted */
  point: VecLike | null
  onClose: () => void
}

/** Pasted lines before they become cards: what they will be, and where. */
export function PasteListDialog({ text, point, onClose }: PasteListDialogProps) {
  const editor = useEditor()
  const session = useCanvasSession()
  const { t } = useText()
  const areas = useValue('areas', () => areaInfos(editor).get(), [editor])
  const [written, setWritten] = useState(text)
  const [areaId, setAreaId] = useState(() => startArea(editor, session.view.get(), point)?.id ?? '')
  const [chosenKind, setKind] = useState<CardKind | null>(null)
  const shape = areaId === '' ? undefined : editor.getShape(areaId as TLFrameShape['id'])
  const area = isArea(shape) ? shape : null
  const kind = chosenKind ?? areaKind(area)
  const { lines, left } = useMemo(() => parseList(written), [written])
  const plan = useMemo(() => planList(editor, lines, kind, area), [editor, lines, kind, area])

  return (
    <Dialog title={t('canvas.paste.title')} closeLabel={t('app.close')} onClose={onClose}>
      <form
        className="rb-paste"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          // Once the dialog has gone: closing it measures the page, which is slow in the middle of five hundred new cards.
          editor.timers.setTimeout(() => addList(editor, plan), 0)
        }}
      >
        <label className="field">
          <span className="field-label">{t('canvas.paste.lines')}</span>
          <textarea
            className="input rb-paste-text"
            rows={5}
            value={written}
            placeholder={t('canvas.paste.placeholder')}
            onChange={(event) => setWritten(event.target.value)}
          />
        </label>
        <fieldset>
          <legend className="field-label">{t('canvas.paste.kind')}</legend>
          <div className="rb-paste-kinds">
            {CARD_TOOL_KINDS.map((one) => (
              <label key={one} data-kind={one}>
                <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => setKind(one)} />
                <span>
                  <BoardIcon name={one} size={17} /> {t(`canvas.kind.${one}`)}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        {areas.length > 0 && (
          <label className="field">
            <span className="field-label">{t('canvas.paste.area')}</span>
            <select className="input" value={areaId} onChange={(event) => setAreaId(event.target.value)}>
              {areas.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="">{t('canvas.paste.below')}</option>
            </select>
          </label>
        )}
        <section aria-label={t('canvas.paste.preview')}>
          <p className="rb-paste-count" aria-live="polite">
            <strong>{t('canvas.paste.count', { count: lines.length })}</strong>
            {area && plan.outside > 0 && <span> {t('canvas.paste.outside', { count: plan.outside })}</span>}
            {left > 0 && <span className="field-error"> {t('canvas.paste.left', { max: MAX_LIST, count: left })}</span>}
          </p>
          {lines.length > 0 && (
            <ol className="rb-paste-preview" data-kind={kind}>
              {lines.slice(0, SHOWN).map((line, i) => (
                <li key={i}>{line}</li>
              ))}
              {lines.length > SHOWN && <li className="rb-paste-rest">{t('canvas.paste.more', { count: lines.length - SHOWN })}</li>}
            </ol>
          )}
        </section>
        <div className="rb-dialog-buttons">
          <button type="button" className="btn" onClick={onClose}>
            {t('canvas.cancel')}
          </button>
          <button type="submit" className="btn btn-primary" disabled={lines.length === 0}>
            {t('canvas.paste.submit', { count: lines.length })}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** The area under the pointer, else the one in which the running step works. */
function startArea(
  editor: ReturnType<typeof useEditor>,
  { agenda, phaseId }: ReturnType<ReturnType<typeof useCanvasSession>['view']['get']>,
  point: VecLike | null,
): TLFrameShape | undefined {
  const under = point ? areaAt(editor, point) : undefined
  const wanted = agenda.find(({ id }) => id === phaseId)?.area
  return (
    under ??
    editor
      .getCurrentPageShapes()
      .filter(isArea)
      .find((shape) => areaMeta(shape).area === wanted)
  )
}
