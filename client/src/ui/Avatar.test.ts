import { expect, it } from 'vitest'
import { initialOf } from './Avatar.tsx'

it('an avatar shows one character, also of names beyond the basic plane', () => {
  expect(['王芳', ' anna', '😀 Li', '𠮷田', ''].map(initialOf)).toEqual(['王', 'A', '😀', '𠮷', '?'])
})
