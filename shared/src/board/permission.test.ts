import { describe, expect, it } from 'vitest'
import type { PhasePermission } from '../workshop/state.ts'
import { editRights, eitherRights, isCluster, isSettling, mayChangeSomething, refusalOf, type EditRights } from './permission.ts'

const granted = (rights: EditRights) => Object.entries(rights).flatMap(([right, has]) => (has ? [right] : []))
const ALL = ['add', 'move', 'edit', 'link', 'suggest', 'comment', 'react']

describe('the permission table', () => {
  const TABLE: [PhasePermission[], string[]][] = [
    [['watch', 'rate', 'vote'], []],
    [['add'], ['add']],
    [['move'], ['move']],
    [['suggest'], ['move', 'suggest']],
    [['link'], ['link']],
    [['comment'], ['comment']],
    [['react'], ['react']],
    [
      ['watch', 'react', 'comment'],
      ['comment', 'react'],
    ],
    [['edit'], ALL],
  ]
  it.each(TABLE)('%j gives participants %j', (can, rights) => {
    expect(granted(editRights('participant', can))).toEqual(rights)
    expect(granted(editRights('viewer', can))).toEqual([])
    expect(granted(editRights('facilitator', can))).toEqual(['facilitate', ...ALL])
  })

  it('without a running phase participants may do everything but a facilitator’s things, viewers nothing', () => {
    expect(granted(editRights('participant', null))).toEqual(ALL)
    expect(granted(editRights('viewer', null))).toEqual([])
  })

  it('of two phases both count, and remarks change no record', () => {
    expect(granted(eitherRights(editRights('participant', ['comment']), editRights('participant', ['link'])))).toEqual(['link', 'comment'])
    expect(mayChangeSomething(editRights('participant', ['react', 'comment']))).toBe(false)
    expect(mayChangeSomething(editRights('participant', ['suggest']))).toBe(true)
  })
})

describe('clusters', () => {
  const target = { own: false, locked: false, link: false, cluster: true }
  const suggest = editRights('participant', ['suggest'])

  it('are made, renamed and taken away by whoever may suggest, until a facilitator settles them', () => {
    for (const kind of ['create', 'place', 'content'] as const) {
      expect(refusalOf(suggest, kind, target)).toBeNull()
      expect(refusalOf(suggest, kind, { ...target, locked: true })).toBe('locked')
      expect(refusalOf(editRights('participant', ['link']), kind, target)).toBe('phase')
    }
    expect(refusalOf(suggest, 'content', { ...target, cluster: false })).toBe('phase')
    expect(isSettling('meta.cluster', 'settled')).toBe(true)
    expect(isSettling('meta.cluster', 'suggested')).toBe(false)
  })

  it('are frames with that meta, and never areas', () => {
    expect(isCluster({ type: 'frame', meta: { cluster: 'suggested' } })).toBe(true)
    expect(isCluster({ type: 'frame', meta: { cluster: 'settled' } })).toBe(true)
    expect(isCluster({ type: 'frame', meta: { cluster: 'settled', area: 'plan' } })).toBe(false)
    expect(isCluster({ type: 'frame', meta: {} })).toBe(false)
    expect(isCluster({ type: 'card', meta: { cluster: 'settled' } })).toBe(false)
  })
})
