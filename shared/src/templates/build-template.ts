import type { BoardRecord } from '../board/board-record.ts'
import type { TemplateId } from '../protocol/api.ts'
import type { Locale } from '../protocol/locale.ts'
import type { Phase } from '../workshop/state.ts'
import { agendaOf, type FlowId } from './agenda.ts'
import { EMPTY_PLAN, type BoardPlan } from './board-plan.ts'
import { dilemmaRemedyPlan } from './dilemma-remedy.ts'
import type { Wording } from './paper.ts'
import { planRecords } from './plan-records.ts'
import { rapidReviewPlan } from './rapid-review.ts'
import { stakeholderCoordinationPlan } from './stakeholder-coordination.ts'

export interface BuildTemplateOptions {
  /** default: `party`, the paper's own words */
  wording?: Wording
}

export interface BuiltTemplate {
  /** every record of the new board, document and page first */
  records: BoardRecord[]
  /** empty when the template has no flow */
  agenda: Phase[]
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
}

/** A new board: the same arguments always give the same records, ids included. */
export function buildTemplate(id: TemplateId, locale: Locale, options: BuildTemplateOptions = {}): BuiltTemplate {
  const spec = SPECS[id]
  return {
    records: planRecords(spec.plan(locale, options.wording ?? 'party'), locale === 'zh-CN' ? '白板' : 'Board'),
    agenda: spec.flow === null ? [] : agendaOf(spec.flow),
  }
}
