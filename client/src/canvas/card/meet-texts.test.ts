import { describe, expect, it } from 'vitest'
import { meetTexts } from './meet-texts.ts'

const caret = (value: string, at: number) => ({ value, start: at, end: at })

describe('meetTexts', () => {
  it('leaves a text area alone to which nothing new was written', () => {
    const area = caret('water', 3)
    expect(meetTexts('wat', area, 'wat')).toBe(area)
  })

  it('puts in what others wrote and keeps the selection on its letters', () => {
    expect(meetTexts('water', { value: 'water', start: 1, end: 5 }, 'no water')).toEqual({ value: 'no water', start: 4, end: 8 })
  })

  it('loses nothing when both typed', () => {
    expect(meetTexts('water', caret('water today', 11), 'no water')).toEqual({ value: 'no water today', start: 14, end: 14 })
  })

  it('an emoji that one replaces while the other deletes it leaves no half of one', () => {
    expect(meetTexts('a🙂', caret('a🙃', 3), 'a').value).toBe('a🙃')
  })
})
