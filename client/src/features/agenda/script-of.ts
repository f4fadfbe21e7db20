import type { Phase } from '@remedyboard/shared/workshop/state'

/** One thing to say or do; its words are `console.script.*`. */
export type ScriptLine =
  | { key: 'anonymous' | 'named' | 'group' | 'reveal' | 'rate' | 'secret' }
  | { key: 'add' | 'discuss' | 'suggest' | 'move' | 'link' | 'edit' | 'watch' | 'read' }
  | { key: 'readFor'; minutes: number }
  | { key: 'limit'; count: number }
  | { key: 'vote'; votes: number; cap: number }

/** What a facilitator says and does in a phase, in order. From what the phase allows, so that phases of one's own have one too. */
export function scriptOf({ can, privacy, named, limits, minutes }: Phase): ScriptLine[] {
  const lines: ScriptLine[] = [minutes > 0 ? { key: 'readFor', minutes } : { key: 'read' }]
  const isHidden = privacy === 'hidden' || privacy === 'group'
  if (isHidden) lines.push({ key: named === true ? 'named' : 'anonymous' })
  if (privacy === 'group') lines.push({ key: 'group' })
  if (limits?.notes !== undefined && can.includes('add')) lines.push({ key: 'limit', count: limits.notes })
  if (isHidden) return [...lines, { key: 'reveal' }]
  if (can.includes('vote')) {
    const votes = limits?.votes ?? 5
    lines.push({ key: 'vote', votes, cap: Math.min(votes, limits?.maxPerItem ?? votes) }, { key: 'secret' })
  }
  if (can.includes('rate')) lines.push({ key: 'rate' }, { key: 'secret' })
  if (can.includes('add')) lines.push({ key: 'add' })
  if (can.includes('suggest')) lines.push({ key: 'suggest' })
  else if (can.includes('move')) lines.push({ key: 'move' })
  if (can.includes('link')) lines.push({ key: 'link' })
  if (can.includes('edit')) lines.push({ key: 'edit' })
  const changesNothing = !can.some((permission) => !['watch', 'react', 'comment'].includes(permission))
  if (changesNothing) lines.push({ key: can.includes('comment') ? 'discuss' : 'watch' })
  return lines
}
