import { describe, expect, it } from 'vitest'
import { phaseRights } from './phase-rights.ts'
import { phase } from './workshop-fixture.ts'

describe('phaseRights', () => {
  it('follow the phase', () => {
    expect(phaseRights('participant', phase('x', { can: ['add'] }), false)).toMatchObject({ add: true, edit: false })
    expect(phaseRights('participant', null, false)).toMatchObject({ edit: true, facilitate: false })
    expect(phaseRights('viewer', null, false)).toMatchObject({ edit: false, react: false })
  })

  it('let nobody put a hidden note on the board for all to see', () => {
    for (const privacy of ['hidden', 'group'] as const) {
      expect(phaseRights('participant', phase('x', { can: ['add', 'react'], privacy }), false)).toMatchObject({ add: false, react: true })
      expect(phaseRights('facilitator', phase('x', { can: ['add'], privacy }), false)).toMatchObject({ add: true })
    }
  })

  it('leave a locked board to facilitators', () => {
    expect(phaseRights('participant', null, true)).toMatchObject({ add: false, edit: false, move: false, link: false, comment: false })
    expect(phaseRights('facilitator', null, true)).toMatchObject({ facilitate: true })
  })
})
