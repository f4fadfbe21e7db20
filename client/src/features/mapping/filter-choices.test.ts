import { coverageOf } from '@remedyboard/shared/mapping/coverage'
import { mappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { expect, it } from 'vitest'
import { filterChoices } from './filter-choices.ts'

it('offers the areas, tags and settings that dilemmas have', () => {
  const { records } = buildTemplate('dilemma-remedy', 'en')
  const tagged = records.map((record) =>
    record.id === 'shape:d1-1a' ? { ...record, meta: { ...record.meta, 'tag.youth': true } } : record,
  )
  const graph = mappingGraph(tagged)
  const choices = filterChoices(graph, coverageOf(graph).units)
  expect(choices.areas.map(({ area }) => area)).toEqual(['dilemmas'])
  expect(choices.areas[0]?.name).toBeTruthy()
  expect(choices.tags).toEqual(['youth'])
  expect(choices.hasSettings).toBe(true)
})

it('offers nothing on an empty board', () => {
  const graph = mappingGraph([])
  expect(filterChoices(graph, coverageOf(graph).units)).toEqual({ areas: [], tags: [], hasSettings: false })
})
