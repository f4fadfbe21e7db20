import { expect, it } from 'vitest'
import type { SaveStatus } from './board-session.ts'
import { Cell } from './readable.ts'
import { unsentShapes } from './unsent-shapes.ts'

it('remembers what was made here until the server has saved everything', () => {
  const session = { status: new Cell<SaveStatus>({ state: 'saving' }) }
  const unsent = unsentShapes(session)
  unsent.note('shape:a')
  session.status.set({ state: 'offline', unsaved: true, kept: true })
  unsent.note('shape:b')
  expect([...unsentShapes(session).ids.get()]).toEqual(['shape:a', 'shape:b'])
  session.status.set({ state: 'saving' })
  expect(unsent.ids.get().size).toBe(2)
  session.status.set({ state: 'saved' })
  expect(unsent.ids.get().size).toBe(0)
})
