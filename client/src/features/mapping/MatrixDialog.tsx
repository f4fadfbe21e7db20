import { LINK_BASES } from '@remedyboard/shared/board/card'
import { Link2, Link2Off, Minus, Plus } from 'lucide-react'
import { useMemo, useState, type CSSProperties } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { newShapeId } from '../../session/new-id.ts'
import { announce } from '../../ui/announce.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { answerToggle, mayToggle, toggleOperations } from './answer-toggle.ts'
import { BasisMark } from './BasisMark.tsx'
import { CellReading } from './CellReading.tsx'
import type { GridCell } from '../../ui/grid-step.ts'
import { useMappingView } from './mapping-view.ts'
import { MatrixGrid } from './MatrixGrid.tsx'
import { RowControls } from './RowControls.tsx'
import './matrix.css'

interface MatrixDialogProps {
  session: BoardSession
  onGoTo: (cardId: string) => void
  onClose: () => void
}

/** Sizes of cells and letters, as shares. */
const ZOOMS = [0.6, 0.75, 0.9, 1, 1.2, 1.45] as const

/** Dilemmas × remedies over the whole screen: the same links as on the canvas, to be read and made. */
export function MatrixDialog({ session, onGoTo, onClose }: MatrixDialogProps) {
  const { t } = useText()
  const view = useMappingView(session)
  const rights = useReadable(session.rights)
  const { me } = useReadable(session.view)
  const [zoom, setZoom] = useState<number>(1)
  const [active, setActive] = useState<GridCell>({ row: 1, column: 1 })
  const [pointed, setPointed] = useState<GridCell | null>(null)

  const { rows, columns, progress, graph } = view
  const names = useMemo(() => {
    const nameOf = (id: string) => graph.cards.get(id)?.text.trim() || t('coverage.unnamed')
    return { rows: rows.map(({ cardId }) => nameOf(cardId)), columns: columns.map(({ cardId }) => nameOf(cardId)) }
  }, [rows, columns, graph, t])

  const at = ({ row, column }: GridCell) => {
    const [dilemma, remedy] = [rows[row - 1], columns[column - 1]]
    if (!dilemma || !remedy) return null
    return {
      dilemmaId: dilemma.cardId,
      remedyId: remedy.cardId,
      dilemma: names.rows[row - 1] ?? '',
      remedy: names.columns[column - 1] ?? '',
      answer: dilemma.answers.find(({ remedyId }) => remedyId === remedy.cardId),
    }
  }
  const toggle = (cell: GridCell) => {
    const found = at(cell)
    const choice = answerToggle(found?.answer)
    const records = session.index.visible
    if (!found || !mayToggle(choice, { id: me.id, rights }, records)) return
    session.edit(toggleOperations(choice, found, records, { newId: newShapeId(), author: me.id }))
    const links = choice.does === 'add' || choice.does === 'confirm'
    announce(t(links ? 'mapping.linked' : 'mapping.unlinked', { dilemma: found.dilemma, remedy: found.remedy }))
  }
  const zoomBy = (steps: number) => {
    const next = ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, ZOOMS.findIndex((each) => each >= zoom) + steps))]
    if (next !== undefined) setZoom(next)
  }

  const shown = at(pointed ?? active)
  const choice = shown && answerToggle(shown.answer)
  const may = choice !== null && mayToggle(choice, { id: me.id, rights }, session.index.visible)
  const actionWords =
    choice &&
    { add: t('mapping.link'), remove: t('mapping.unlink'), confirm: t('mapping.confirm'), doubt: t('mapping.doubt'), keep: '' }[choice.does]

  return (
    <Dialog title={t('mapping.matrixTitle')} closeLabel={t('app.close')} onClose={onClose} variant="full">
      <div className="matrix" style={{ '--matrix-zoom': zoom } as CSSProperties}>
        <div className="matrix-tools">
          <RowControls session={session} view={view} />
          <span className="matrix-progress">{t('coverage.summary', progress)}</span>
          <span className="matrix-zoom" role="group" aria-label={t('mapping.zoom', { percent: Math.round(zoom * 100) })}>
            <button
              type="button"
              className="btn btn-icon"
              aria-label={t('mapping.smaller')}
              title={t('mapping.smaller')}
              disabled={zoom === ZOOMS[0]}
              onClick={() => zoomBy(-1)}
            >
              <Minus aria-hidden />
            </button>
            <span className="tabular" aria-hidden>
              {t('mapping.zoom', { percent: Math.round(zoom * 100) })}
            </span>
            <button
              type="button"
              className="btn btn-icon"
              aria-label={t('mapping.larger')}
              title={t('mapping.larger')}
              disabled={zoom === ZOOMS.at(-1)}
              onClick={() => zoomBy(1)}
            >
              <Plus aria-hidden />
            </button>
          </span>
        </div>
        {rows.length === 0 || columns.length === 0 ? (
          <p className="matrix-empty">{t('mapping.matrixEmpty')}</p>
        ) : (
          <MatrixGrid
            rows={rows}
            columns={columns}
            names={names}
            active={active}
            onActivate={setActive}
            onPoint={setPointed}
            onGoTo={onGoTo}
            onToggle={toggle}
          />
        )}
        <footer className="matrix-foot">
          <div className="matrix-reading" aria-live="off">
            {shown ? <CellReading {...shown} /> : <p className="matrix-hint">{t('mapping.point')}</p>}
            {choice && choice.does !== 'keep' && (
              <button
                type="button"
                className="btn matrix-toggle"
                disabled={!may}
                title={may ? undefined : t('mapping.notInThisStep')}
                onClick={() => toggle(pointed ?? active)}
              >
                {choice.does === 'add' || choice.does === 'confirm' ? <Link2 aria-hidden /> : <Link2Off aria-hidden />} {actionWords}
              </button>
            )}
          </div>
          <ul className="matrix-legend">
            {LINK_BASES.map((basis) => (
              <li key={basis}>
                <BasisMark basis={basis} /> {t(`canvas.line.${basis}`)}
              </li>
            ))}
            <li>
              <BasisMark basis="explicit" inherited /> {t('mapping.inherited')}
            </li>
            <li className="matrix-keys">{t('mapping.matrixHint')}</li>
          </ul>
        </footer>
      </div>
    </Dialog>
  )
}
