import type { BoardRecord } from '../board/board-record.ts'
import type { TemplateId } from '../protocol/api.ts'
import type { Locale } from '../protocol/locale.ts'
import type { WorkshopEvent } from '../workshop/event.ts'
import type { Phase } from '../workshop/state.ts'
import { agendaOf, type FlowId } from './agenda.ts'
import { EMPTY_PLAN, type BoardPlan } from './board-plan.ts'
import { dilemmaRemedyPlan } from './dilemma-remedy.ts'
import type { Wording } from './paper.ts'
import { exampleWorkshop } from './example-workshop.ts'
import { planRecords } from './plan-records.ts'
import { rapidReviewPlan } from './rapid-review.ts'
import { stakeholderCoordinationPlan } from './stakeholder-coordination.ts'

export interface BuildTemplateOptions {
  /** default: `party`, the paper's own words */
  wording?: Wording
  /** server ms since the epoch, for the dates of the example; default: the beginning of the epoch */
  now?: number
}

export interface BuiltTemplate {
  /** every record of the new board, document and page first */
  records: BoardRecord[]
  /** empty when the template has no flow */
  agenda: Phase[]
  /** what happened on it already */
  events: WorkshopEvent[]
}

interface TemplateSpec {
  flow: FlowId | null
  plan: (locale: Locale, wording: Wording) => BoardPlan
}

const SPECS: Readonly<Record<TemplateId, TemplateSpec>> = {
  'dilemma-remedy': { flow: 'A', plan: dilemmaRemedyPlan },
  'stakeholder-coordination': { flow: 'B', plan: stakeholderCoordinationPlan },
  'rapid-review': { flow: 'C', plan: rapidReviewPlan },
  blank: { flow: null, plan: () => EMPTY_PLAN },
  example: { flow: 'A', plan: dilemmaRemedyPlan },
}

/** A new board: the same arguments always give the same records, ids included. */
export function buildTemplate(id: TemplateId, locale: Locale, { wording = 'party', now = 0 }: BuildTemplateOptions = {}): BuiltTemplate {
  const spec = SPECS[id]
  const records = planRecords(spec.plan(locale, wording), locale === 'zh-CN' ? '白板' : 'Board')
  const agenda = spec.flow === null ? [] : agendaOf(spec.flow)
  return id === 'example' ? { agenda, ...exampleWorkshop(records, locale, now) } : { records, agenda, events: [] }
}
