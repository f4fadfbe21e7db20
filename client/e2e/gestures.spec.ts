import { expect } from '@playwright/test'
import type { Board, Point } from './board.ts'
import { test, type NewPerson } from './fixtures.ts'
import type { Server } from './server.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const LOCALE = 'en'
const TEXT = 'No ramp'
const BY = 160

/** Two people on a board with one card; Ada has taken hold of it and dragged it to the right, the button is still down. */
async function dragging(newPerson: NewPerson, server: Server): Promise<{ ada: Board; ben: Board; start: Point; dragged: Point }> {
  const ada = await createBoard(await newPerson({ locale: LOCALE }), {
    url: server.url(),
    locale: LOCALE,
    template: 'blank',
    title: 'Drags',
  })
  const ben = await join(await newPerson({ locale: LOCALE }), { link: await participantLink(ada), name: 'Ben', locale: LOCALE })
  await ada.addCard('note', TEXT, { x: 500, y: 400 })
  await ben.mustFind(TEXT)
  await ada.isSaved()
  const start = await place(ben)
  const { x, y } = await ada.mustFind(TEXT)
  await ada.page.mouse.move(x, y)
  await ada.page.mouse.down()
  await ada.page.mouse.move(x + BY, y, { steps: 4 })
  // tldraw takes moves in with the next frame, which on a slow machine is a while after the mouse has stopped.
  const zoom = await ada.page.evaluate(() => window.remedyboard?.editor.getZoomLevel() ?? 1)
  const dragged = { x: Math.round(start.x + BY / zoom), y: start.y }
  await expect.poll(() => place(ada)).toEqual(dragged)
  return { ada, ben, start, dragged }
}

async function place(board: Board): Promise<Point> {
  const found = await board.placeOf(TEXT)
  if (!found) throw new Error('the card is gone')
  return found
}

/** Where this person's document says that the card is: not what somebody is dragging, only what was written. */
async function written({ page }: Board): Promise<Point | null> {
  return await page.evaluate((text) => {
    interface Hook {
      session: { index: { visible: ReadonlyMap<string, { x: number; y: number; props?: { text?: string } }> } }
    }
    const { session } = window.remedyboard as unknown as Hook // the canvas page's hook
    const card = [...session.index.visible.values()].find(({ props }) => props?.text === text)
    return card ? { x: Math.round(card.x), y: Math.round(card.y) } : null
  }, TEXT)
}

async function isFreeOf({ page }: Board): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.remedyboard?.editor.isIn('select.idle'))).toBe(true)
}

test('a touch that the system takes away ends the drag: both keep the card where it was let go', async ({ newPerson, server }) => {
  const { ada, ben, dragged } = await dragging(newPerson, server)
  await ada.page.evaluate(() => document.querySelector('.tl-canvas')?.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true })))
  await isFreeOf(ada)
  await expect.poll(() => written(ben)).toEqual(dragged)
  await ada.page.mouse.move(300, 300)
  expect(await place(ada)).toEqual(dragged)
})

test('a button that was let go outside of the window does not drag on', async ({ newPerson, server }) => {
  const { ada, ben, dragged } = await dragging(newPerson, server)
  const devtools = await ada.page.context().newCDPSession(ada.page)
  await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 200, y: 200, buttons: 0 })
  await isFreeOf(ada)
  expect(await place(ada)).toEqual(dragged)
  await expect.poll(() => written(ben)).toEqual(dragged)
})

test('a drag is written when its window loses the focus, and goes on when it comes back', async ({ newPerson, server }) => {
  const { ada, ben } = await dragging(newPerson, server)
  await ada.page.evaluate(() => void dispatchEvent(new Event('blur')))
  const dragged = await place(ada)
  expect(await written(ada)).toEqual(dragged)
  await expect.poll(() => written(ben)).toEqual(dragged)
  await ada.page.mouse.move(400, 300, { steps: 3 })
  await ada.page.mouse.up()
  expect(await place(ada)).not.toEqual(dragged)
  await expect.poll(async () => JSON.stringify(await written(ben))).toBe(JSON.stringify(await place(ada)))
})

test('a page that is left in mid-drag loses nothing', async ({ newPerson, server }) => {
  const { ada, ben, dragged } = await dragging(newPerson, server)
  await ada.page.reload()
  await ada.isOpen()
  await expect.poll(() => written(ada)).toEqual(dragged)
  await expect.poll(() => written(ben)).toEqual(dragged)
  expect(await place(ben)).toEqual(dragged)
})

test('somebody whose connection breaks in mid-drag leaves no ghost, and is seen again when they are back', async ({
  newPerson,
  server,
}) => {
  const { ada, ben, dragged } = await dragging(newPerson, server)
  await expect.poll(() => place(ben)).toEqual(dragged)
  await ada.page.evaluate(() => window.remedyboard && Reflect.get(window.remedyboard, 'provider').disconnect())
  // What Ben's document says, be it from before the drag or from its last full second.
  await expect.poll(async () => JSON.stringify(await place(ben))).toBe(JSON.stringify(await written(ben)))
  await ada.page.mouse.move(700, 600, { steps: 3 })
  await ada.page.mouse.up()
  await ada.page.evaluate(() => window.remedyboard && Reflect.get(window.remedyboard, 'provider').connect())
  const final = await place(ada)
  await expect.poll(() => place(ben)).toEqual(final)
})

test('a computer that freezes in mid-drag: after three seconds the others see the document again', async ({ newPerson, server }) => {
  const { ada, ben, dragged } = await dragging(newPerson, server)
  await expect.poll(() => place(ben)).toEqual(dragged)
  await ada.page.mouse.move(300, 250, { steps: 3 })
  // Frozen before the next full second of the drag is written.
  const frozen = ada.page.evaluate(() => {
    const until = performance.now() + 6_000
    while (performance.now() < until);
  })
  await expect.poll(async () => JSON.stringify(await place(ben)), { timeout: 5_500 }).toBe(JSON.stringify(await written(ben)))
  await frozen
  await ada.page.mouse.up()
  await expect.poll(async () => JSON.stringify(await place(ben))).toBe(JSON.stringify(await place(ada)))
})

test('Escape after seconds of dragging takes it back for everybody, and nothing that others did', async ({ newPerson, server }) => {
  const { ada, ben, start } = await dragging(newPerson, server)
  // A drag is written every second.
  await expect.poll(() => written(ben)).not.toEqual(start)
  await ben.page.evaluate((text) => {
    const editor = window.remedyboard?.editor
    const card = editor?.getCurrentPageShapes().find((shape) => 'text' in shape.props && shape.props.text === text)
    if (editor && card) editor.updateShape({ id: card.id, type: card.type, props: { kind: 'remedy' } as object })
  }, TEXT)
  const kind = ({ page }: Board) =>
    page.evaluate((text) => {
      const shape = window.remedyboard?.editor.getCurrentPageShapes().find(({ props }) => 'text' in props && props.text === text)
      return shape && 'kind' in shape.props ? shape.props.kind : null
    }, TEXT)
  await expect.poll(() => kind(ada)).toBe('remedy')
  await ada.page.keyboard.press('Escape')
  for (const board of [ada, ben]) {
    await expect.poll(() => place(board)).toEqual(start)
    await expect.poll(() => written(board)).toEqual(start)
    expect(await kind(board)).toBe('remedy')
  }
  await ada.page.mouse.up()
  // The drag left no step behind: the next one back is the making of the card.
  await ada.page.keyboard.press('Control+z')
  await expect.poll(() => ben.count('card')).toBe(0)
})
