import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { inLocale } from '@remedyboard/shared/workshop/agenda-position'

/** What people would stumble over in a step; its words are `agendaEditor.flaw.*`. */
export type PhaseFlaw = 'noName' | 'noInstruction' | 'noArea' | 'nothingToDo' | 'tooFewDots'

/** @param areas `meta.area` of the areas on the board; empty = not known */
export function phaseFlaws(phase: Phase, areas: ReadonlySet<string>, locale: Locale): PhaseFlaw[] {
  const flaws: PhaseFlaw[] = []
  if (inLocale(phase.name, locale).trim() === '') flaws.push('noName')
  if (inLocale(phase.instruction, locale).trim() === '') flaws.push('noInstruction')
  const wanted = phase.noteArea === undefined ? [phase.area] : [phase.area, phase.noteArea]
  if (areas.size > 0 && wanted.some((area) => !areas.has(area))) flaws.push('noArea')
  if (phase.can.length === 0) flaws.push('nothingToDo')
  if (phase.can.includes('vote') && (phase.limits?.votes === 0 || phase.limits?.maxPerItem === 0)) flaws.push('tooFewDots')
  return flaws
}
