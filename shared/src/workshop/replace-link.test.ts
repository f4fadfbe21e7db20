import { describe, expect, it } from 'vitest'
import { replaceLink } from './replace-link.ts'
import { draftKey, draftValue } from './sealed.ts'
import { AGENDA, PEOPLE, TestWorkshop } from './workshop-fixture.ts'

describe('a link that was replaced', () => {
  const { state } = new TestWorkshop(AGENDA, PEOPLE)
  const rows = new Map(['a', 'f'].map((id) => [draftKey('hidden', id, 'd1'), draftValue('words', undefined)]))

  it('puts out who came by it with what they have hidden, and nobody else’s', () => {
    expect(replaceLink(state, rows, { role: 'participant', by: 'f', evict: true })).toEqual({
      events: [{ type: 'link-replaced', role: 'participant' }, ...['a', 'b', 'c'].map((id) => ({ type: 'removed', id }))],
      sealed: [{ op: 'erase', prefix: draftKey('hidden', 'a', 'd1') }],
    })
  })

  it('puts out nobody in the name of somebody who has lost their role meanwhile: facilitators would be left without one', () => {
    for (const by of ['a', 'gone']) {
      expect(replaceLink(state, rows, { role: 'facilitator', by, evict: true })).toEqual({
        events: [{ type: 'link-replaced', role: 'facilitator' }],
        sealed: [],
      })
    }
  })
})
