import { expect, it } from 'vitest'
import { OpenFields } from './open-fields.ts'

it('knows a text as long as one of its fields is there, and tells only what changes', () => {
  const fields = new OpenFields()
  const told: string[][] = []
  fields.names.subscribe(() => told.push([...fields.names.get()]))
  const closeOne = fields.open('A1')
  const closeOther = fields.open('A1')
  closeOne()
  expect(fields.names.get().has('A1')).toBe(true)
  fields.open('note A1 n1')
  closeOther()
  expect(told).toEqual([['A1'], ['A1', 'note A1 n1'], ['note A1 n1']])
})
