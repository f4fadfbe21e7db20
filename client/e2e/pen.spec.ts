import { expect } from '@playwright/test'
import type { Doc } from 'yjs'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const LOCALE = 'en'

/** Points of the only stroke on this person's canvas. */
async function points({ page }: Board): Promise<number> {
  return await page.evaluate(() => {
    const stroke = window.remedyboard?.editor.getCurrentPageShapes().find((shape) => shape.type === 'draw')
    const { segments = [] } = (stroke?.props ?? {}) as { segments?: { points: unknown[] }[] }
    return segments.reduce((sum, segment) => sum + segment.points.length, 0)
  })
}

/** Bytes of the changes that this person's browser writes from now on. */
async function countBytes({ page }: Board): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { written: number; remedyboard: { doc: Doc } } // the canvas page's hook
    counted.written = 0
    counted.remedyboard.doc.on('update', (update: Uint8Array) => (counted.written += update.length))
  })
  // the counter was put there a few lines above
  return () => page.evaluate(() => (window as unknown as { written: number }).written)
}

test('a stroke is seen while it grows, costs a few bytes a point, and is undone as one', async ({ newPerson, server }) => {
  const ada = await createBoard(await newPerson({ locale: LOCALE }), {
    url: server.url(),
    locale: LOCALE,
    template: 'blank',
    title: 'Pens',
  })
  const ben = await join(await newPerson({ locale: LOCALE }), { link: await participantLink(ada), name: 'Ben', locale: LOCALE })
  const { page } = ada
  const bytes = await countBytes(ada)
  await ada.tool(ada.words.canvas.tool.draw).click()
  await page.mouse.move(300, 400)
  await page.mouse.down()
  const seen: number[] = []
  for (let i = 1; i <= 300; i++) {
    await page.mouse.move(300 + i * 2, 400 + Math.round(120 * Math.sin(i / 12)))
    // a frame on most screens: five seconds of drawing
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 12)))
    if (i % 50 === 0) seen.push(await points(ben))
  }
  // The other's canvas follows within a tick or two, and so shows more each time.
  expect(seen.every((count, i) => count > (seen[i - 1] ?? 0))).toBe(true)
  await page.mouse.up()
  await expect.poll(() => points(ben)).toBe(await points(ada))
  await ada.isSaved()
  const drawn = await points(ada)
  expect(drawn).toBeGreaterThan(200)
  const written = await bytes()
  test.info().annotations.push({ type: 'bytes', description: `${written} for ${drawn} points` })
  // As one value each second it was twenty times as much: 40,461 bytes for 301 points.
  expect(written / drawn).toBeLessThan(10)

  await ben.page.reload()
  await ben.isOpen()
  expect(await points(ben)).toBe(drawn)
  await page.keyboard.press('Control+z')
  await expect.poll(() => ben.count('draw')).toBe(0)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => points(ben)).toBe(drawn)
})
