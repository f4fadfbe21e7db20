import type { Role } from '@remedyboard/shared/protocol/role'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { EMPTY_WORKSHOP, type Group, type Phase } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type RosterEntry, type SessionView } from '@remedyboard/shared/workshop/view'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiFailure } from '../../session/api-client.ts'
import type { BoardSession, PresentPerson } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { openPopover } from '../../ui/popover-for-tests.ts'
import { GroupsPanel } from './GroupsPanel.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
Object.assign(HTMLElement.prototype, { hidePopover: () => undefined, scrollIntoView: () => undefined })
const host = document.body.appendChild(document.createElement('div'))
const root = createRoot(host)
afterEach(() => act(async () => root.render(null)))

const words = { en: 'In groups', zh: '分组' }
const forGroups: Phase = { id: 'G', name: words, instruction: words, minutes: 5, area: 'remedies', can: ['add'], privacy: 'group' }

function present(id: string, role: Role): PresentPerson {
  return {
    id,
    name: `Name ${id}`,
    role,
    color: '#34539b',
    clientId: Number(id.slice(1)),
    isMe: role === 'facilitator',
    presence: {} as never,
  } // of presence nothing is read
}

/** So many participants who are here, in the groups given. */
async function panel(count: number, change: Partial<SessionView> = {}, refuse?: ApiFailure) {
  const sent: WorkshopCommand[] = []
  const people = Array.from({ length: count }, (_, at) => present(`p${at + 1}`, 'participant'))
  const roster = people.map(({ id, name, role }): RosterEntry => ({ id, name, role, joinedAt: 0, ready: false }))
  const session = {
    view: new Cell<SessionView>({
      ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'facilitator'),
      agenda: [forGroups],
      phaseId: 'G',
      roster,
      unrevealed: [],
      me: { id: 'f', name: 'F', role: 'facilitator', ready: false, drafts: [], groupDrafts: [], ballot: null },
      ...change,
    }),
    people: new Cell<readonly PresentPerson[]>(people),
    send: async (command: WorkshopCommand) => {
      sent.push(command)
      if (refuse) throw refuse
    },
  } as Partial<BoardSession> as BoardSession // nothing else of a session is used here
  await act(async () => root.render(<GroupsPanel session={session} isWanted />))
  return sent
}

const pairs = (count: number): Group[] =>
  Array.from({ length: count / 2 }, (_, at) => ({ id: `g${at}`, name: `Group ${at + 1}`, members: [`p${2 * at + 1}`, `p${2 * at + 2}`] }))
const click = (label: string) =>
  act(async () => [...host.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label)?.click())
const question = () => host.querySelector('[role=alertdialog]')?.getAttribute('aria-label')

describe('GroupsPanel', () => {
  it('has one button for each of 300 people, not one for each of them and each group (45,900 froze the console)', async () => {
    await panel(300, { groups: pairs(300) })
    expect(host.querySelectorAll('.group-member')).toHaveLength(300)
    expect(host.querySelectorAll('button').length).toBeLessThan(310)
    await openPopover(host)
    expect(host.querySelectorAll('.menu-item')).toHaveLength(152)
  })

  it('makes the first groups at once, and asks before it parts people who work together', async () => {
    const first = await panel(4)
    await click('Pairs')
    expect(first).toHaveLength(1)
    const sent = await panel(4, { groups: pairs(4) })
    await click('Fours')
    expect(question()).toContain('The groups of now are gone then.')
    await click('Leave the groups')
    await click('No groups…')
    await click('Leave the groups')
    expect(sent).toEqual([])
    await click('No groups…')
    await click('No groups')
    expect(sent).toEqual([{ type: 'set-groups', groups: [] }])
  })

  it('warns of new readers while groups have hidden notes, and says why the server has refused', async () => {
    const change = { groups: pairs(4), unrevealed: [{ phaseId: 'G', notes: 2 }] }
    await panel(4, change, new ApiFailure(422, 'unprocessable', ''))
    await click('Fours')
    expect(question()).toContain('There are hidden notes in these groups')
    await click('Fours anew')
    expect(host.querySelector('[role=alert]')?.textContent).toContain('people would read hidden notes that were not written for them')
  })

  it('puts whole groups together without a question: that is the way of 1-2-4-All', async () => {
    const sent = await panel(4, { groups: pairs(4) })
    await click('Two groups into one')
    expect(sent).toMatchObject([{ type: 'set-groups', groups: [{ members: ['p1', 'p2', 'p3', 'p4'] }] }])
  })
})
