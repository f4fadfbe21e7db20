import type { Phase } from './state.ts'

/** `meta.area` of the other areas where hidden notes for this area go: what people wrote about it stands there, and not in it. */
export function notesAreas(agenda: readonly Phase[], area: string): string[] {
  const besides = agenda.flatMap((phase) => (phase.area === area && phase.noteArea !== undefined ? [phase.noteArea] : []))
  return [...new Set(besides)].filter((name) => name !== area)
}
