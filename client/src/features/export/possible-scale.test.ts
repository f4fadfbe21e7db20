import { describe, expect, it } from 'vitest'
import { possibleScale } from './possible-scale.ts'

const BOARD = { width: 2_760, height: 1_830, largestScale: 1.82 }

describe('possibleScale', () => {
  it('is the wanted one where the device can paint it', () => {
    expect(possibleScale(1, BOARD, null)).toEqual({ scale: 1, reduced: false, width: 2_760, height: 1_830 })
    expect(possibleScale(3, { ...BOARD, largestScale: 5 }, null)).toMatchObject({ scale: 3, reduced: false })
  })

  it('says when it is less', () => {
    expect(possibleScale(3, BOARD, null)).toEqual({ scale: 1.82, reduced: true, width: 5_023, height: 3_330 })
  })

  it('stays below what this device failed at', () => {
    expect(possibleScale(2, { ...BOARD, largestScale: 5 }, 2)).toMatchObject({ scale: 1.4, reduced: true })
  })
})
