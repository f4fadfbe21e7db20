import type { Locale } from '../protocol/locale.ts'
import type { Bilingual, Phase } from './state.ts'

/** Where the workshop stands: the running phase and its neighbours. */
export interface AgendaPosition {
  /** index of the running phase; -1 when none runs */
  index: number
  phase: Phase | null
  previous: Phase | null
  next: Phase | null
}

export function agendaPosition(agenda: readonly Phase[], phaseId: string | null): AgendaPosition {
  const index = phaseId === null ? -1 : agenda.findIndex((phase) => phase.id === phaseId)
  if (index < 0) return { index: -1, phase: null, previous: null, next: agenda[0] ?? null }
  return { index, phase: agenda[index] ?? null, previous: agenda[index - 1] ?? null, next: agenda[index + 1] ?? null }
}

export function inLocale(text: Bilingual, locale: Locale): string {
  return locale === 'zh-CN' ? text.zh : text.en
}
