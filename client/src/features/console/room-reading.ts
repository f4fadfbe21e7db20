import type { RosterEntry, SessionView } from '@remedyboard/shared/workshop/view'

/** Somebody in a list of names. */
export type Named = Pick<RosterEntry, 'id' | 'name'>

/** Who is missing, for the facilitator: only people who take part, and only those whom one could wait for. */
export interface RoomReading {
  /** participants whose page is open */
  here: number
  ready: number
  /** here, and not done with this step */
  notReady: readonly Named[]
  /** here, and without a hidden note; null when the step hides none */
  notWritten: readonly Named[] | null
  /** here, and in no group; null when the step is for nobody's group */
  alone: readonly Named[] | null
  /** participants who were here and are not now, the last one first */
  away: readonly Named[]
  /** everybody's hands, the first one first */
  hands: readonly Named[]
}

export function roomReading(view: SessionView, present: ReadonlySet<string>): RoomReading {
  const participants = (view.roster ?? []).filter(({ role }) => role === 'participant')
  const here = participants.filter(({ id }) => present.has(id))
  const hidesNotes = view.writing !== null
  const isForGroups = view.agenda.find(({ id }) => id === view.phaseId)?.privacy === 'group'
  return {
    here: here.length,
    ready: here.filter(({ ready }) => ready).length,
    notReady: here.filter(({ ready }) => !ready),
    // 0 notes and "has not written" are the same question
    notWritten: hidesNotes ? here.filter(({ wrote }) => wrote === false || wrote === 0) : null,
    alone: isForGroups ? here.filter(({ id }) => !view.groups.some(({ members }) => members.includes(id))) : null,
    away: participants.filter(({ id }) => !present.has(id)).sort((a, b) => (b.awaySince ?? 0) - (a.awaySince ?? 0)),
    hands: view.hands,
  }
}
