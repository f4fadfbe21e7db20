import type { PhoneTask } from './phone-task.ts'

/** What a person may be writing: something new in a step, a change of a hidden note or of a card, a comment on a card. */
export type WritingTarget =
  | { kind: 'new'; phaseId: string | null }
  | { kind: 'note'; phaseId: string; id: string }
  | { kind: 'card' | 'talk'; id: string }

/** Stands for "no step runs". */
const NO_PHASE = 'none'

/** The name under which the phone keeps the text. */
export function targetName(target: WritingTarget): string {
  switch (target.kind) {
    case 'new':
      return target.phaseId ?? NO_PHASE
    case 'note':
      return `note ${target.phaseId} ${target.id}`
    case 'card':
    case 'talk':
      return `${target.kind} ${target.id}`
  }
}

/** Where a kept text can be written on now. */
interface Desk {
  phaseId: string | null
  tasks: readonly PhoneTask[]
}

/** Kept texts that no field shows any more, because their step is over or their writer may not write now. */
export function orphanedTexts(kept: ReadonlyMap<string, string>, { phaseId, tasks }: Desk): [name: string, text: string][] {
  const canWrite = tasks.includes('write') || tasks.includes('add')
  const shown = (name: string) => {
    const [kind, id] = name.split(' ')
    if (id === undefined) return canWrite && name === (phaseId ?? NO_PHASE)
    if (kind === 'note') return tasks.includes('write') && id === phaseId
    return kind === 'talk' ? tasks.includes('read') : tasks.includes('add') || tasks.includes('plan')
  }
  return [...kept].filter(([name, text]) => text.trim() !== '' && !shown(name))
}
