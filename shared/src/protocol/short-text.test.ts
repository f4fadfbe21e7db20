import { describe, expect, it } from 'vitest'
import { nameSchema, titleSchema } from './api.ts'
import { checkShortText } from './short-text.ts'

describe('checkShortText', () => {
  it('trims, and says what is wrong', () => {
    expect(checkShortText(' 王 ', 'name')).toEqual({ text: '王' })
    expect(checkShortText('   ', 'name')).toEqual({ problem: 'missing' })
    expect(checkShortText('x'.repeat(40), 'name')).toEqual({ text: 'x'.repeat(40) })
    expect(checkShortText('x'.repeat(41), 'name')).toEqual({ problem: 'too-long' })
  })

  it.each(['', ' ', 'Lin', ' 王　', 'x'.repeat(40), 'x'.repeat(41), 'x'.repeat(120), ' '.repeat(50) + 'x', '😀'.repeat(21)])(
    'agrees with what the server takes: %j',
    (typed) => {
      for (const [kind, schema] of [
        ['name', nameSchema],
        ['title', titleSchema],
      ] as const) {
        const parsed = schema.safeParse(typed)
        const checked = checkShortText(typed, kind)
        expect('text' in checked ? checked.text : null).toBe(parsed.success ? parsed.data : null)
      }
    },
  )
})
