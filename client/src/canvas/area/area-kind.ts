import type { CardKind } from '@remedyboard/shared/board/card'
import type { TLFrameShape } from 'tldraw'
import { areaMeta } from './area-meta.ts'

/** The kind of cards that an area is for, told by its colour; notes elsewhere. */
export function areaKind(area: TLFrameShape | null | undefined): CardKind {
  const tone = area ? areaMeta(area).tone : undefined
  return tone === undefined || tone === 'neutral' ? 'note' : tone
}
