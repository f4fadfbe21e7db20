import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeEditorReleasable, releaseEditor } from './release-editor.ts'
import { testEditor } from './test-editor.ts'

afterEach(() => vi.restoreAllMocks())

describe('an editor that goes', () => {
  it('takes its listeners with it, from the second one of a page on', () => {
    const added = vi.spyOn(document.body, 'addEventListener')
    const removed = vi.spyOn(document.body, 'removeEventListener')
    const first = testEditor().editor
    makeEditorReleasable(first)
    added.mockClear()
    const second = testEditor().editor
    makeEditorReleasable(second)
    const handlers = added.mock.calls.map(([, handler]) => handler)
    expect(handlers).toHaveLength(2)
    second.dispose()
    expect(removed.mock.calls.map(([, handler]) => handler)).toEqual(handlers)
    first.dispose()
  })

  it('is not held by the handlers that the first one left', async () => {
    const { editor } = testEditor()
    const focus = editor as unknown as { focusManager: { editor: unknown; disposeSideEffectListener?: unknown } } // internal to tldraw
    editor.dispose()
    releaseEditor(editor)
    await Promise.resolve()
    expect(focus.focusManager.editor).not.toBe(editor)
    expect(focus.focusManager.disposeSideEffectListener).toBeUndefined()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }))
    document.body.dispatchEvent(new MouseEvent('mousedown'))
  })
})
