import { expect, it } from 'vitest'
import { cardFoot } from './card-foot.ts'

const props = { w: 320, h: 70, kind: 'evidence', size: 'm', text: 'x' }

it('is nothing as long as a card says nothing more', () => {
  expect(cardFoot({ props, meta: { author: 'p', setting: 'urban', place: '  ' } }).height).toBe(0)
})

it('has a line for facts and one for tags', () => {
  const facts = cardFoot({ props, meta: { place: 'East Street' } })
  const both = cardFoot({ props, meta: { place: 'East Street', influence: 0, 'tag.water': true } })
  expect(facts).toMatchObject({ facts: true, tags: false })
  expect(both).toMatchObject({ facts: true, tags: true, height: 2 * facts.height })
})

it('takes no room on rows', () => {
  expect(cardFoot({ props: { ...props, w: 700 }, meta: { 'tag.water': true } })).toMatchObject({ tags: true, height: 0 })
})
