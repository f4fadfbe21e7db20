import { areaFrame } from '@remedyboard/shared/board/place-in-area'
import { moveInto, newCluster } from '@remedyboard/shared/mapping/cluster-operations'
import { clustersOf, unclustered } from '@remedyboard/shared/mapping/clusters'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { notesAreas } from '@remedyboard/shared/workshop/notes-areas'
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardMapping } from '../session/board-mapping.ts'
import type { BoardSession } from '../session/board-session.ts'
import { newShapeId } from '../session/new-id.ts'
import { CommitField } from '../ui/CommitField.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { NewName } from './NewName.tsx'
import { ReadyButton } from './ReadyButton.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'

/** Puts cards that belong together into named groups. */
export function GroupTask({ session, phase }: TaskProps) {
  const { t } = useText()
  const graph = useReadable(boardMapping(session).graph)
  const { agenda, me } = useReadable(session.view)
  const rights = useReadable(session.rights)
  const [naming, setNaming] = useState<string | null>(null)
  if (!phase) return null

  const areas = [phase.area, ...notesAreas(agenda, phase.area)]
  const loose = areas.flatMap((area) => unclustered(graph, area))
  const clusters = clustersOf(graph).filter(({ area }) => area === null || areas.includes(area))
  const records = session.index.visible

  const put = (card: MappingCard, frameId: string) => session.edit(moveInto(records, card.id, frameId))
  const takeOut = (card: MappingCard) => {
    const home = card.area === null ? undefined : areaFrame(records.values(), card.area)
    if (home) put(card, home.id)
  }
  const make = (card: MappingCard, name: string) => {
    setNaming(null)
    const home = areaFrame(records.values(), card.area ?? phase.area)
    if (home) session.edit(newCluster(records, { id: newShapeId(), name, cardId: card.id, areaId: home.id, author: me.id }))
  }

  return (
    <TaskFrame
      label={t('phone.task.group')}
      footer={
        <>
          <span className="phone-left">{leftWords(t, loose.length)}</span>
          <ReadyButton session={session} />
        </>
      }
    >
      <ul className="phone-list">
        {loose.map((card) => (
          <li key={card.id} className="phone-card" data-kind={card.kind}>
            <p className="phone-card-text">{card.text}</p>
            {naming === card.id ? (
              <NewName
                label={t('phone.group.newName')}
                make={t('phone.group.make')}
                onMake={(name) => make(card, name)}
                onCancel={() => setNaming(null)}
              />
            ) : (
              <select
                className="input phone-group-choice"
                aria-label={t('phone.group.intoLabel', { text: card.text })}
                value=""
                onChange={(event) => (event.target.value === NEW ? setNaming(card.id) : put(card, event.target.value))}
              >
                <option value="" disabled>
                  {t('phone.group.choose')}
                </option>
                {clusters.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name || t('phone.group.unnamed')}
                  </option>
                ))}
                {rights.suggest && <option value={NEW}>{t('phone.group.newOne')}</option>}
              </select>
            )}
          </li>
        ))}
      </ul>
      {clusters.map((cluster) => (
        <section key={cluster.id} className="phone-part" aria-label={cluster.name || t('phone.group.unnamed')}>
          {cluster.settled ? (
            <h2>
              <Lock aria-label={t('phone.group.settled')} /> {cluster.name || t('phone.group.unnamed')}
            </h2>
          ) : (
            <GroupName session={session} id={cluster.id} name={cluster.name} />
          )}
          <ul className="phone-list">
            {cluster.cards.map((card) => (
              <li key={card.id} className="phone-card phone-grouped" data-kind={card.kind}>
                <p className="phone-card-text">{card.text}</p>
                <button
                  type="button"
                  className="btn"
                  aria-label={t('phone.group.takeOutLabel', { text: card.text })}
                  onClick={() => takeOut(card)}
                >
                  {t('phone.group.takeOut')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </TaskFrame>
  )
}

/** The choice that makes a group. */
const NEW = 'new'

function leftWords(t: ReturnType<typeof useText>['t'], left: number): string {
  return left === 0 ? t('phone.group.allIn') : t('phone.group.left', { count: left })
}

function GroupName({ session, id, name }: { session: BoardSession; id: string; name: string }) {
  const { t } = useText()
  return (
    <CommitField
      label={t('phone.group.name')}
      placeholder={t('phone.group.unnamed')}
      value={name}
      maxLength={80}
      onCommit={(value) => session.edit([{ op: 'change', id, changes: [{ key: 'props.name', value: value.trim() }] }])}
    />
  )
}
