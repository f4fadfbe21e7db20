import { describe, expect, it } from 'vitest'
import { ServerClock } from './server-clock.ts'

describe('ServerClock', () => {
  it('is right on a phone whose clock is an hour wrong', () => {
    let local = 3_600_000
    const clock = new ServerClock(() => local)
    clock.sample(0)
    local += 500
    expect(clock.now()).toBe(500)
  })

  it('goes by the own clock until the server has said anything', () => {
    expect(new ServerClock(() => 4_200).now()).toBe(4_200)
  })

  it('believes the sample that travelled fastest', () => {
    const local = 1_000
    const clock = new ServerClock(() => local)
    clock.sample(700)
    clock.sample(990)
    clock.sample(800)
    expect(clock.now()).toBe(990)
  })

  it('follows when the local clock was set', () => {
    let local = 1_000
    const clock = new ServerClock(() => local)
    clock.sample(1_000)
    local += 60_000
    clock.sample(2_000)
    expect(clock.now()).toBe(2_000)
  })
})
