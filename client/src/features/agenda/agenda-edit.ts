import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { Bilingual, Phase, PhaseLimits, PhasePermission } from '@remedyboard/shared/workshop/state'

/** A change of the agenda as it is now, whatever others have changed meanwhile. */
export type AgendaEdit = (agenda: readonly Phase[]) => readonly Phase[]

/** Changes one step. Nothing happens when somebody has taken it out. */
export function changePhase(id: string, change: (phase: Phase) => Phase): AgendaEdit {
  return (agenda) => agenda.map((phase) => (phase.id === id ? withinReason(change(phase)) : phase))
}

export function removePhase(id: string): AgendaEdit {
  return (agenda) => agenda.filter((phase) => phase.id !== id)
}

/** Puts a step behind another, or first (`null`). Twice is once. */
export function addPhase(phase: Phase, after: string | null): AgendaEdit {
  return (agenda) => {
    if (agenda.some(({ id }) => id === phase.id)) return agenda
    const at = after === null ? 0 : agenda.findIndex(({ id }) => id === after) + 1
    return [...agenda.slice(0, at), phase, ...agenda.slice(at)]
  }
}

/** Moves a step up (-1) or down (+1), as far as it goes. */
export function movePhase(id: string, by: -1 | 1): AgendaEdit {
  return (agenda) => {
    const from = agenda.findIndex((phase) => phase.id === id)
    const phase = agenda[from]
    const to = from + by
    if (!phase || to < 0 || to >= agenda.length) return agenda
    const rest = agenda.filter((each) => each !== phase)
    return [...rest.slice(0, to), phase, ...rest.slice(to)]
  }
}

/** A text in one language. The other language keeps its own, unless it never had one: where both were the same, both follow. */
export function inOneLanguage(text: Bilingual, locale: Locale, words: string): Bilingual {
  if (text.en === text.zh) return { en: words, zh: words }
  return locale === 'zh-CN' ? { ...text, zh: words } : { ...text, en: words }
}

/** An empty step to begin with, in the area of the one before it. */
export function newPhase(id: string, name: string, area: string): Phase {
  return { id, name: { en: name, zh: name }, instruction: { en: '', zh: '' }, minutes: 5, area, can: ['add'], privacy: 'open' }
}

/** Takes a permission in or out, in the order of the table. */
export function withPermission(phase: Phase, permission: PhasePermission, isAllowed: boolean, order: readonly PhasePermission[]): Phase {
  const can = new Set(phase.can)
  if (isAllowed) can.add(permission)
  else can.delete(permission)
  return { ...phase, can: order.filter((each) => can.has(each)) }
}

/** Sets a limit; null = none. */
export function withLimit(phase: Phase, name: keyof PhaseLimits, value: number | null): Phase {
  const { limits, ...rest } = phase
  const { [name]: _former, ...others } = limits ?? {}
  const next = value === null ? others : { ...others, [name]: value }
  return Object.keys(next).length > 0 ? { ...rest, limits: next } : rest
}

/** Hidden writing needs `add`; a cap above the dots that one has means nothing. */
function withinReason(phase: Phase): Phase {
  const isHidden = phase.privacy === 'hidden' || phase.privacy === 'group'
  const can = isHidden && !phase.can.includes('add') ? [...phase.can, 'add' as const] : phase.can
  const { votes, maxPerItem } = phase.limits ?? {}
  const capped =
    votes !== undefined && maxPerItem !== undefined && maxPerItem > votes ? { ...phase.limits, maxPerItem: votes } : phase.limits
  return { ...phase, can, ...(capped ? { limits: capped } : {}) }
}
