import { coverageOf } from '@remedyboard/shared/mapping/coverage'
import { coverageRows } from '@remedyboard/shared/mapping/coverage-rows'
import { mappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { expect, it } from 'vitest'
import { pathOfRemedy, pathOfRow } from './answer-path.ts'

const graph = mappingGraph(buildTemplate('dilemma-remedy', 'en').records)
const { rows } = coverageRows(graph, coverageOf(graph))

it('leads from an inheriting dilemma over the one above it to the remedies, each once', () => {
  const row = rows.find(({ cardId }) => cardId === 'shape:d1-1a')
  if (!row) throw new Error('the paper has it')
  const path = pathOfRow(row)
  expect(path.slice(0, 2)).toEqual(['shape:d1-1a', 'shape:d1-1'])
  for (const { remedyId, links } of row.answers) for (const id of [remedyId, ...links.map((link) => link.id)]) expect(path).toContain(id)
  expect(new Set(path).size).toBe(path.length)
})

it('leads from a remedy to every dilemma that it answers', () => {
  const link = graph.links.find(({ type }) => type === 'answer')
  if (!link) throw new Error('the paper has one')
  expect(pathOfRemedy(link.to, graph)).toEqual(expect.arrayContaining([link.to, link.from, link.id]))
  expect(pathOfRemedy('shape:r1-4', graph)).toEqual(['shape:r1-4'])
})
