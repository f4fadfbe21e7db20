import type { Round } from '@remedyboard/shared/workshop/round'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import type { PresentPerson } from '../session/board-session.ts'
import { phaseFixture, sessionFixture } from '../session/session-fixture.ts'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { VoteTask } from './VoteTask.tsx'
import { WaitTask } from './WaitTask.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

const PHASE = phaseFixture({ can: ['vote'] })
const CARDS = ['One', 'Two', 'Three'].map((text) => ({
  ...{ id: `shape:${text}`, typeName: 'shape' as const, type: 'card', parentId: 'page:page', x: 0, y: 0, meta: {} },
  props: { kind: 'dilemma', text, w: 200, h: 100 },
}))
const ROUND: Round & { ballots: number } = {
  ...{ id: 'r', kind: 'dots' as const, title: '', cards: CARDS.map(({ id }) => id), budget: 5, cap: 2, ballots: 0, openedAt: 0 },
}

async function vote(round: Partial<typeof ROUND> = {}) {
  const fixture = sessionFixture({ agenda: [PHASE], phaseId: PHASE.id, phaseRun: 1, round: { ...ROUND, ...round } }, CARDS)
  await act(async () =>
    root.render(
      <>
        <VoteTask session={fixture.session} phase={PHASE} />
        <LiveRegion />
      </>,
    ),
  )
  return fixture
}
const press = (name: string) =>
  act(async () =>
    [...document.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name)?.click(),
  )

describe('VoteTask', () => {
  it('asks before all that was given is taken back: one tap beside the last card took thirty ratings', async () => {
    const { sent } = await vote()
    expect(document.body.textContent).not.toContain('Take my vote back')
    await press('One dot more: One')
    const before = sent.length
    await press('Take my vote back')
    await press('Keep it')
    expect(sent).toHaveLength(before)
    await press('Take my vote back')
    await press('Take back')
    expect(sent.at(-1)).toMatchObject({ type: 'cast-ballot', marks: {} })
    expect(document.body.textContent).not.toContain('Take my vote back')
  })

  it('says one sentence for a dot: its count, what is left, the ballot and the connection each spoke', async () => {
    await vote()
    await press('One dot more: One')
    await press('One dot more: One')
    const spoken = [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')].map(({ textContent }) => textContent)
    expect(spoken).toEqual(['2 dots here, 3 left to give.'])
  })

  it('counts the people who are here, each once, and not everybody who ever joined; late ballots of others make no "12 of 10"', async () => {
    const { session, people, show } = await vote({ ballots: 12 })
    const person = (id: string, clientId: number, role: PresentPerson['role'] = 'participant'): PresentPerson => {
      return { id, name: id, clientId, color: 'red', role, isMe: id === 'p', presence: {} }
    }
    await act(async () => {
      people.set([person('p', 1), person('w', 2), person('w', 3), person('f', 4, 'facilitator'), person('v', 5, 'viewer')])
      show({ taking: 20 })
    })
    expect(document.body.textContent).toContain('12 voted · 3 here now')
    await act(async () => root.render(<WaitTask session={session} phase={null} />))
    expect(document.body.textContent).toContain('3 people are here')
  })
})
