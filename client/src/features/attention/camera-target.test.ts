import { agendaOf } from '@remedyboard/shared/templates/agenda'
import type { OwnView } from '@remedyboard/shared/workshop/view'
import { describe, expect, it } from 'vitest'
import { cameraTarget } from './camera-target.ts'

const me: OwnView = { id: 'me', name: 'Li', role: 'participant', ready: false, drafts: [], groupDrafts: [], ballot: null }
const asked = { agenda: agendaOf('A'), phaseId: 'A3', phaseRun: 3, attention: { mode: 'free' }, me } as const

describe('cameraTarget', () => {
  it('is the area of the running phase, anew with each run', () => {
    expect(cameraTarget(asked)).toEqual({ kind: 'phase', area: 'dilemmas', notesIn: ['local'], run: 'phase 3' })
    expect(cameraTarget({ ...asked, phaseRun: 4 })?.run).toBe('phase 4')
    expect(cameraTarget({ ...asked, phaseId: null })).toBeNull()
  })

  it('is whoever calls, before the phase; nobody follows themselves', () => {
    expect(cameraTarget({ ...asked, attention: { mode: 'person', id: 'f' } })).toMatchObject({ kind: 'person', id: 'f' })
    expect(cameraTarget({ ...asked, attention: { mode: 'person', id: 'me' } })).toMatchObject({ kind: 'phase' })
    expect(cameraTarget({ ...asked, attention: { mode: 'area', area: 'plan' } })).toMatchObject({ kind: 'spotlight', area: 'plan' })
  })
})
