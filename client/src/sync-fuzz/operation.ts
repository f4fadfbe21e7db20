import { below, weighted, type Random } from './seeded-random.ts'

/** What people do. */
const EDITS = {
  card: 9,
  frame: 4,
  geo: 2,
  link: 4,
  move: 16,
  moveMany: 4,
  resize: 4,
  text: 8,
  type: 8,
  recolour: 6,
  reparent: 12,
  nest: 5,
  deleteFrame: 2,
  bind: 4,
  unbind: 2,
  delete: 6,
  group: 2,
  ungroup: 1,
  reorder: 2,
  undo: 9,
  redo: 5,
  gestureStart: 7,
  gestureEnd: 4,
  escape: 3,
  stroke: 2,
  grow: 5,
  openText: 3,
  keys: 9,
  textUndo: 1,
  closeText: 1,
  lock: 2,
  frameTick: 8,
  reopen: 1,
  phase: 1,
  role: 0.7,
} as const

/** What happens to networks, servers and disks. */
const EVENTS = {
  up: 24,
  down: 24,
  commit: 24,
  settle: 3,
  offline: 3,
  online: 5,
  cut: 2,
  halfOpen: 1,
  fail: 1.5,
  failLanded: 0.7,
  compactNow: 1.5,
  kill: 1,
  drain: 0.7,
  wait: 3,
} as const

/** What a run is mostly about. Faults that take three of the same kind hide in an even mix. */
const THEMES: readonly Partial<Record<keyof typeof EDITS, number>>[] = [
  {},
  { nest: 60, frame: 12, deleteFrame: 6, reparent: 20, undo: 20 },
  { gestureStart: 40, move: 90, gestureEnd: 20, escape: 20, moveMany: 20, undo: 15 },
  { link: 20, bind: 30, unbind: 10, reparent: 20, delete: 12, undo: 20, redo: 12 },
  { type: 60, text: 30, undo: 25, redo: 15 },
  { openText: 25, keys: 120, textUndo: 12, closeText: 6, geo: 8, type: 12, undo: 12, redo: 8, delete: 3 },
  { stroke: 20, grow: 120, gestureStart: 25, gestureEnd: 12, escape: 6, resize: 8, undo: 20, redo: 14 },
  { role: 8, phase: 12, lock: 20, undo: 20, redo: 15, type: 15, openText: 6, keys: 20 },
]

export type EditKind = keyof typeof EDITS
export type EventKind = keyof typeof EVENTS

/** One step of a run as plain data, so that it can be printed, shortened and kept as a regression. Numbers are taken modulo what is there. */
export interface Operation {
  who: number
  kind: EditKind | EventKind
  a: number
  b: number
  text: string
}

const TEXTS = ['', '水', 'no water', '停水没人通知', 'a\nb', '🙂', '🙃', 'é', 'longer words for a card', '𠮷野家']

/** `count` edits with whatever happens to the network between them. */
export function operationsFor(random: Random, people: number, count: number): Operation[] {
  const operations: Operation[] = []
  const edits = { ...EDITS, ...THEMES[below(random, THEMES.length)] }
  const one = (kind: Operation['kind']): Operation => ({
    who: below(random, people),
    kind,
    a: below(random, 1_000),
    b: below(random, 1_000),
    text: TEXTS[below(random, TEXTS.length)] ?? '',
  })
  for (let i = 0; i < count; i++) {
    operations.push(one(weighted(random, edits)))
    while (random() < 0.6) operations.push(one(weighted(random, EVENTS)))
  }
  return operations
}

export function printOperations(operations: readonly Operation[]): string {
  return operations.map(({ who, kind, a, b, text }) => `[${who}, '${kind}', ${a}, ${b}, ${JSON.stringify(text)}],`).join('\n')
}
