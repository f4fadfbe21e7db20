import { describe, expect, it } from 'vitest'
import { buildTemplate } from '../templates/build-template.ts'
import { answerMarks } from './answer-marks.ts'
import { coverageOf } from './coverage.ts'
import { mappingGraph } from './mapping-graph.ts'

const graph = mappingGraph(buildTemplate('dilemma-remedy', 'en').records)
const coverage = coverageOf(graph)
const marks = answerMarks(graph, coverage)

describe('answerMarks', () => {
  it('says for each unit of coverage how it stands', () => {
    for (const { cardId, state } of coverage.units) expect(marks.get(cardId)?.state).toBe(state)
  })

  it('counts the cards at the other ends of a card, each once and on both sides alike, without suggestions', () => {
    const answers = graph.links.filter(({ type, basis }) => type === 'answer' && basis !== 'implied-weak')
    const from = new Set(answers.filter((link) => link.from === 'shape:d2').map(({ to }) => to))
    expect(marks.get('shape:d2')).toEqual({ state: null, answers: from.size })
    const remedy = answers[0]?.to ?? ''
    const to = new Set(answers.filter((link) => link.to === remedy).map((link) => link.from))
    expect(marks.get(remedy)).toEqual({ state: null, answers: to.size })
  })

  it('keeps the objects of marks that did not change', () => {
    const link = graph.links.find(({ type, basis }) => type === 'answer' && basis !== 'implied-weak')
    const fewer = { ...graph, links: graph.links.filter((candidate) => candidate !== link) }
    const next = answerMarks(fewer, coverageOf(fewer), marks)
    const changed = [...marks].filter(([id, mark]) => next.get(id) !== mark).map(([id]) => id)
    expect(changed).toContain(link?.from)
    expect(changed.length).toBeLessThan(marks.size / 2)
  })
})
