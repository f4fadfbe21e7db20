import type { BoardRecord } from '../board/board-record.ts'
import { mappingGraph, type MappingGraph } from './mapping-graph.ts'
import { newCardRecord } from '../board/new-records.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { describe, expect, it } from 'vitest'
import { chooseOperations } from './choose-link.ts'
import { linkChoices } from './link-choices.ts'
import { PAPER_SUGGESTIONS } from '../templates/paper-suggestions.ts'

const { records } = buildTemplate('dilemma-remedy', 'en')

function board(without: readonly string[] = [], more: readonly BoardRecord[] = []): Map<string, BoardRecord> {
  const kept = records.filter(({ id, fromId }) => !without.includes(id) && !without.includes(String(fromId)))
  return new Map([...kept, ...more].map((record) => [record.id, record]))
}

function choicesFor(
  cardId: string,
  { search = '', graph = mappingGraph(board().values()) }: { search?: string; graph?: MappingGraph } = {},
) {
  return linkChoices({ graph, cardId, to: 'remedy', suggestions: PAPER_SUGGESTIONS, search })
}

function choose(on: ReadonlyMap<string, BoardRecord>, cardId: string, otherId: string) {
  const graph = mappingGraph(on.values())
  const card = graph.cards.get(cardId)
  const choice = choicesFor(cardId, { graph }).find((one) => one.card.id === otherId)
  if (!card || !choice) throw new Error('both are on the board')
  return chooseOperations({ records: on, card, choice, locale: 'en', newId: 'shape:new' })
}

describe('linkChoices', () => {
  it('begins with what is linked, then what the paper suggests, also when that is not on the board as a link', () => {
    const linked = choicesFor('shape:d2-1')
    expect(linked[0]).toMatchObject({ group: 'linked', suggestion: { from: 'd2-1' } })
    const [link] = linked[0]?.links ?? []
    const graph = mappingGraph(board([link?.id ?? '']).values())
    const again = choicesFor('shape:d2-1', { graph }).find(({ card }) => card.id === linked[0]?.card.id)
    expect(again).toMatchObject({ group: 'suggested', links: [], suggestion: { rationale: { en: expect.any(String) } } })
  })

  it('knows what the paper suggests for the card above', () => {
    const family = choicesFor('shape:d2-1').filter(({ group }) => group === 'family')
    expect(family.map(({ suggestion }) => suggestion?.from)).toContain('d2')
  })

  it('finds cards by any of their words, wherever they stand', () => {
    const found = choicesFor('shape:d1', { search: ' vitality  FORCE' })
    expect(found.map(({ card }) => card.text)).toEqual(['Force 2: Vitality'])
    expect(choicesFor('shape:d1', { search: 'no such words' })).toEqual([])
  })

  it('keeps a row in its group while the list is open', () => {
    const opened = mappingGraph(board().values())
    const [first] = choicesFor('shape:d2-1', { graph: opened })
    const graph = mappingGraph(board(first?.links.map(({ id }) => id)).values())
    const [stillFirst] = linkChoices({ graph, cardId: 'shape:d2-1', to: 'remedy', suggestions: PAPER_SUGGESTIONS, search: '', opened })
    expect(stillFirst).toMatchObject({ group: 'linked', links: [], card: { id: first?.card.id } })
  })
})

describe('chooseOperations', () => {
  const own = newCardRecord({
    id: 'shape:own',
    parentId: 'shape:area-local',
    index: 'a1',
    x: 0,
    y: 0,
    w: 320,
    kind: 'dilemma',
    text: 'The lift is broken',
    meta: { author: 'p' },
  })

  it('draws the group’s link from the dilemma to the remedy', () => {
    const operations = choose(board([], [own]), 'shape:own', 'shape:r1-1')
    expect(operations).toHaveLength(3)
    expect(operations[0]).toMatchObject({ op: 'create', record: { type: 'arrow', meta: { basis: 'group' } } })
    expect(operations[1]).toMatchObject({ record: { toId: 'shape:own', props: { terminal: 'start' } } })
  })

  it('says what the paper says, with its reason', () => {
    const suggestion = PAPER_SUGGESTIONS.find(({ basis }) => basis === 'explicit')
    const link = `shape:${suggestion?.id}`
    const operations = choose(board([link]), `shape:${suggestion?.from}`, `shape:${suggestion?.to}`)
    expect(operations[0]).toMatchObject({
      record: { meta: { basis: 'explicit', rationale: suggestion?.rationale.en, origin: { paper: suggestion?.id } } },
    })
  })

  it('makes a weak suggestion the group’s own', () => {
    const weak = PAPER_SUGGESTIONS.find(({ basis }) => basis === 'implied-weak')
    const operations = choose(board([`shape:${weak?.id}`]), `shape:${weak?.from}`, `shape:${weak?.to}`)
    expect(operations[0]).toMatchObject({ record: { meta: { basis: 'group', origin: { paper: weak?.id } } } })
  })

  it('takes the link away, with what tied it, when it is chosen again', () => {
    const linked = choicesFor('shape:d2-1').find(({ links }) => links.length > 0)
    const operations = choose(board(), 'shape:d2-1', linked?.card.id ?? '')
    expect(operations.map(({ op }) => op)).toEqual(['delete', 'delete', 'delete'])
  })
})
