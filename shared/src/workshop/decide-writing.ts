import { COMMAND_LIMITS } from './command-limits.ts'
import type { WorkshopCommand } from './command.ts'
import { FACILITATORS_ONLY, NOTHING, personIn, unprocessable, type Actor, type Decision } from './decision.ts'
import { allOvertakenEdits, forgetOvertaken, noteOvertaken, overtakenEdits } from './overtaken-edits.ts'
import { draftKey, draftsOf, draftsPrefix, draftValue, type Draft, type SealedOp, type SealedRows } from './sealed.ts'
import type { Phase, WorkshopState } from './state.ts'

type WritingCommand = Extract<WorkshopCommand, { type: 'write-draft' | 'reveal-notes' | 'discard-notes' }>

/** Hidden writing: notes that nobody else sees until they are revealed, each onto the board exactly once. */
export function decideWriting(state: WorkshopState, sealed: SealedRows, command: WritingCommand, actor: Actor): Decision {
  switch (command.type) {
    case 'write-draft':
      return decideDraft(state, sealed, command, actor)
    case 'reveal-notes':
      return decideReveal(state, sealed, command.phaseId, command.group, actor)
    case 'discard-notes': {
      if (actor.role !== 'facilitator') return FACILITATORS_ONLY
      const { phaseId } = command
      const drafts = draftsOf(sealed, phaseId)
      const count = drafts.length
      if (count === 0) return NOTHING
      return {
        events: [{ type: 'notes-discarded', phaseId, count, ...editsOf(drafts, allOvertakenEdits(sealed, 'draft', phaseId)) }],
        sealed: [{ op: 'erase', prefix: draftsPrefix(phaseId) }, ...forgetOvertaken(sealed, 'draft', phaseId)],
      }
    }
    default:
      return command satisfies never
  }
}

/** True while notes of this phase are hidden. */
export function isHidden({ privacy }: Phase): boolean {
  return privacy === 'hidden' || privacy === 'group'
}

/** The group that somebody works in, if any. */
export function groupOf({ groups }: WorkshopState, id: string) {
  return groups.find(({ members }) => members.includes(id))
}

function decideDraft(
  state: WorkshopState,
  sealed: SealedRows,
  { phaseId, id, text, edit }: Extract<WritingCommand, { type: 'write-draft' }>,
  actor: Actor,
): Decision {
  const phase = state.agenda.find((candidate) => candidate.id === state.phaseId)
  if (actor.role === 'viewer' || !personIn(state, actor.id)) {
    return { refused: { code: 'not-allowed', message: 'Viewers do not write: ask a facilitator for another role.' } }
  }
  const key = draftKey(phaseId, actor.id, id)
  const words = text.trim()
  const own = draftsOf(sealed, phaseId).filter(({ author }) => author === actor.id)
  const former = own.find((draft) => draft.id === id)
  // Sent again because the answer was lost: it is there, or it was and has been changed, taken back or turned over meanwhile, whatever
  // phase runs by now.
  const spent = [...state.spentEdits, ...overtakenEdits(sealed, 'draft', phaseId, actor.id)]
  if (edit !== undefined && (spent.includes(edit) || (former?.edit === edit && former.text === words))) return NOTHING
  if (phase?.id !== phaseId || !isHidden(phase)) return unprocessable('Hidden notes are not taken now: keep the text for a later phase.')
  const overtaken = (...names: (string | undefined)[]) => noteOvertaken(sealed, 'draft', phaseId, actor.id, names)
  if (words === '') {
    if (!former && edit === undefined) return NOTHING
    const erased: SealedOp[] = former ? [{ op: 'erase', prefix: key }] : []
    return { events: [], sealed: [...erased, ...overtaken(former?.edit, edit)] }
  }
  if (former?.text === words && former.edit === edit) return NOTHING
  const limit = phase.limits?.notes ?? COMMAND_LIMITS.drafts
  if (!former && own.length >= limit) return unprocessable(`Each person writes ${limit} notes at most in this phase: change one instead.`)
  const names = former?.edit === edit ? [] : overtaken(former?.edit)
  return { events: [], sealed: [{ op: 'put', key, value: draftValue(words, edit) }, ...names] }
}

function decideReveal(state: WorkshopState, sealed: SealedRows, phaseId: string, groupId: string | undefined, actor: Actor): Decision {
  const phase = state.agenda.find(({ id }) => id === phaseId)
  const group = groupId === undefined ? undefined : state.groups.find(({ id }) => id === groupId)
  const isOwnGroup = phase?.privacy === 'group' && actor.role === 'participant' && group?.members.includes(actor.id) === true
  if (actor.role !== 'facilitator' && !isOwnGroup) return FACILITATORS_ONLY
  if (!phase) return unprocessable('This phase is not in the agenda of the board: read the agenda again.')
  if (groupId !== undefined && !group) return unprocessable('There is no such group: read the groups again.')
  // Elsewhere a group of one would be a way to single out somebody's anonymous note.
  if (group && phase.privacy !== 'group') return unprocessable('This phase is not for groups: all of its notes are revealed together.')
  const drafts = draftsOf(sealed, phaseId).filter(({ author }) => !group || group.members.includes(author))
  if (drafts.length === 0) return NOTHING
  if (actor.role !== 'facilitator') {
    if (state.boardLocked) return LOCKED
    if (state.phaseId !== phaseId) return unprocessable('This phase does not run now: a facilitator can post the notes of your group.')
  }
  const overtaken = group
    ? group.members.flatMap((id) => overtakenEdits(sealed, 'draft', phaseId, id)).sort()
    : allOvertakenEdits(sealed, 'draft', phaseId)
  const ofGroup = groupId === undefined ? {} : { group: groupId }
  return {
    events: [{ type: 'notes-revealed', phaseId, count: drafts.length, ...ofGroup, ...editsOf(drafts, overtaken) }],
    sealed: group
      ? [...drafts.map((draft) => erase(phaseId, draft)), ...group.members.flatMap((id) => forgetOvertaken(sealed, 'draft', phaseId, id))]
      : [{ op: 'erase', prefix: draftsPrefix(phaseId) }, ...forgetOvertaken(sealed, 'draft', phaseId)],
    reveal: {
      area: phase.noteArea ?? phase.area,
      kind: phase.noteKind ?? 'note',
      // Drafts come in the order of their authors' ids: of that not even the shuffle may know.
      notes: drafts.toSorted(byText).map(({ text, author }) => ({ text, author: phase.named === true ? author : null })),
    },
  }
}

const LOCKED: Decision = { refused: { code: 'not-allowed', message: 'The board is locked: ask a facilitator to open it.' } }

function erase(phaseId: string, { author, id }: Draft): SealedOp {
  return { op: 'erase', prefix: draftKey(phaseId, author, id) }
}

/**
 * Whoever sends one of these again hears that it is done. Sorted, so that nothing of the order of authors is kept; those of the notes
 * themselves last: when there are too many to keep, the oldest names go.
 */
function editsOf(drafts: readonly Draft[], overtaken: readonly string[]): { edits?: string[] } {
  const edits = [...overtaken, ...drafts.flatMap(({ edit }) => edit ?? []).sort()]
  return edits.length > 0 ? { edits } : {}
}

function byText(a: Draft, b: Draft): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0
}
