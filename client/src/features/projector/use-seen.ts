import { isCard } from '@remedyboard/shared/board/card'
import { useEffect, useState } from 'react'
import type { BoardSession } from '../../session/board-session.ts'
import type { Seen } from './scene.ts'

/** View and document come as two messages: cards this much earlier or later than the end of the hidden notes were these notes. */
const TOGETHER_MS = 3_000

const NOTHING: Seen = { revealed: [], closedRound: null }

/** Follows what happens while the wall is on: notes that become cards, and rounds that close. */
export function useSeen(session: BoardSession): Seen {
  const [seen, setSeen] = useState(NOTHING)

  useEffect(() => {
    let last = session.view.get()
    let fresh: { id: string; at: number }[] = []
    let revealedAt = -Infinity

    const showFresh = () => {
      const now = session.serverNow()
      fresh = fresh.filter(({ at }) => now - at < TOGETHER_MS)
      if (now - revealedAt > TOGETHER_MS || fresh.length === 0) return
      const ids = fresh.map(({ id }) => id)
      fresh = []
      // The newest first: groups post one after the other, and the wall has room for some only.
      setSeen((before) => ({ ...before, revealed: [...new Set([...ids, ...before.revealed])] }))
    }
    const stopView = session.view.subscribe(() => {
      const view = session.view.get()
      const was = last
      last = view
      if (view.phaseRun !== was.phaseRun) {
        revealedAt = -Infinity
        setSeen(NOTHING)
      }
      const closed = was.round && !view.round && view.results.some(({ id }) => id === was.round?.id)
      if (closed) setSeen((before) => ({ ...before, closedRound: was.round?.id ?? null }))
      if ((was.writing?.notes ?? 0) > 0 && (view.writing?.notes ?? 0) < (was.writing?.notes ?? 0)) {
        revealedAt = session.serverNow()
        showFresh()
      }
    })
    const stopRecords = session.onRecordChanges((changes) => {
      // While notes are hidden participants put no cards on the board: what comes now was a note, or a facilitator's card. Where no names
      // were announced, notes have no author, and every other card has (R25, R45).
      const { writing, agenda, phaseId } = session.view.get()
      if (!writing) return
      const haveAuthors = agenda.find((phase) => phase.id === phaseId)?.named === true
      const at = session.serverNow()
      for (const [id, record] of changes) {
        if (record && isCard(record) && !known.has(id) && (haveAuthors || record.meta?.['author'] === undefined)) fresh.push({ id, at })
      }
      for (const id of changes.keys()) known.add(id)
      showFresh()
    })
    const known = new Set(session.index.visible.keys())
    const stopReady = session.ready.subscribe(() => {
      for (const id of session.index.visible.keys()) known.add(id)
    })
    return () => {
      stopView()
      stopRecords()
      stopReady()
    }
  }, [session])

  return seen
}
