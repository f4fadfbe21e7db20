/**
 * What a person may be writing: something new in a step, a change of a hidden note or of a card, a comment on a card, a new action of the
 * plan, the name of something new that a card goes to.
 */
export type WritingTarget =
  | { kind: 'new'; phaseId: string | null }
  | { kind: 'note'; phaseId: string; id: string }
  | { kind: 'card' | 'talk' | 'name'; id: string }
  | { kind: 'action' }

/** Stands for "no step runs". */
const NO_PHASE = 'none'

/** The name under which the device keeps the text. */
export function targetName(target: WritingTarget): string {
  switch (target.kind) {
    case 'new':
      return target.phaseId ?? NO_PHASE
    case 'note':
      return `note ${target.phaseId} ${target.id}`
    case 'card':
    case 'talk':
    case 'name':
      return `${target.kind} ${target.id}`
    case 'action':
      return 'action of the plan'
  }
}
