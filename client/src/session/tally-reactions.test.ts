import type { ReactionId } from '@remedyboard/shared/protocol/reaction'
import { expect, it } from 'vitest'
import type { ShownReaction } from './reactions.ts'
import { tallyReactions } from './tally-reactions.ts'

const reaction = (personId: string, id: ReactionId, key: string): ShownReaction => ({
  key,
  id,
  personId,
  name: `Name ${personId}`,
  color: '#123456',
  isMe: false,
})

it('counts by kind, first come first, and names everybody once', () => {
  const shown = [
    reaction('a', 'applause', '1'),
    reaction('b', 'laugh', '2'),
    reaction('a', 'applause', '3'),
    reaction('c', 'applause', '4'),
  ]
  expect(tallyReactions(shown)).toEqual([
    { id: 'applause', count: 3, names: ['Name a', 'Name c'] },
    { id: 'laugh', count: 1, names: ['Name b'] },
  ])
  expect(tallyReactions([])).toEqual([])
})
