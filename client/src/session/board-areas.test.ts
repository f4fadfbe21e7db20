import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { expect, it } from 'vitest'
import type { BoardSession } from './board-session.ts'
import { areaName, boardAreas } from './board-areas.ts'

it('names every area that an agenda may lead to, and nothing that is no area', () => {
  const { records, agenda } = buildTemplate('dilemma-remedy', 'zh-CN')
  const areas = boardAreas(new Map(records.map((record) => [record.id, record])))
  const known = areas.map(({ area }) => area)
  for (const { area } of agenda) expect(known).toContain(area)
  expect(new Set(known).size).toBe(known.length)
  expect(areas.every(({ name }) => name !== '')).toBe(true)
})

it('an area goes by the words above it, by its own name when there are none, and by that also when it is not on the board', () => {
  const frame = (id: string, area: string, name: unknown, x: number | undefined, annex?: number) =>
    ({
      id,
      typeName: 'shape',
      type: 'frame',
      parentId: 'page:page',
      index: 'a1',
      x,
      y: 0,
      props: { name },
      meta: { area, annex },
    }) as BoardRecord
  const records = [
    frame('shape:2', 'plan', 'Our plan', 900),
    frame('shape:1', 'ideas', '', undefined),
    frame('shape:3', 'plan', 'Our plan, continued', 1_900, 1),
    frame('shape:4', '', 'No area', 0),
    frame('shape:5', 'gaps', 7, 400),
  ]
  const visible = new Map(records.map((record) => [record.id, record]))
  expect(boardAreas(visible)).toEqual([
    { area: 'ideas', name: 'ideas' },
    { area: 'gaps', name: 'gaps' },
    { area: 'plan', name: 'Our plan' },
  ])
  const session = { index: { visible } } as unknown as BoardSession // nothing else is read
  expect(['plan', 'ideas', 'matrix'].map((area) => areaName(session, area))).toEqual(['Our plan', 'ideas', 'matrix'])
})
