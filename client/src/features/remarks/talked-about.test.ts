import type { Remark } from '@remedyboard/shared/board/remarks'
import { mappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { newCardRecord } from '@remedyboard/shared/board/new-records'
import { expect, it } from 'vitest'
import type { CardRemarks } from '../../session/board-remarks.ts'
import { talkedAbout } from './talked-about.ts'

const card = (id: string) =>
  newCardRecord({ id, parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 200, kind: 'dilemma', text: id, meta: {} })

function said(at: number, unread = 0): CardRemarks {
  const comment: Remark = { id: 'remark:1', card: '', kind: 'comment', text: 'x', stamp: { author: 'p', name: 'P', at }, resolved: false }
  return { comments: [comment], meToo: [], open: 1, unread }
}

it('what is new comes first, then what was talked about last; cards that are gone or only shared are left out', () => {
  const { cards } = mappingGraph(['shape:old', 'shape:late', 'shape:new', 'shape:shared'].map(card))
  const byCard = new Map([
    ['shape:old', said(1)],
    ['shape:late', said(9)],
    ['shape:new', said(5, 1)],
    ['shape:gone', said(20, 3)],
    ['shape:shared', { comments: [], meToo: said(30).comments, open: 0, unread: 0 }],
  ])
  expect(talkedAbout(byCard, cards).map(({ card: { id } }) => id)).toEqual(['shape:new', 'shape:late', 'shape:old'])
})
