import type { Reaction } from './reaction.ts'
import type { Role } from './role.ts'

/** Identity that the server stamps on every awareness state; what a client puts here is overwritten. */
export interface PresenceUser {
  id: string
  name: string
  /** `#rrggbb` */
  color: string
  role: Role
}

/** One person's awareness state. Positions in board units. Absent fields = not pointing, nothing selected. */
export interface PresenceState {
  user?: PresenceUser
  page?: string
  cursor?: { x: number; y: number }
  selection?: string[]
  /** visible part of the board, for follow */
  viewport?: { x: number; y: number; w: number; h: number }
  editing?: string
  /** where they write in the rich text that they edit */
  caret?: Caret
  /** the pointer's fading trail, newest last: x, y, x, y … in board units; at most `LASER_POINTS` points */
  laser?: number[]
  /** what they show the room for a moment; says nothing about what they write or have voted */
  reaction?: Reaction
}

/** A caret, or a selection from `anchor` to `head`: Yjs relative positions as JSON. */
export interface Caret {
  anchor: unknown
  head: unknown
}

/** Points of a trail: it fades after about a second, and presence is told 20 times a second. */
export const LASER_POINTS = 32

/** Pigments that carry white text at AA contrast (≥ 4.5:1). */
const COLORS = ['#b83a24', '#34539b', '#7c4474', '#1f7a58', '#8f5a0a', '#22576b', '#9c2f62', '#4b5d16', '#5a4a9e', '#6b4a2f'] as const

/** A person's colour: fixed by the id, so that it survives reconnects and reloads. */
export function personColor(participantId: string): string {
  let hash = 0
  for (const char of participantId) hash = (hash * 31 + char.charCodeAt(0)) >>> 0
  return COLORS[hash % COLORS.length] ?? COLORS[0]
}
