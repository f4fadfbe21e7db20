import fc from 'fast-check'
import type { BoardRecord } from '../board/board-record.ts'
import { CARD_KINDS, DUTIES, LINK_BASES, type CardKind, type CardMeta, type LinkMeta, type Setting } from '../board/card.ts'
import { newCardRecord, newLinkRecords } from '../board/new-records.ts'
import type { RecordChanges } from '../board/record-index.ts'

/** A card for tests; `id` without `shape:`. */
export function testCard(id: string, kind: CardKind, meta: CardMeta = {}, parentId = 'page:page', text = id): BoardRecord {
  return newCardRecord({ id: `shape:${id}`, parentId, index: 'a1', x: 0, y: 0, w: 320, kind, text, meta })
}

/** A link for tests: the arrow and its two bindings; ids without `shape:`. */
export function testLink(id: string, from: string, to: string, meta: LinkMeta = {}, bothWays = false): BoardRecord[] {
  return newLinkRecords({ id: `shape:${id}`, pageId: 'page:page', index: 'a1', from: `shape:${from}`, to: `shape:${to}`, bothWays, meta })
}

/** A frame for tests; `id` without `shape:`. */
export function testFrame(id: string, parentId: string, name: string, meta: BoardRecord['meta']): BoardRecord {
  return { id: `shape:${id}`, typeName: 'shape', type: 'frame', parentId, props: { name }, meta }
}

// So few ids that changes meet: parents and merges go round in circles, links lose their ends and find others.
const CARDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const FRAMES = ['frame-1', 'frame-2', 'frame-3']
const LINKS = ['l1', 'l2', 'l3', 'l4', 'l5']

const card = fc
  .record({
    id: fc.constantFrom(...CARDS),
    // Dilemmas and remedies carry coverage.
    kind: fc.oneof({ weight: 3, arbitrary: fc.constantFrom<CardKind>('dilemma', 'remedy') }, fc.constantFrom(...CARD_KINDS)),
    paper: fc.option(fc.constantFrom('d1', 'd2')),
    driver: fc.boolean(),
    setting: fc.option(fc.constantFrom<Setting>('urban', 'rural', 'both')),
    parent: fc.option(fc.constantFrom(...CARDS)),
    mergedInto: fc.option(fc.constantFrom(...CARDS, 'l1'), { freq: 2 }),
    parentId: fc.constantFrom('page:page', ...FRAMES.map((id) => `shape:${id}`), 'shape:a'),
    text: fc.constantFrom('Lift', '漏水', '', ' '),
  })
  .map(({ id, kind, paper, driver, setting, parent, mergedInto, parentId, text }): [string, BoardRecord][] => {
    const meta: CardMeta = {
      ...(paper === null ? {} : { origin: { paper, section: '3.2' } }),
      ...(driver ? { driver } : {}),
      ...(setting === null ? {} : { setting }),
      ...(parent === null ? {} : { parent: `shape:${parent}` }),
      ...(mergedInto === null ? {} : { mergedInto: `shape:${mergedInto}` }),
    }
    return [[`shape:${id}`, testCard(id, kind, meta, parentId, text)]]
  })

const frame = fc
  .record({
    id: fc.constantFrom(...FRAMES),
    parentId: fc.constantFrom('page:page', ...FRAMES.map((id) => `shape:${id}`)),
    meta: fc.constantFrom<BoardRecord['meta']>({}, { area: 'local' }, { area: 'plan' }, { cluster: 'settled' }, { cluster: 'suggested' }),
  })
  .map(({ id, parentId, meta }): [string, BoardRecord][] => [[`shape:${id}`, testFrame(id, parentId, id, meta)]])

const link = fc
  .record({
    id: fc.constantFrom(...LINKS),
    from: fc.constantFrom(...CARDS),
    to: fc.constantFrom(...CARDS),
    basis: fc.constantFrom(...LINK_BASES),
    duty: fc.constantFrom(...DUTIES),
    relation: fc.constantFrom('serves', 'informs'),
    bothWays: fc.boolean(),
    // Sometimes only a part of it arrives or changes.
    parts: fc.subarray([0, 1, 2], { minLength: 1 }),
  })
  .map(({ id, from, to, bothWays, parts, ...meta }) =>
    testLink(id, from, to, meta, bothWays).flatMap((record, i): [string, BoardRecord][] =>
      parts.includes(i) ? [[record.id, record]] : [],
    ),
  )

const gone = fc
  .constantFrom(...CARDS, ...FRAMES, ...LINKS)
  .map((id): [string, null][] => [[`shape:${id}`, null]])
  .chain((shape) =>
    fc.constantFrom<[string, null][]>(
      shape,
      ...LINKS.flatMap((id) => ['start', 'end'].map((end): [string, null][] => [[`binding:${id}-${end}`, null]])),
    ),
  )

/** Whatever can happen to a small board in one go. */
export const anyChanges: fc.Arbitrary<RecordChanges> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: card },
      { weight: 1, arbitrary: frame },
      { weight: 4, arbitrary: link },
      { weight: 2, arbitrary: gone },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((steps) => new Map<string, BoardRecord | null>(steps.flat()))
