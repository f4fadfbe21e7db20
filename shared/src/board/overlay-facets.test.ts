import { describe, expect, it } from 'vitest'
import type { BoardRecord } from './board-record.ts'
import { overlayFacets, shareStructure } from './overlay-facets.ts'

const card: BoardRecord = {
  id: 'shape:a',
  typeName: 'shape',
  type: 'card',
  x: 0,
  opacity: 1,
  props: { kind: 'note', text: 'water', size: 'm' },
  meta: { lock: true, author: 'p1' },
}

/** Equal, and nothing of it the same. */
const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

describe('overlayFacets', () => {
  it('lays every kind of facet over a record', () => {
    const changes = [
      { key: 'place', value: { x: 5, parentId: 'page:page' } },
      { key: 'text', value: 'no water' },
      { key: 'props.kind', value: 'remedy' },
      { key: 'meta.lock', value: undefined },
      { key: 'opacity', value: 0.5 },
    ]
    expect(overlayFacets(card, changes)).toEqual({
      ...card,
      x: 5,
      parentId: 'page:page',
      opacity: 0.5,
      props: { kind: 'remedy', text: 'no water', size: 'm' },
      meta: { author: 'p1' },
    })
  })

  it('gives back the record itself when nothing changes, and gives no props to one that has none', () => {
    expect(overlayFacets(card, [])).toBe(card)
    const page: BoardRecord = { id: 'page:a', typeName: 'page', name: 'Board' }
    expect(overlayFacets(page, [{ key: 'name', value: 'East Street' }])).toEqual({ ...page, name: 'East Street' })
  })
})

describe('shareStructure', () => {
  it('is the former record when all is equal, and the next when there is none', () => {
    expect(shareStructure(card, copyOf(card))).toBe(card)
    expect(shareStructure(undefined, card)).toBe(card)
    expect(shareStructure(card, card)).toBe(card)
  })

  it('keeps what is equal in props and meta', () => {
    const rich = { ...card, props: { ...card.props, richText: { type: 'doc', content: [] } } }
    const next = { ...copyOf(rich), props: { ...copyOf(rich.props), kind: 'remedy', w: 5 } }
    const shared = shareStructure(rich, next)
    expect(shared).toEqual(next)
    expect(shared.props?.['richText']).toBe(rich.props.richText)
    expect(shared.meta).toBe(card.meta)
  })

  it('notices fields that came and went', () => {
    const { opacity, ...without } = card
    expect(shareStructure(card, without)).toEqual(without)
    expect(shareStructure(without, card)).toEqual({ ...without, opacity })
    const { props, ...bare } = card
    expect(shareStructure(bare, card)).toEqual({ ...bare, props })
  })
})
