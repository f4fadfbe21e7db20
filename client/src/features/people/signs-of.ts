import type { SharedView } from '@remedyboard/shared/workshop/view'

/** What a list of people says about one of them now. */
export interface Signs {
  /** 1 = raised their hand first; null = no hand up */
  place: number | null
  hasWritten: boolean
  isReady: boolean
}

export const NO_SIGNS: Signs = { place: null, hasWritten: false, isReady: false }

/** Everybody about whom there is something to say, by id: looked up once for a whole list. */
export function signsOf({ hands, roster = [] }: Pick<SharedView, 'hands' | 'roster'>): ReadonlyMap<string, Signs> {
  const signs = new Map<string, Signs>()
  for (const { id, ready, wrote } of roster) {
    const hasWritten = wrote === true || (typeof wrote === 'number' && wrote > 0)
    if (hasWritten || ready) signs.set(id, { place: null, hasWritten, isReady: ready })
  }
  hands.forEach(({ id }, at) => signs.set(id, { ...(signs.get(id) ?? NO_SIGNS), place: at + 1 }))
  return signs
}
