import { describe, expect, it } from 'vitest'
import { keyIn, routeOf } from './route.ts'

describe('routeOf', () => {
  it('knows the pages', () => {
    expect(routeOf('/')).toEqual({ page: 'home' })
    expect(routeOf('/b/3kf_9-Z')).toEqual({ page: 'board', id: '3kf_9-Z' })
    expect(routeOf('/b/3kf/')).toEqual({ page: 'board', id: '3kf' })
    expect(routeOf('/p/3kf')).toEqual({ page: 'phone', id: '3kf' })
    expect(routeOf('/j/K7M4PX')).toEqual({ page: 'join', code: 'K7M4PX' })
    expect(routeOf('/j/K7M%204PX')).toEqual({ page: 'join', code: 'K7M 4PX' })
    expect(routeOf('/j')).toEqual({ page: 'join', code: '' })
  })

  it('everything else is not found, and nothing throws', () => {
    for (const path of ['/b', '/b/', '/b/a/b', '/p', '/p/a/b', '/b/%2e%2e', '/x', '/b/<script>', '/j/a/b'])
      expect(routeOf(path).page, path).toBe('not-found')
    expect(routeOf('/j/%E0%A4%A')).toEqual({ page: 'join', code: '' })
  })
})

describe('keyIn', () => {
  it('reads the key and nothing else', () => {
    expect(keyIn('#k=f.abc-_123')).toBe('f.abc-_123')
    expect(keyIn('')).toBeNull()
    expect(keyIn('#top')).toBeNull()
  })
})
