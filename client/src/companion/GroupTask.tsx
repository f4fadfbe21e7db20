import { areaFrame } from '@remedyboard/shared/board/place-in-area'
import { refusalOf } from '@remedyboard/shared/board/permission'
import { moveInto, newCluster } from '@remedyboard/shared/mapping/cluster-operations'
import { clustersOf, unclustered } from '@remedyboard/shared/mapping/clusters'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { notesAreas } from '@remedyboard/shared/workshop/notes-areas'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardAreas } from '../session/board-areas.ts'
import { boardMapping } from '../session/board-mapping.ts'
import type { BoardSession } from '../session/board-session.ts'
import { newShapeId } from '../session/new-id.ts'
import { stepAsideSoon } from '../session/step-aside-soon.ts'
import { undoableEdits } from '../session/undoable-edits.ts'
import { useReadable } from '../ui/use-readable.ts'
import { GroupPart } from './GroupPart.tsx'
import { LooseCard } from './LooseCard.tsx'
import { ReadyButton } from './ReadyButton.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'
import { UndoLine } from './UndoLine.tsx'
import { useEvent } from './use-event.ts'
import './group.css'

const NOWHERE: never[] = []

/** Puts cards that belong together into named groups. */
export function GroupTask({ session, phase }: TaskProps) {
  return phase && <Groups session={session} phase={phase} />
}

function Groups({ session, phase }: { session: BoardSession; phase: Phase }) {
  const { t } = useText()
  const graph = useReadable(boardMapping(session).graph)
  const boardRecords = useReadable(session.records)
  const { agenda, hiddenAreas, me } = useReadable(session.view)
  const rights = useReadable(session.rights)
  const [naming, setNaming] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)

  const edits = undoableEdits(session)
  const areas = useMemo(() => [phase.area, ...notesAreas(agenda, phase.area)], [agenda, phase.area])
  const loose = areas.flatMap((area) => unclustered(graph, area))
  const clusters = useMemo(() => clustersOf(graph).filter(({ area }) => area === null || areas.includes(area)), [graph, areas])
  // Who may only suggest groups leaves cards in their area.
  const maySort = phase.can.includes('move')
  const elsewhere = useMemo(
    () => (maySort ? boardAreas(boardRecords).filter(({ area }) => !areas.includes(area) && !hiddenAreas.includes(area)) : NOWHERE),
    [maySort, boardRecords, areas, hiddenAreas],
  )
  const records = session.index.visible
  const mayMove = useCallback(
    ({ author, locked }: MappingCard) =>
      refusalOf(rights, 'place', { own: author === me.id, locked, link: false, cluster: false }) === null,
    [rights, me.id],
  )

  const put = (card: MappingCard, frameId: string, done: string) => {
    edits.edit(moveInto(records, card.id, frameId), done)
    stepAsideSoon(session, card.id)
    focusAfter(loose, card.id)
  }
  const make = useEvent((card: MappingCard, name: string) => {
    setNaming(null)
    const home = areaFrame(records.values(), card.area ?? phase.area)
    if (!home) return
    const id = newShapeId()
    const done = t('phone.write.inGroup', { text: card.text, group: name })
    edits.edit(newCluster(records, { id, name, cardId: card.id, areaId: home.id, author: me.id }), done)
    stepAsideSoon(session, id)
    focusAfter(loose, card.id)
  })
  const takeOut = useEvent((card: MappingCard) => {
    const home = card.area === null ? undefined : areaFrame(records.values(), card.area)
    if (home) put(card, home.id, t('phone.write.isOut', { text: card.text }))
  })
  const putInto = useEvent((card: MappingCard, id: string, name: string) =>
    put(card, id, t('phone.write.inGroup', { text: card.text, group: name })),
  )
  const sort = useEvent((card: MappingCard, area: string, name: string) => {
    const frame = areaFrame(records.values(), area)
    if (frame) putInto(card, frame.id, name)
  })
  /** The card leaves its place in the list: whoever goes on by keyboard goes on with the one below it. */
  const focusAfter = (cards: readonly MappingCard[], id: string) => {
    const next = cards[cards.findIndex((card) => card.id === id) + 1] ?? cards.find((card) => card.id !== id)
    requestAnimationFrame(() => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
      const row = rows.find(({ dataset }) => dataset['card'] === next?.id)
      ;(row?.querySelector('select') ?? list.current)?.focus()
    })
  }

  return (
    <TaskFrame
      label={t('phone.task.group')}
      footer={
        <>
          <UndoLine session={session} />
          <span className="phone-left">{loose.length === 0 ? t('phone.group.allIn') : t('phone.group.left', { count: loose.length })}</span>
          <ReadyButton session={session} />
        </>
      }
    >
      <div ref={list} tabIndex={-1} className="phone-groups">
        {loose.length > 0 && (
          <ul className="phone-list">
            {loose.map((card) => (
              <LooseCard
                key={card.id}
                session={session}
                card={card}
                isNaming={naming === card.id}
                clusters={clusters}
                areas={elsewhere}
                mayMake={rights.suggest || rights.facilitate}
                onNaming={setNaming}
                onMake={make}
                onPut={putInto}
                onArea={sort}
              />
            ))}
          </ul>
        )}
        {clusters.length === 0 && loose.length > 0 && rights.suggest && <p className="phone-quiet">{t('phone.write.noGroups')}</p>}
        {clusters.length > 0 && <h2>{t('phone.write.groups')}</h2>}
        {clusters.map((cluster) => (
          <GroupPart key={cluster.id} session={session} cluster={cluster} mayMove={mayMove} onTakeOut={takeOut} />
        ))}
      </div>
    </TaskFrame>
  )
}
