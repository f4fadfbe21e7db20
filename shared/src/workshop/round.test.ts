import { describe, expect, it } from 'vitest'
import { AGENDA, PEOPLE, TestWorkshop } from './workshop-fixture.ts'

const cards = ['shape:1', 'shape:2', 'shape:3']
const open = (test: TestWorkshop, change: { kind?: 'dots' | 'rating' | 'stance' | 'yes-no'; id?: string } = {}) =>
  test.send('f', { type: 'open-round', id: 'r1', kind: 'dots', title: '哪些最要紧？', cards, budget: 5, cap: 2, ...change })
const vote = (test: TestWorkshop, id: string, marks: Record<string, number>, proxy?: string) =>
  test.send(id, { type: 'cast-ballot', roundId: 'r1', marks, ...(proxy === undefined ? {} : { proxy }) })

describe('a round of dots', () => {
  it('is changeable until it closes, then publishes totals and spread and forgets the rest', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    vote(test, 'a', { 'shape:1': 2, 'shape:2': 1 })
    vote(test, 'a', { 'shape:1': 1, 'shape:3': 0 })
    vote(test, 'b', { 'shape:1': 2, 'shape:2': 2, 'shape:3': 1 })
    vote(test, 'f', { 'shape:3': 2 }, 'uncle')
    expect(test.view('c').round).toMatchObject({ ballots: 3 })
    expect(test.view('a').me.ballot).toEqual({ 'shape:1': 1 })
    expect(test.view('b').results).toEqual([])
    test.send('f', { type: 'close-round', id: 'r1' })
    expect(test.rows.size).toBe(0)
    expect(test.view('v').results).toMatchObject([
      {
        ballots: 3,
        proxies: 1,
        people: 5,
        items: [
          { cardId: 'shape:1', total: 3, spread: [1, 1, 1] },
          { cardId: 'shape:2', total: 2, spread: [2, 0, 1] },
          { cardId: 'shape:3', total: 3, spread: [1, 1, 1] },
        ],
      },
    ])
    expect(test.view('a').round).toBeNull()
  })

  it('refuses what is over the budget, over the cap, or not a candidate, and keeps the former ballot', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    vote(test, 'a', { 'shape:1': 1 })
    const wrong: Record<string, number>[] = [{ 'shape:1': 3 }, { 'shape:9': 1 }, { 'shape:1': 2, 'shape:2': 2, 'shape:3': 2 }]
    for (const marks of wrong) expect(vote(test, 'a', marks)).toMatchObject({ refused: { code: 'unprocessable' } })
    expect(test.view('a').me.ballot).toEqual({ 'shape:1': 1 })
    vote(test, 'a', {})
    expect(test.view('a').me.ballot).toBeNull()
  })

  it('is not for viewers, and only facilitators vote for others', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    expect(vote(test, 'v', { 'shape:1': 1 })).toMatchObject({ refused: { code: 'not-allowed' } })
    expect(vote(test, 'a', { 'shape:1': 1 }, 'uncle')).toMatchObject({ refused: { code: 'not-allowed' } })
  })

  it('is one at a time, and a retry opens or closes nothing twice', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    expect(open(test)).toEqual({ events: [] })
    expect(open(test, { id: 'r2' })).toMatchObject({ refused: { code: 'unprocessable' } })
    test.send('f', { type: 'close-round', id: 'r1' })
    expect(test.send('f', { type: 'close-round', id: 'r1' })).toEqual({ events: [] })
    expect(open(test)).toEqual({ events: [] })
    expect(test.state.results).toHaveLength(1)
  })

  it('takes no vote once it is closed, and loses what somebody cast who was put out', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    vote(test, 'a', { 'shape:1': 2 })
    vote(test, 'b', { 'shape:1': 1 })
    test.send('f', { type: 'remove-person', id: 'a' })
    test.send('f', { type: 'close-round', id: 'r1' })
    expect(test.state.results[0]).toMatchObject({ ballots: 1, items: [{ total: 1 }, { total: 0 }, { total: 0 }] })
    expect(vote(test, 'b', { 'shape:1': 1 })).toMatchObject({ refused: { code: 'unprocessable' } })
  })

  it('answers yes to the ballot that it counted, however late its device asks: people were told that their vote did not count', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    const ballot = (marks: Record<string, number>, edit: string) => test.send('a', { type: 'cast-ballot', roundId: 'r1', marks, edit })
    ballot({ 'shape:1': 1 }, 'e1')
    ballot({ 'shape:1': 2 }, 'e2')
    // The first one once more: it is over.
    expect(ballot({ 'shape:1': 1 }, 'e1')).toEqual({ events: [] })
    expect([test.view('a').me.ballot, test.view('f').round?.ballots]).toEqual([{ 'shape:1': 2 }, 1])
    vote(test, 'b', { 'shape:2': 1 })
    test.send('f', { type: 'close-round', id: 'r1' })
    expect(test.state.results[0]?.items).toMatchObject([{ total: 2 }, { total: 1 }, { total: 0 }])
    expect(ballot({ 'shape:1': 2 }, 'e2')).toEqual({ events: [] })
    // One that never arrived is not among them.
    expect(ballot({ 'shape:1': 1 }, 'e3')).toMatchObject({ refused: { code: 'unprocessable' } })
    expect(test.events.at(-1)).toMatchObject({ type: 'round-closed', edits: ['e1', 'e2'] })
    expect(test.rows.size).toBe(0)
  })

  it('forgets a ballot that was taken back, and does not take it again when it is sent once more', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    const ballot = (marks: Record<string, number>, edit: string) => test.send('a', { type: 'cast-ballot', roundId: 'r1', marks, edit })
    ballot({ 'shape:1': 1 }, 'e1')
    ballot({}, 'e2')
    expect(ballot({ 'shape:1': 1 }, 'e1')).toEqual({ events: [] })
    expect(test.view('a').me.ballot).toBeNull()
    test.send('f', { type: 'cancel-round', id: 'r1' })
    expect(test.rows.size).toBe(0)
  })

  it('lets facilitators correct and take back the ballot of somebody without a device until it closes', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    vote(test, 'f', { 'shape:1': 2 }, 'uncle')
    vote(test, 'g', { 'shape:2': 1 }, 'uncle')
    vote(test, 'f', { 'shape:3': 1 }, 'aunt')
    expect(test.view('f').round?.ballots).toBe(2)
    vote(test, 'f', {}, 'aunt')
    test.send('f', { type: 'close-round', id: 'r1' })
    expect(test.state.results[0]).toMatchObject({ ballots: 1, proxies: 1, items: [{ total: 0 }, { total: 1 }, { total: 0 }] })
  })

  it('is not opened again by the facilitator’s device that never heard of it, after it was cancelled', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    test.send('f', { type: 'cancel-round', id: 'r1' })
    expect(open(test)).toEqual({ events: [] })
    expect(test.state.round).toBeNull()
    expect(open(test, { id: 'r2' })).toMatchObject({ events: [{ type: 'round-opened' }] })
  })

  it('loses the ballot of somebody who is made a viewer: there were more ballots than people', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    for (const id of ['f', 'g', 'a', 'b', 'c']) vote(test, id, { 'shape:1': 1 })
    test.send('f', { type: 'set-role', id: 'a', role: 'viewer' })
    expect([test.view('f').round?.ballots, test.view('f').taking]).toEqual([4, 4])
    test.send('f', { type: 'close-round', id: 'r1' })
    expect(test.state.results[0]).toMatchObject({ ballots: 4, people: 4 })
  })

  it('can be cancelled: nothing is published, and the ballots are gone', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test)
    vote(test, 'a', { 'shape:1': 2 })
    test.send('f', { type: 'cancel-round', id: 'r1' })
    expect([test.rows.size, test.state.round, test.state.results]).toEqual([0, null, []])
  })
})

describe('a rating', () => {
  it('counts what was left out as an abstention, and zero as zero', () => {
    const test = new TestWorkshop(AGENDA, PEOPLE)
    open(test, { kind: 'rating' })
    vote(test, 'a', { 'shape:1': 0, 'shape:2': 3 })
    vote(test, 'b', { 'shape:1': 3 })
    expect(vote(test, 'c', { 'shape:1': 4 })).toMatchObject({ refused: { code: 'unprocessable' } })
    test.send('f', { type: 'close-round', id: 'r1' })
    expect(test.state.results[0]?.items).toEqual([
      { cardId: 'shape:1', total: 3, spread: [1, 0, 0, 1] },
      { cardId: 'shape:2', total: 3, spread: [0, 0, 0, 1] },
      { cardId: 'shape:3', total: 0, spread: [0, 0, 0, 0] },
    ])
  })
})
