import type { EditRights } from '@remedyboard/shared/board/permission'
import type { Round } from '@remedyboard/shared/workshop/round'
import type { SessionView } from '@remedyboard/shared/workshop/view'

/**
 * What a phone can be asked to do. `wait`: nothing yet; `over`: the last step has ended; `watch`: look at the screen in the room; `write`: hidden notes; `add`: cards;
 * `read`: cards with "me too" and comments; `group`: put cards together; `vote`: the open round; `link`; `plan`; `results`.
 */
export type PhoneTask = 'wait' | 'over' | 'watch' | 'write' | 'add' | 'read' | 'group' | 'vote' | 'link' | 'plan' | 'results'

type View = Pick<SessionView, 'agenda' | 'phaseId' | 'phaseRun' | 'results'> & { round: Round | null; me: Pick<SessionView['me'], 'role'> }

/** What this person can do now, the thing to do first; never empty. */
export function tasksOf({ agenda, phaseId, phaseRun, round, results, me }: View, rights: EditRights): PhoneTask[] {
  const tasks: PhoneTask[] = []
  const at = agenda.findIndex(({ id }) => id === phaseId)
  const phase = agenda[at]
  const takesPart = me.role !== 'viewer'
  if (takesPart && round) tasks.push('vote')
  if (!phase) {
    tasks.push(isOver({ agenda, phaseId, phaseRun }) ? 'over' : 'wait')
    if (results.length > 0) tasks.push('results')
    if (rights.add) tasks.push('add')
    tasks.push('read')
    return tasks
  }

  const can = new Set(phase.can)
  const hidden = phase.privacy === 'hidden' || phase.privacy === 'group'
  if (takesPart && hidden && can.has('add')) tasks.push('write')
  if (can.has('add') && !hidden && rights.add) tasks.push('add')
  if (can.has('suggest') && rights.suggest) tasks.push('group')
  // Where cards are moved freely the canvas is needed: a phone follows.
  if (can.has('move') && !can.has('suggest')) tasks.push('watch', 'read')
  if (can.has('link') && rights.link) tasks.push('link')
  if (can.has('edit') && rights.edit) tasks.push('plan')
  const votes = (index: number) => agenda[index]?.can.some((permission) => permission === 'vote' || permission === 'rate') === true
  if (!round && votes(at)) tasks.push(results.length > 0 ? 'results' : 'wait')
  // Right after a vote everybody wants to know how it came out.
  else if (!round && tasks.length === 0 && votes(at - 1) && results.length > 0) tasks.push('results')
  if (can.has('comment')) tasks.push('read')
  if (tasks.length === 0) tasks.push('watch')
  if (can.has('react') && !tasks.includes('read')) tasks.push('read')
  return tasks
}

/** True when steps were run and none runs any more: the workshop has ended. */
export function isOver({ agenda, phaseId, phaseRun }: Pick<View, 'agenda' | 'phaseId' | 'phaseRun'>): boolean {
  return phaseId === null && phaseRun > 0 && agenda.length > 0
}

/** The thing to do now. */
export function taskOf(view: View, rights: EditRights): PhoneTask {
  return tasksOf(view, rights)[0] ?? 'watch'
}
