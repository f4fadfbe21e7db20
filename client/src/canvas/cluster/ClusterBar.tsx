import { LayoutGrid, Lock, LockOpen, Ungroup } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useEditor, useValue, type TLFrameShape } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { BarButton } from '../card-bar/BarButton.tsx'
import { FloatingBar } from '../card-bar/FloatingBar.tsx'
import { focusCanvas } from '../overlay/focus-canvas.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { mayEdit } from '../rights/may-edit.ts'
import { useRights } from '../rights/rights-now.ts'
import { TidyMenu } from '../tidy/TidyMenu.tsx'
import { tidyCards } from '../tidy/tidy-cards.ts'
import './cluster.css'
import { isSettled, selectedCluster } from './cluster-frame.ts'

const icon = { size: 18, strokeWidth: 2.1, 'aria-hidden': true } as const

/** Longest name of a cluster, in characters. */
const NAME_LENGTH = 80

/** What can be done with the selected cluster: its name first. */
export function ClusterBar() {
  const editor = useEditor()
  const cluster = useValue('selected cluster', () => (editor.isIn('select.idle') ? selectedCluster(editor) : null), [editor])
  return cluster ? <ShownClusterBar key={cluster.id} cluster={cluster} /> : null
}

function ShownClusterBar({ cluster }: { cluster: TLFrameShape }) {
  const editor = useEditor()
  const { t } = useText()
  const session = useCanvasSession()
  const rights = useRights()
  const [menuOpen, setMenuOpen] = useState(false)
  const settled = isSettled(cluster)
  const isReadonly = useValue('readonly', () => editor.getIsReadonly(), [editor])
  const canEdit = !isReadonly && mayEdit(rights, cluster, session.view.get().me.id)
  const done = (action: () => void) => () => {
    setMenuOpen(false)
    action()
    focusCanvas(editor)
  }
  return (
    <FloatingBar label={t('canvas.cluster.bar')} menuOpen={menuOpen} onCloseMenu={() => setMenuOpen(false)}>
      {canEdit ? (
        <ClusterName cluster={cluster} onDone={() => focusCanvas(editor)} />
      ) : (
        <span className="rb-card-bar-words">
          {settled && <Lock {...icon} size={15} />}{' '}
          {settled ? t('canvas.cluster.isSettled') : cluster.props.name || t('canvas.cluster.unnamed')}
        </span>
      )}
      {!isReadonly && rights.move && (
        <BarButton
          name={t('canvas.tidy.title')}
          icon={<LayoutGrid {...icon} />}
          expanded={menuOpen}
          onPress={() => setMenuOpen(!menuOpen)}
        />
      )}
      {rights.facilitate && !isReadonly && (
        <BarButton
          name={settled ? t('canvas.cluster.reopen') : t('canvas.cluster.settle')}
          icon={settled ? <LockOpen {...icon} /> : <Lock {...icon} />}
          onPress={done(() =>
            session.edit([
              {
                op: 'change',
                id: cluster.id,
                changes: [
                  { key: 'meta.cluster', value: settled ? 'suggested' : 'settled' },
                  { key: 'meta.lock', value: !settled },
                ],
              },
            ]),
          )}
        />
      )}
      {canEdit && (
        <BarButton
          name={t('canvas.cluster.dissolve')}
          icon={<Ungroup {...icon} />}
          danger
          onPress={done(() => {
            editor.markHistoryStoppingPoint('dissolve cluster')
            editor.deleteShapes([cluster.id])
          })}
        />
      )}
      {menuOpen && <TidyMenu onChoose={(wish) => done(() => tidyCards(editor, session, { kind: 'frame', id: cluster.id }, wish))()} />}
    </FloatingBar>
  )
}

/** The name, written when the field is left. A cluster that has none yet asks for it at once. */
function ClusterName({ cluster, onDone }: { cluster: TLFrameShape; onDone: () => void }) {
  const { t } = useText()
  const session = useCanvasSession()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const { name } = cluster.props

  const commit = () => {
    if (draft === null) return
    setDraft(null)
    const next = draft.trim()
    if (next !== name) session.edit([{ op: 'change', id: cluster.id, changes: [{ key: 'props.name', value: next }] }])
  }
  const last = useRef(commit)
  last.current = commit
  useEffect(() => {
    if (input.current?.value === '') input.current.focus()
    return () => last.current()
  }, [])

  return (
    <form
      className="rb-cluster-name"
      onSubmit={(event) => {
        event.preventDefault()
        commit()
        onDone()
      }}
    >
      <input
        ref={input}
        value={draft ?? name}
        maxLength={NAME_LENGTH}
        aria-label={t('canvas.cluster.name')}
        placeholder={t('canvas.cluster.nameHint')}
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
      />
    </form>
  )
}
