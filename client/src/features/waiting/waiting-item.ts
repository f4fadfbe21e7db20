import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { CARD_KINDS, isCard, type CardKind } from '@remedyboard/shared/board/card'
import { plainRichText } from '@remedyboard/shared/board/rich-text'

/** What a record is, in the words that people have for it. */
export type WaitingKind = CardKind | 'link' | 'frame' | 'drawing' | 'picture' | 'other'

/** Something that waits for a facilitator. */
export interface WaitingItem {
  /** record id */
  id: string
  kind: WaitingKind
  /** empty for what has no words */
  text: string
  /** participantId */
  author: string | null
}

const SHAPES: Readonly<Record<string, WaitingKind>> = {
  arrow: 'link',
  frame: 'frame',
  draw: 'drawing',
  highlight: 'drawing',
  image: 'picture',
}

/** A record as a facilitator reads it in a list. */
export function waitingItem(record: BoardRecord): WaitingItem {
  const { id, type, props = {}, meta = {} } = record
  const kind = isCard(record) ? (CARD_KINDS.find((each) => each === props['kind']) ?? 'note') : (SHAPES[type ?? ''] ?? 'other')
  const words = [props['text'], props['name'], plainRichText(props['richText'])].find(
    (each) => typeof each === 'string' && each.trim() !== '',
  )
  return {
    id,
    kind,
    text: typeof words === 'string' ? words.trim() : '',
    author: typeof meta['author'] === 'string' ? meta['author'] : null,
  }
}

/** The name of such a thing. */
export function kindKey(kind: WaitingKind) {
  return isCardKind(kind) ? (`canvas.kind.${kind}` as const) : (`panel.waiting.kinds.${kind}` as const)
}

function isCardKind(kind: WaitingKind): kind is CardKind {
  return CARD_KINDS.some((each) => each === kind)
}
