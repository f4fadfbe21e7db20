import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { expect, it } from 'vitest'
import { boardAreas } from './board-areas.ts'

it('names every area that an agenda may lead to, and nothing that is no area', () => {
  const { records, agenda } = buildTemplate('dilemma-remedy', 'zh-CN')
  const areas = boardAreas(new Map(records.map((record) => [record.id, record])))
  const known = areas.map(({ area }) => area)
  for (const { area } of agenda) expect(known).toContain(area)
  expect(new Set(known).size).toBe(known.length)
  expect(areas.every(({ name }) => name !== '')).toBe(true)
})
