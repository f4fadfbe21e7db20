import type { PresenceState } from '@remedyboard/shared/protocol/presence'
import type { ReactionId } from '@remedyboard/shared/protocol/reaction'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PresentPerson } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { useAnnouncement } from '../../ui/announce.ts'
import { useReactionNews } from './use-reaction-news.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(async () => {
  await act(async () => root.render(null))
  vi.useRealTimers()
})

it('reads a room that claps aloud as one sentence, at most once in a few seconds', async () => {
  const people = new Cell<readonly PresentPerson[]>([])
  const session = { people, serverNow: () => Date.now(), setPresence: () => undefined }
  const heard: string[] = []
  function Listener() {
    useReactionNews(session)
    const { message } = useAnnouncement()
    if (message !== '' && heard.at(-1) !== message) heard.push(message)
    return null
  }
  await act(async () => root.render(<Listener />))
  const react = (clientId: number, id: ReactionId) =>
    act(async () => {
      const presence: PresenceState = { reaction: { id, at: Date.now() } }
      const person = { clientId, id: `p${clientId}`, name: `Name ${clientId}`, color: '#123456', role: 'participant' as const, isMe: false }
      people.set([...people.get().filter((each) => each.clientId !== clientId), { ...person, presence }])
    })
  const wait = (ms: number) => act(async () => void vi.advanceTimersByTime(ms))

  for (let i = 0; i < 30; i++) {
    await react(i, 'applause')
    await wait(50)
  }
  await react(40, 'laugh')
  expect(heard).toEqual([])
  await wait(4_000)
  expect(heard).toEqual(['Reactions: Bravo 30, Funny 1'])
  await wait(10_000)
  await react(3, 'idea')
  await wait(4_000)
  expect(heard).toEqual(['Reactions: Bravo 30, Funny 1', 'Reactions: Good idea 1'])
})
