import { describe, expect, it } from 'vitest'
import { cleanTag, tagChange, TAG_LENGTH, tagsOf } from './card-tags.ts'

describe('tags', () => {
  it('are fields of their own, and only those that are on', () => {
    expect(tagsOf({ meta: { 'tag.防汛': true, 'tag.a': true, 'tag.gone': false, setting: 'rural' } })).toEqual(['a', '防汛'])
    expect(tagsOf({})).toEqual([])
  })

  it('are cleaned as people write them', () => {
    expect(cleanTag(' #防汛  值守 ')).toBe('防汛 值守')
    expect(cleanTag('x'.repeat(100))).toHaveLength(TAG_LENGTH)
    expect(cleanTag(' ＃ ')).toBe('')
  })

  it('change one facet', () => {
    expect(tagChange('防汛', true)).toEqual({ key: 'meta.tag.防汛', value: true })
    expect(tagChange('防汛', false)).toEqual({ key: 'meta.tag.防汛', value: undefined })
    expect(() => tagChange(' x', true)).toThrow(RangeError)
  })
})
