import { expect, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { pngSize } from './png.ts'
import { createBoard } from './workshop.ts'

const LOCALE = 'zh-CN'

test('a picture of the selection has its scale, colours and background, and real Chinese glyphs', async ({ newPerson, server }) => {
  const board = await createBoard(await newPerson({ locale: LOCALE }), {
    url: server.url(),
    locale: LOCALE,
    template: 'blank',
    title: '导出',
  })
  const { words } = board
  await board.addCard('note', '停车难', { x: 400, y: 300 })
  await board.addCard('note', '缺人手', { x: 400, y: 500 })
  await select(board, '停车难')

  const normal = await exportSelection(board, { size: words.export.scale1 })
  const print = await exportSelection(board, { size: words.export.scale3 })
  expect(print.width / normal.width).toBeCloseTo(3, 1)
  expect(print.height / normal.height).toBeCloseTo(3, 1)

  const light = await lookOf(board.page, normal.bytes)
  const dark = await lookOf(board.page, (await exportSelection(board, { size: words.export.scale1, colours: words.export.dark })).bytes)
  const bare = await lookOf(board.page, (await exportSelection(board, { size: words.export.scale1, background: false })).bytes)
  expect(light.cornerAlpha).toBe(255)
  expect(light.meanBrightness).toBeGreaterThan(dark.meanBrightness + 50)
  expect(bare.cornerAlpha).toBe(0)

  // Where a font is missing every character is the same box, and the two pictures would be the same, too.
  await select(board, '缺人手')
  const other = await exportSelection(board, { size: words.export.scale1 })
  expect({ width: other.width, height: other.height }).toEqual({ width: normal.width, height: normal.height })
  expect(other.bytes.equals(normal.bytes)).toBe(false)
})

async function select(board: Board, text: string): Promise<void> {
  await board.tool(board.words.canvas.tool.select).click()
  const at = await board.mustFind(text)
  await board.page.mouse.click(at.x, at.y)
}

interface Choices {
  size: string
  colours?: string
  background?: boolean
}

async function exportSelection(
  { page, words }: Board,
  { size, colours = words.export.light, background = true }: Choices,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  await page.getByRole('button', { name: words.export.button }).click()
  const dialog = page.getByRole('dialog', { name: words.export.title })
  await dialog.getByRole('radio', { name: words.export.selection, exact: true }).check()
  await dialog.getByRole('radio', { name: size, exact: true }).check()
  await dialog.getByRole('radio', { name: colours, exact: true }).check()
  await dialog.getByRole('checkbox', { name: words.export.background }).setChecked(background)
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: words.export.submit }).click()
  const bytes = await readFile(await (await downloading).path())
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  return { bytes, ...pngSize(bytes) }
}

/** What the browser sees in a PNG: the corner's opacity and how bright it is on the whole. */
async function lookOf(page: Page, png: Buffer): Promise<{ cornerAlpha: number; meanBrightness: number }> {
  return await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    let sum = 0
    for (let at = 0; at < data.length; at += 4) sum += (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)
    return { cornerAlpha: data[3] ?? 0, meanBrightness: sum / (data.length * 0.75) }
  }, png.toString('base64'))
}
