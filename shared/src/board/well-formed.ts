import type { Json } from './board-record.ts'

/** Half of a pair of surrogates standing alone: what cutting a text inside of an emoji or a rare Chinese character leaves. */
const LONE_SURROGATE = /\p{Surrogate}/u
const ALL_LONE = /\p{Surrogate}/gu

/**
 * The value with each lone surrogate replaced by U+FFFD, in keys of objects too; the value itself when there is none. Yjs sends text as
 * UTF-8, which turns them into U+FFFD on the way: the writer's own document alone would keep something that nobody else has.
 */
export function wellFormed<Value extends Json | undefined>(value: Value): Value {
  return formed(value) as Value // strings stay strings, objects keep their shape
}

function formed(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return LONE_SURROGATE.test(value) ? value.replace(ALL_LONE, '\ufffd') : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value as readonly Json[]
    const next = items.map((item) => wellFormed(item))
    return next.every((item, i) => item === items[i]) ? value : next
  }
  const entries = Object.entries(value)
  const next = entries.map(([key, item]) => [wellFormed(key), formed(item)] as const)
  return next.every(([key, item], i) => key === entries[i]?.[0] && item === entries[i]?.[1]) ? value : (Object.fromEntries(next) as Json)
}
