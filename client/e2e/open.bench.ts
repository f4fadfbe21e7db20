import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { Board } from './board.ts'
import { textsOf } from './texts.ts'
import { createBoard, participantLink } from './workshop.ts'

const CARDS = 5_000
const LINKS = 1_000

/** DESIGN.md, section 6: such a board opens on the canvas at its start view within 3 s. */
const OPEN_BUDGET_MS = 3_000

/** Ten steps a second at the least: at each, tldraw itself looks at every one of the 6,000 shapes twice (about 60 ms of one core). */
const PAN_BUDGET_MS = 100

/** A screen full of what people see: less means that the board is still being drawn. */
const ENOUGH_CARDS = 50

/** Many parts, as a large board grows: a single update of 5,000 births would be an exceptional frame. */
const PART = 500

/** Cards of all kinds in rows below the template's areas, each fifth linked to the next. */
async function fillBoard(page: Page): Promise<void> {
  for (let from = 0; from < CARDS; from += PART) {
    await page.evaluate(
      ({ start, part, links, cards }) => {
        const editor = window.remedyboard?.editor
        if (!editor) throw new Error('no board')
        const kinds = ['dilemma', 'remedy', 'stakeholder', 'action', 'evidence', 'note']
        const shapes: unknown[] = []
        const bindings: unknown[] = []
        for (let i = start; i < start + part; i++) {
          const [x, y] = [(i % 60) * 360, 2_400 + Math.floor(i / 60) * 110]
          const text = `${i} 老人收不到通知 nobody hears of the meeting`
          shapes.push({ id: `shape:bench${i}`, type: 'card', x, y, props: { w: 320, h: 98, kind: kinds[i % 6], size: 'm', text } })
          if (i % Math.round(cards / links) !== 0) continue
          shapes.push({ id: `shape:link${i}`, type: 'arrow', x, y, props: { end: { x: 360, y: 0 } } })
          for (const [terminal, to] of [
            ['start', i],
            ['end', i + 1],
          ] as const) {
            const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' }
            bindings.push({ type: 'arrow', fromId: `shape:link${i}`, toId: `shape:bench${to}`, props })
          }
        }
        // tldraw's types do not know our card
        editor.createShapes(shapes as Parameters<typeof editor.createShapes>[0])
        editor.createBindings(bindings as Parameters<typeof editor.createBindings>[0])
      },
      { start: from, part: PART, links: LINKS, cards: CARDS },
    )
  }
}

/** ms from now until the start view is drawn and the page has time for people again. */
async function untilDrawn(page: Page, startedMs: number): Promise<number> {
  await page.waitForFunction(
    ({ enough, all }) =>
      (window.remedyboard?.editor.getCurrentPageShapeIds().size ?? 0) >= all && document.querySelectorAll('.rb-card').length >= enough,
    { enough: ENOUGH_CARDS, all: CARDS },
    { polling: 'raf', timeout: 60_000 },
  )
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  return Date.now() - startedMs
}

/** Times between frames while the view moves steadily across the board, sorted. */
async function panFrames(page: Page): Promise<number[]> {
  return await page.evaluate(async () => {
    const editor = window.remedyboard?.editor
    if (!editor) throw new Error('no board')
    const frames: number[] = []
    let last = performance.now()
    for (let i = 0; i < 120; i++) {
      const { x, y, z } = editor.getCamera()
      editor.setCamera({ x: x - 20 / z, y: y - 12 / z, z }, { immediate: true })
      await new Promise((done) => requestAnimationFrame(done))
      const now = performance.now()
      frames.push(now - last)
      last = now
    }
    return frames.sort((a, b) => a - b)
  })
}

test(`a board of ${CARDS} cards opens at its start view, and pans`, async ({ newPerson, server }) => {
  const first = await createBoard(await newPerson({ locale: 'en' }), {
    url: server.url(),
    locale: 'en',
    template: 'dilemma-remedy',
    title: 'A large board',
  })
  const link = await participantLink(first)
  await fillBoard(first.page)
  await expect(first.saving).toContainText(first.words.save.saved, { timeout: 120_000 })
  await first.page.close()

  const page = await newPerson({ locale: 'en' })
  const words = textsOf('en')
  await page.goto(link)
  await page.getByLabel(words.join.name).fill('Wang')
  let startedMs = Date.now()
  await page.getByRole('button', { name: words.join.submit }).click()
  const joined = await untilDrawn(page, startedMs)
  await new Board(page, 'en').isSaved()
  startedMs = Date.now()
  await page.reload({ waitUntil: 'commit' })
  const again = await untilDrawn(page, startedMs)
  const frames = await panFrames(page)
  const at = (share: number) => frames[Math.floor(frames.length * share)] ?? Number.NaN
  process.stdout.write(
    `${CARDS} cards, ${LINKS} links: first visit ${joined} ms, again ${again} ms (budget ${OPEN_BUDGET_MS}); ` +
      `pan frames: median ${at(0.5).toFixed(0)} ms, 90 % ${at(0.9).toFixed(0)} ms, longest ${at(0.999).toFixed(0)} ms\n`,
  )
  expect(joined).toBeLessThanOrEqual(OPEN_BUDGET_MS)
  expect(again).toBeLessThanOrEqual(OPEN_BUDGET_MS)
  expect(at(0.5)).toBeLessThanOrEqual(PAN_BUDGET_MS)
})
