import { recordsOf } from '@remedyboard/shared/board/board-document'
import type { BoardRecord, Json } from '@remedyboard/shared/board/board-record'
import { writeRecord } from '@remedyboard/shared/board/facets'
import { seedBoard } from '@remedyboard/shared/board/seed-board'
import { LOCALES } from '@remedyboard/shared/protocol/locale'
import { TEMPLATE_IDS } from '@remedyboard/shared/protocol/api'
import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { flawOfFacet, flawOfRecord } from './record-check.ts'

describe('[R24] what the guard takes for a record', () => {
  it.each(TEMPLATE_IDS.flatMap((id) => LOCALES.map((locale) => [id, locale] as const)))('every record of %s in %s', (id, locale) => {
    const doc = new Y.Doc()
    const { records } = buildTemplate(id, locale)
    seedBoard(doc, { title: 't', locale, template: id, schemaVersion: 1 }, records)
    for (const [recordId, facets] of recordsOf(doc).entries()) expect([recordId, flawOfRecord(recordId, facets)]).toEqual([recordId, null])
  })

  it.each([
    ['a tombstone that is no boolean', 'del', 1, 'invalid'],
    ['binary', 'props.w', new Uint8Array(3), 'invalid'],
    ['not a number', 'props.w', Number.NaN, 'invalid'],
    ['a place with other fields', 'place', { x: 0, y: 0, rotation: 0, parentId: 'page:page', index: 'a1', id: 'shape:other' }, 'invalid'],
    ['half a place', 'place', { x: 0, y: 0 }, 'invalid'],
    ['a new identity', 'id', 'shape:other', 'invalid'],
    ['a new prototype', '__proto__', {}, 'invalid'],
    ['text that is no text type', 'text', 'plain', 'invalid'],
    ['a map', 'meta.x', new Y.Map(), 'invalid'],
    ['a hole in a list', 'meta.x', [undefined], 'invalid'],
    ['a large value', 'meta.x', 'x'.repeat(70_000), 'too-large'],
    ['a chunk of a stroke that is no chunk', 'seg.0', Uint8Array.of(255, 255), 'invalid'],
    ['a chunk of a stroke that is a list', 'seg.0', [0, 0], 'invalid'],
    ['a chunk of a stroke beyond its size', 'seg.0', new Uint8Array(5_000), 'too-large'],
    ['a chunk of a stroke beyond their number', 'seg.100', Uint8Array.of(0, 0), 'invalid'],
    ['a long name', `meta.${'x'.repeat(200)}`, 1, 'too-large'],
  ])('refuses %s', (_name, key, value, flaw) => {
    expect(flawOfFacet(key, value)).toBe(flaw)
  })

  const shape = (type: string, props: Record<string, Json>): BoardRecord => ({
    ...{ id: 'shape:1', typeName: 'shape', x: 0, y: 0, rotation: 0, index: 'a1', parentId: 'page:page' },
    ...{ isLocked: false, opacity: 1, meta: {}, type, props },
  })
  const pen = { color: 'black', size: 'm', dash: 'draw', fill: 'none', isComplete: true, isClosed: false, isPen: false, scale: 1 }
  const dot = { type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }
  const wire = { color: 'black', size: 'm', dash: 'draw', spline: 'line', scale: 1 }
  const point = (id: string, x: number) => ({ id, index: id, x, y: 0 })

  it.each([
    ['a dot', shape('draw', { ...pen, segments: [dot] }), null],
    ['a drawing without segments', shape('draw', { ...pen, segments: [] }), 'invalid'],
    ['a drawing with an empty segment', shape('draw', { ...pen, segments: [dot, { type: 'free', points: [] }] }), 'invalid'],
    [
      'a drawing to the end of the world',
      shape('draw', { ...pen, segments: [{ type: 'free', points: [{ x: 1e300, y: 0, z: 1 }] }] }),
      'too-large',
    ],
    ['a line', shape('line', { ...wire, points: { a1: point('a1', 0), a2: point('a2', 9) } }), null],
    ['a line of one point', shape('line', { ...wire, points: { a1: point('a1', 0) } }), 'invalid'],
    ['an index that tldraw takes and nothing can be put above', { ...shape('draw', { ...pen, segments: [dot] }), index: 'a90' }, 'invalid'],
    ['a shape of a future version', shape('hologram', {}), 'invalid'],
  ])('judges %s', (_name, record, flaw) => {
    const doc = new Y.Doc()
    writeRecord(recordsOf(doc), record)
    const facets = recordsOf(doc).get('shape:1')
    expect(facets && flawOfRecord('shape:1', facets)).toBe(flaw)
  })
})
