import { describe, expect, it } from 'vitest'
import { AREA_METRICS, areaHeaderHeight } from '../board/area-metrics.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { CARD_METRICS, cardHeight, estimateLines } from '../board/card-metrics.ts'
import { isCard, type CardProps } from '../board/card.ts'
import { createBoardSchema } from '../board/tl-schema.ts'
import { LOCALES } from '../protocol/locale.ts'
import { buildTemplate } from './build-template.ts'
import type { Rect } from './board-plan.ts'
import { startView } from './start-view.ts'
import { TEMPLATES } from './template-info.ts'

/** What controls leave free of the canvas on a 1440×900 screen: no panel, header or toolbar, and 14 px of air; in px. */
const SCREEN = { w: 1068, h: 740 }
const MIN_TITLE_PX = 14

const WORDINGS = ['party', 'neutral'] as const

const cases = TEMPLATES.flatMap(({ id }) =>
  LOCALES.flatMap((locale) => WORDINGS.map((wording) => ({ id, locale, wording, ...buildTemplate(id, locale, { wording }) }))),
)
const laidOut = cases.filter((built) => built.id !== 'blank')

describe.each(cases)('$id in $locale, $wording wording', ({ id, locale, wording, records, agenda }) => {
  it('has only records that tldraw accepts, with unique ids', () => {
    const { types } = createBoardSchema()
    const known = new Map<string, { validate: (record: unknown) => unknown }>(Object.entries(types))
    for (const record of records) expect(() => known.get(record.typeName)?.validate(record), record.id).not.toThrow()
    for (const record of records) expect(known.has(record.typeName)).toBe(true)
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length)
  })

  it('is the same each time, and has no author', () => {
    expect(buildTemplate(id, locale, { wording })).toEqual({ records, agenda, events: [] })
    for (const record of records) expect(record.meta ?? {}).not.toHaveProperty('author')
  })

  if (wording === 'neutral')
    it('shows no word of the party system', () => {
      const shown = records.flatMap(({ props, meta }) => [props?.['text'], props?.['name'], meta?.['instruction']])
      for (const text of shown) expect(String(text ?? '')).not.toMatch(/\bparty\b|\bcadres?\b|党/iu)
    })

  it('has a frame for every area that its agenda names', () => {
    const areas = new Set(records.map((record) => record.meta?.['area']))
    for (const phase of agenda) expect(areas, phase.id).toContain(phase.area)
  })

  it('binds every link at both ends to cards that exist', () => {
    const ids = new Set(records.filter(isCard).map((record) => record.id))
    const arrows = records.filter((record) => record.type === 'arrow' && record.typeName === 'shape')
    for (const arrow of arrows) {
      const ends = records.filter((record) => record['fromId'] === arrow.id)
      expect(new Set(ends.map((end) => end.props?.['terminal']))).toEqual(new Set(['start', 'end']))
      for (const end of ends) expect(ids).toContain(end['toId'])
    }
  })
})

it('has nothing to look at first on a blank board', () => {
  expect(startView(buildTemplate('blank', 'en').records)).toBeNull()
})

describe.each(laidOut)('the layout of $id in $locale, $wording wording', ({ records }) => {
  const frames = records.filter((record) => record.type === 'frame')
  const cards = records.filter(isCard)
  const pageRects = new Map(records.filter((r) => isCard(r) || r.type === 'frame').map((r) => [r.id, pageRect(r, records)]))
  const rectOf = (record: BoardRecord) => pageRects.get(record.id) ?? expect.fail(`no place for ${record.id}`)

  it('opens with titles and heading cards at 14 px or more', () => {
    const view = startView(records)
    const zoom = view ? Math.min(SCREEN.w / view.w, SCREEN.h / view.h) : 0
    expect(zoom * AREA_METRICS.titleFontSize).toBeGreaterThanOrEqual(MIN_TITLE_PX)
    expect(zoom * CARD_METRICS.l.fontSize).toBeGreaterThanOrEqual(MIN_TITLE_PX)
  })

  it('lets no area overlap another, and no card another card', () => {
    for (const group of [frames, cards]) {
      for (const [i, one] of group.entries()) {
        for (const other of group.slice(i + 1)) expect(overlap(rectOf(one), rectOf(other)), `${one.id} / ${other.id}`).toBe(false)
      }
    }
  })

  it('keeps every card inside its area, below the heading', () => {
    for (const card of cards) {
      const frame = frames.find((candidate) => candidate.id === card['parentId']) ?? expect.fail(`${card.id} has no area`)
      const inner = pageRect(frame, records)
      const top = inner.y + areaHeaderHeight(String(frame.props?.['name']), String(frame.meta?.['instruction']), inner.w)
      const rect = rectOf(card)
      const { padding } = AREA_METRICS
      expect(rect.y, card.id).toBeGreaterThanOrEqual(top)
      expect(rect.x, card.id).toBeGreaterThanOrEqual(inner.x + padding)
      expect(rect.x + rect.w, card.id).toBeLessThanOrEqual(inner.x + inner.w - padding)
      expect(rect.y + rect.h, card.id).toBeLessThanOrEqual(inner.y + inner.h - padding)
    }
  })

  it('gives every card the room that its text needs', () => {
    for (const card of cards) {
      const { text, size, w, h } = card.props as unknown as CardProps // validated as a card above
      expect(h, card.id).toBeGreaterThanOrEqual(cardHeight(size, w, estimateLines(text, size, w)))
    }
  })

  it('lets no link cross a card or a heading, straight as tldraw draws it or curved as our canvas does', () => {
    const headings = frames.map((frame) => ({ id: frame.id, rect: headingRect(frame, pageRect(frame, records)) }))
    const bodies = cards.map((card) => ({ id: card.id, rect: rectOf(card) }))
    for (const arrow of records.filter((record) => record.typeName === 'shape' && record.type === 'arrow')) {
      const bindings = records.filter((record) => record['fromId'] === arrow.id)
      const bound = new Set(bindings.map((record) => record['toId']))
      const [start, end] = endsOf(arrow)
      const curve = curvePoints(start, sideOf(bindings, 'start'), end, sideOf(bindings, 'end'))
      for (const { id, rect } of [...headings, ...bodies]) {
        if (bound.has(id)) continue
        expect(crosses(start, end, rect), `${arrow.id} crosses ${id}`).toBe(false)
        expect(
          curve.some((point, i) => crosses(curve[i - 1] ?? point, point, rect)),
          `${arrow.id} curves across ${id}`,
        ).toBe(false)
      }
    }
  })
})

interface Point {
  x: number
  y: number
}

function pageRect(record: BoardRecord, records: readonly BoardRecord[]): Rect {
  const parent = records.find((candidate) => candidate.id === record['parentId'])
  const origin = parent?.typeName === 'shape' ? { x: Number(parent['x']), y: Number(parent['y']) } : { x: 0, y: 0 }
  return {
    x: origin.x + Number(record['x']),
    y: origin.y + Number(record['y']),
    w: Number(record.props?.['w']),
    h: Number(record.props?.['h']),
  }
}

/** Where the title and instruction are printed. */
function headingRect(frame: BoardRecord, { x, y, w }: Rect): Rect {
  const h = areaHeaderHeight(String(frame.props?.['name']), String(frame.meta?.['instruction']), w)
  return { x: x + AREA_METRICS.padding, y, w: w - 2 * AREA_METRICS.padding, h: h - AREA_METRICS.contentGap }
}

function endsOf(arrow: BoardRecord): [Point, Point] {
  const { start, end } = arrow.props as unknown as { start: Point; end: Point } // validated as an arrow above
  const at = (point: Point) => ({ x: Number(arrow['x']) + point.x, y: Number(arrow['y']) + point.y })
  return [at(start), at(end)]
}

/** Outward direction of the side that a link is bound to. */
function sideOf(bindings: readonly BoardRecord[], terminal: string): Point {
  const binding = bindings.find((record) => record.props?.['terminal'] === terminal)
  const anchor = binding?.props?.['normalizedAnchor'] ?? expect.fail(`no ${terminal}`)
  const { x, y } = anchor as unknown as Point // validated as a binding above
  if (x === 0 || x === 1) return { x: x === 0 ? -1 : 1, y: 0 }
  expect([0, 1], `${binding?.id} is bound to an edge`).toContain(y)
  return { x: 0, y: y === 0 ? -1 : 1 }
}

/** A cubic that leaves and meets the cards square to their sides, as a polyline. */
function curvePoints(start: Point, startSide: Point, end: Point, endSide: Point): Point[] {
  const way = { x: end.x - start.x, y: end.y - start.y }
  const control = (from: Point, side: Point) => {
    const reach = Math.abs(way.x * side.x + way.y * side.y) / 2
    return { x: from.x + side.x * reach, y: from.y + side.y * reach }
  }
  const [c1, c2] = [control(start, startSide), control(end, endSide)]
  const steps = 32
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps
    const at = (a: number, b: number, c: number, d: number) =>
      a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3
    return { x: at(start.x, c1.x, c2.x, end.x), y: at(start.y, c1.y, c2.y, end.y) }
  })
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** Whether the segment touches the rectangle: Liang–Barsky clipping. */
function crosses(a: Point, b: Point, rect: Rect): boolean {
  let from = 0
  let to = 1
  const clip = (delta: number, distance: number): boolean => {
    if (delta === 0) return distance >= 0
    const t = distance / delta
    if (delta < 0) from = Math.max(from, t)
    else to = Math.min(to, t)
    return from <= to
  }
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  return clip(-dx, a.x - rect.x) && clip(dx, rect.x + rect.w - a.x) && clip(-dy, a.y - rect.y) && clip(dy, rect.y + rect.h - a.y)
}
