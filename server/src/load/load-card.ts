import type { BoardRecord } from '@remedyboard/shared/board/board-record'

/** A plain card, valid for tldraw. */
export function card(id: string, text: string): BoardRecord {
  return {
    id,
    typeName: 'shape',
    type: 'card',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props: { w: 320, h: 70, kind: 'note', size: 'm', text },
    meta: {},
  }
}
