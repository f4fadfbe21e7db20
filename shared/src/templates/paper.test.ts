import { describe, expect, it } from 'vitest'
import { LINK_BASES } from '../board/card.ts'
import content from './content/paper-content.json' with { type: 'json' }
import paperText from './content/paper-text.json' with { type: 'json' }
import { PAPER } from './paper.ts'
import { PAPER_CONNECTIONS } from './paper-connections.ts'

const text = paperText.paragraphs.join(' ')

/** Every object below `value` that quotes the paper. */
function quotations(value: unknown): { id: string; quote: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const own =
    'quote' in value && typeof value.quote === 'string' ? [{ id: 'id' in value ? String(value.id) : '?', quote: value.quote }] : []
  return [...own, ...Object.values(value).flatMap(quotations)]
}

describe('the content', () => {
  it.each(quotations([content, PAPER_CONNECTIONS]))('quotes the paper verbatim: $id', ({ quote }) => {
    expect(text).toContain(quote)
  })

  it('has the items that it says it has', () => {
    expect(PAPER.dilemmas).toHaveLength(content.meta.counts.dilemmas)
    expect(PAPER.remedies).toHaveLength(content.meta.counts.remedies)
    expect(PAPER.links).toHaveLength(content.meta.counts.links)
  })

  it('uses only the levels, settings and bases that its types promise', () => {
    for (const item of [...PAPER.dilemmas, ...PAPER.remedies]) {
      expect([1, 2, 3]).toContain(item.level)
      expect(['urban', 'rural', 'both']).toContain(item.area)
      expect([undefined, 'driver']).toContain(item.kind)
    }
    for (const link of [...PAPER.links, ...PAPER.chains]) expect(LINK_BASES).toContain(link.basis)
    for (const { kind } of PAPER.stakeholders) expect(['party', 'government', 'unit', 'social', 'market', 'people']).toContain(kind)
    for (const { state, direction } of PAPER.relations) {
      expect(['positive', 'weak', 'tension']).toContain(state)
      expect(['one', 'both']).toContain(direction)
    }
  })

  it('names parents before their children', () => {
    for (const items of [PAPER.dilemmas, PAPER.remedies]) {
      const seen = new Set<string | null>([null])
      for (const item of items) {
        expect(seen, item.id).toContain(item.parent)
        seen.add(item.id)
      }
    }
  })
})
