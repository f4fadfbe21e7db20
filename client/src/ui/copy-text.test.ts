import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { copyText } from './copy-text.ts'

let input: HTMLInputElement

beforeEach(() => {
  input = document.createElement('input')
  input.value = 'http://192.168.1.20:3000/b/x#k=p'
  document.body.append(input)
})

afterEach(() => {
  input.remove()
  vi.unstubAllGlobals()
})

const withoutClipboard = (command: boolean) => {
  vi.stubGlobal('navigator', {})
  Object.defineProperty(document, 'execCommand', { configurable: true, value: () => command })
}

describe('copyText', () => {
  it('uses the clipboard where there is one', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } })
    expect(await copyText(input)).toBe('copied')
    expect(written).toEqual([input.value])
  })

  it('over plain http it marks the text and uses the old command', async () => {
    withoutClipboard(true)
    expect(await copyText(input)).toBe('copied')
    expect([document.activeElement, input.selectionStart, input.selectionEnd]).toEqual([input, 0, input.value.length])
  })

  it('says so when the person must copy by hand', async () => {
    withoutClipboard(false)
    expect(await copyText(input)).toBe('marked')
  })
})
