import { describe, expect, it } from 'vitest'
import { exportFileName } from './file-name.ts'

const DAY = new Date(2026, 2, 2, 23, 59)

describe('exportFileName', () => {
  it('is title, part and local date', () => {
    expect(exportFileName('东街社区 · 困境与对策', null, DAY, 'png')).toBe('东街社区-困境与对策-2026-03-02.png')
    expect(exportFileName('East Street', 'Remedies: what can we do?', DAY, 'png')).toBe(
      'East-Street-Remedies-what-can-we-do-2026-03-02.png',
    )
  })

  it('has nothing that a file system refuses', () => {
    expect(exportFileName('../../etc/pass:wd?*"<>|\u0007\t.', null, DAY, 'png')).toBe('etc-pass-wd-2026-03-02.png')
    expect(exportFileName(' … ', null, DAY, 'png')).toBe('…-2026-03-02.png')
    expect(exportFileName(' / ', null, DAY, 'png')).toBe('board-2026-03-02.png')
  })

  it('stays within 255 bytes however long the title', () => {
    const name = exportFileName('困'.repeat(400), '策'.repeat(400), DAY, 'png')
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
    expect(exportFileName('😀'.repeat(80), null, DAY, 'png')).toBe(`${'😀'.repeat(38)}-2026-03-02.png`)
  })
})
