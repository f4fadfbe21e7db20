import { afterEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../room/manual-clock.ts'
import { FontSubsetter } from './font-subsetter.ts'

const subsetters: FontSubsetter[] = []

function subsetter(clock = new ManualClock()): FontSubsetter {
  const created = new FontSubsetter(clock)
  subsetters.push(created)
  return created
}

afterEach(async () => {
  await Promise.all(subsetters.splice(0).map((created) => created.close()))
})

// A thread starts slowly while other tests fill the machine.
describe('FontSubsetter', { timeout: 30_000 }, () => {
  it('cuts equal texts once', async () => {
    const fonts = subsetter()
    const first = fonts.subset('对策')
    expect(fonts.subset('策对对')).toBe(first)
    const { faces } = await first
    expect(faces.map(({ unicodeRange }) => unicodeRange).join()).toContain('U+5BF9')
  })

  it('starts its thread again after it was idle', async () => {
    const clock = new ManualClock()
    const fonts = subsetter(clock)
    await fonts.subset('困')
    clock.advance(10 * 60_000)
    await expect(fonts.subset('境')).resolves.toHaveProperty('faces.length', 1)
  })

  it('refuses when too many wait', async () => {
    const fonts = subsetter()
    const many = Array.from({ length: 21 }, (_, i) => fonts.subset(String.fromCharCode(0x61 + i)))
    await expect(fonts.subset('困')).rejects.toMatchObject({ code: 'busy' })
    const gone = Promise.allSettled(many)
    await fonts.close()
    expect((await gone).map(({ status }) => status)).toContain('rejected')
  })

  it('rejects what waits when the server stops', async () => {
    const fonts = subsetter()
    const font = fonts.subset('困')
    await Promise.all([expect(font).rejects.toMatchObject({ code: 'failed' }), fonts.close()])
  })
})
