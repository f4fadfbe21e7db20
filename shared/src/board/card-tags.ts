import type { BoardRecord } from './board-record.ts'
import type { FacetChange } from './facets.ts'

/** Tags are meta fields of their own (`tag.<name>: true`): two people who add different ones both keep theirs. */
const PREFIX = 'tag.'

/** Longest tag, in characters; the facet's whole key must stay within the limit of ids. */
export const TAG_LENGTH = 24

/** The tags of a card, sorted as people of any language expect of a list that never changes its order by itself: by code unit. */
export function tagsOf({ meta = {} }: Pick<BoardRecord, 'meta'>): string[] {
  return Object.keys(meta)
    .filter((field) => field.startsWith(PREFIX) && meta[field] === true)
    .map((field) => field.slice(PREFIX.length))
    .sort()
}

/** The tag that is meant: without a leading #, outer spaces, or a length that no label shows. Empty when nothing is left. */
export function cleanTag(text: string): string {
  return text
    .replace(/^[\s#＃]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, TAG_LENGTH)
    .trim()
}

/** The facet that puts a tag on a card or takes it off. Throws `RangeError` when the tag is not as `cleanTag` makes it. */
export function tagChange(tag: string, on: boolean): FacetChange {
  if (tag === '' || cleanTag(tag) !== tag) throw new RangeError(`Not a tag: ${JSON.stringify(tag)}; clean it first.`)
  return { key: `meta.${PREFIX}${tag}`, value: on ? true : undefined }
}
