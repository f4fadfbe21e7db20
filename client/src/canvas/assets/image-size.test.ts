import { describe, expect, it } from 'vitest'
import { sizeOnBoard, sizeToSend } from './image-size.ts'

describe('sizes of images', () => {
  it('large photos become smaller and keep their shape', () => {
    expect(sizeToSend({ w: 8000, h: 6000 })).toEqual({ w: 2560, h: 1920 })
    expect(sizeToSend({ w: 3000, h: 9000 })).toEqual({ w: 853, h: 2560 })
    expect(sizeOnBoard({ w: 2560, h: 1920 })).toEqual({ w: 640, h: 480 })
  })

  it('small ones are never enlarged', () => {
    expect(sizeToSend({ w: 20, h: 10 })).toEqual({ w: 20, h: 10 })
    expect(sizeOnBoard({ w: 20, h: 10 })).toEqual({ w: 20, h: 10 })
  })

  it('a hair-thin image keeps a side', () => {
    expect(sizeOnBoard({ w: 100_000, h: 3 })).toEqual({ w: 640, h: 1 })
  })
})
