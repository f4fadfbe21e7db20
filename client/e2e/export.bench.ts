import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { createBoard } from './workshop.ts'

/** Issue 3: of the time that stock tldraw needs for as many of its notes. */
const BUDGET = 1 / 4

const ROUNDS = 5

/** What groups write: one or two lines of Chinese. */
const TEXT = '农村优秀人才匮乏，年轻人不愿意回来'

/** A grid of things on the blank board, all of the same size on the page. */
async function fillBoard(page: Page, kind: 'card' | 'note', count: number): Promise<void> {
  await page.evaluate(
    ({ type, number, words }) => {
      const editor = window.remedyboard?.editor
      if (!editor) throw new Error('no board')
      editor.deleteShapes([...editor.getCurrentPageShapeIds()])
      const richText = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
      const shapes = Array.from({ length: number }, (_, i) => ({
        type,
        x: (i % 25) * 220,
        y: Math.floor(i / 25) * 220,
        props:
          type === 'card'
            ? { w: 200, h: 200, kind: 'dilemma', size: 'm', text: `${i} ${words}` }
            : { richText: richText(`${i} ${words}`), font: 'sans' },
      }))
      // tldraw's types do not know our card
      editor.createShapes(shapes as unknown as Parameters<typeof editor.createShapes>[0])
    },
    { type: kind, number: count, words: TEXT },
  )
}

/** ms of one export of everything, both as PNG with one pixel per board unit. */
async function timeOf(page: Page, how: 'own' | 'stock'): Promise<number> {
  return await page.evaluate(async (way) => {
    const board = window.remedyboard
    if (!board) throw new Error('no board')
    const { editor, canvas } = board
    const startedMs = performance.now()
    if (way === 'own') await canvas.exportPng({ target: { kind: 'board' }, scale: 1, background: true, theme: 'light' })
    else await editor.toImage([...editor.getCurrentPageShapeIds()], { format: 'png', pixelRatio: 1, background: true, darkMode: false })
    return performance.now() - startedMs
  }, how)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

for (const count of [200, 500]) {
  test(`export of ${count} cards takes at most a quarter of stock toImage on ${count} notes`, async ({ newPerson, server }) => {
    const page = await newPerson({ locale: 'zh-CN' })
    await createBoard(page, { url: server.url(), locale: 'zh-CN', template: 'blank', title: '测速' })
    const own: number[] = []
    const stock: number[] = []
    // In turns, so that a busy moment of the machine meets both.
    for (let round = 0; round < ROUNDS; round++) {
      await fillBoard(page, 'card', count)
      own.push(await timeOf(page, 'own'))
      await fillBoard(page, 'note', count)
      stock.push(await timeOf(page, 'stock'))
    }
    const ratio = median(own) / median(stock)
    process.stdout.write(
      `${count}: cards ${median(own).toFixed(0)} ms, stock notes ${median(stock).toFixed(0)} ms, ratio ${ratio.toFixed(3)} (budget ${BUDGET})\n`,
    )
    expect(ratio).toBeLessThanOrEqual(BUDGET)
  })
}
