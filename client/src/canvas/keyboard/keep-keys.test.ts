import { afterEach, expect, it } from 'vitest'
import { keepKeys } from './keep-keys.ts'

const heard: string[] = []
const hear = ({ type, code }: KeyboardEvent) => heard.push(`${type} ${code}`)
document.body.addEventListener('keydown', hear)
document.body.addEventListener('keyup', hear)
afterEach(() => {
  heard.length = 0
  document.body.replaceChildren()
})

function panel() {
  const root = document.body.appendChild(document.createElement('div'))
  const button = root.appendChild(document.createElement('button'))
  const told: string[] = []
  const stop = keepKeys(root, ({ code }) => told.push(code))
  const key = (type: 'keydown' | 'keyup', code: string, target: HTMLElement = button) =>
    target.dispatchEvent(new KeyboardEvent(type, { code, bubbles: true }))
  return { button, told, stop, key }
}

it('keeps a key that is pressed and let go inside', () => {
  const { told, key } = panel()
  key('keydown', 'Enter')
  key('keyup', 'Enter')
  expect([told, heard]).toEqual([['Enter'], []])
})

it('lets the canvas hear that the key is up by which the panel was opened: undo was dead after it', () => {
  const { key } = panel()
  key('keydown', 'KeyI', document.body)
  key('keyup', 'KeyI')
  expect(heard).toEqual(['keydown KeyI', 'keyup KeyI'])
})

it('forgets what was pressed when the keyboard leaves, and all when it is told to stop', () => {
  const { button, stop, told, key } = panel()
  key('keydown', 'Escape')
  button.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  key('keyup', 'Escape')
  stop()
  key('keydown', 'KeyA')
  expect([told, heard]).toEqual([['Escape'], ['keyup Escape', 'keydown KeyA']])
})
