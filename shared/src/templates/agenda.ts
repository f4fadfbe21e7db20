import type { Phase, PhaseLimits, PhasePermission } from '../workshop/state.ts'
import flows from './content/flows.json' with { type: 'json' }
import { PHASE_INSTRUCTIONS } from './phase-instructions.ts'

export type FlowId = 'A' | 'B' | 'C'

/** The phases of a flow with what to tell participants in each. Throws when a phase has no instruction: a gap in the data. */
export function agendaOf(flowId: FlowId): Phase[] {
  const flow = flows.flows.find((candidate) => candidate.id === flowId)
  if (!flow) throw new Error(`There is no flow ${flowId}`)
  return flow.phases.map((phase) => {
    const instruction = PHASE_INSTRUCTIONS[phase.id]
    if (!instruction) throw new Error(`Phase ${phase.id} has no instruction`)
    return {
      id: phase.id,
      name: phase.name,
      instruction,
      minutes: phase.minutes,
      area: phase.area,
      // JSON imports widen literals to string; the tests check every value.
      can: phase.can as PhasePermission[],
      privacy: phase.privacy as Phase['privacy'],
      ...limitsOf(phase),
      ...HIDDEN_NOTES[phase.id],
    }
  })
}

/** What hidden notes become and where they go; the flows say neither. People's own dilemmas have an area beside the paper's. */
const HIDDEN_NOTES: Readonly<Record<string, Pick<Phase, 'noteKind' | 'noteArea'>>> = {
  A3: { noteKind: 'dilemma', noteArea: 'local' },
  A8: { noteKind: 'remedy' },
  B2: { noteKind: 'stakeholder' },
}

function limitsOf(phase: object): { limits?: PhaseLimits } {
  const { limit_notes: notes, votes, max_per_item: maxPerItem } = phase as { limit_notes?: number; votes?: number; max_per_item?: number }
  const limits = { ...(notes && { notes }), ...(votes && { votes }), ...(maxPerItem && { maxPerItem }) }
  return Object.keys(limits).length > 0 ? { limits } : {}
}
