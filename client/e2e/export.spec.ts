import { expect, type Locator, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { pngSize } from './png.ts'
import { MADE_UP_HOST, type Server } from './server.ts'
import { fill } from './texts.ts'
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

test('an SVG has its texts as texts and a Chinese font inside, whatever people wrote', async ({ newPerson, server }) => {
  const board = await openBlank(await newPerson({ locale: LOCALE }), server)
  await board.addCard('dilemma', '停车难 <script>&"\'', { x: 400, y: 300 })
  await board.addCard('remedy', '轮流值班😀\u0007𠮷', { x: 400, y: 500 })
  const { svg } = await exportSvg(board, board.words.export.board)

  const seen = await board.page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement
    return {
      isSvg: root.localName === 'svg',
      texts: [...root.querySelectorAll('text')].map((text) => text.textContent),
      family: root.getAttribute('font-family') ?? '',
      scripts: root.querySelectorAll('script, foreignObject').length,
      links: [...root.querySelectorAll('[href]')].length,
    }
  }, svg)
  expect(seen).toMatchObject({ isSvg: true, scripts: 0, links: 0 })
  expect(seen.texts).toEqual(expect.arrayContaining(['停车难 <script>&"\'', '轮流值班😀𠮷']))
  expect(seen.family).toMatch(/^'Noto Sans SC'/)
  const ranges = [...svg.matchAll(/url\(data:font\/woff2;base64,[\w+/=]{300,}\)[^}]*unicode-range:([^}]+)\}/g)].map(
    ([, range]) => range ?? '',
  )
  for (const character of '停车难轮流值班')
    expect(
      ranges.some((range) => covers(range, character)),
      character,
    ).toBe(true)
})

test('a picture of an area holds its cards and no others', async ({ newPerson, server }) => {
  const board = await createBoard(await newPerson({ locale: LOCALE }), {
    url: server.url(),
    locale: LOCALE,
    template: 'dilemma-remedy',
    title: '导出分区',
  })
  const texts = await board.page.evaluate(() => {
    const editor = window.remedyboard?.editor
    const areas = editor?.getCurrentPageShapes().filter((shape) => shape.meta['area'] !== undefined) ?? []
    return areas.map((area) => ({
      name: 'name' in area.props ? String(area.props.name) : '',
      cards: (editor?.getSortedChildIdsForParent(area.id) ?? []).flatMap((id) => {
        const props = editor?.getShape(id)?.props
        return props && 'text' in props && String(props.text) !== '' ? [String(props.text)] : []
      }),
    }))
  })
  const dilemmas = texts.find(({ name }) => name.startsWith('困境'))
  const remedies = texts.find(({ name }) => name.startsWith('对策'))
  if (!dilemmas || !remedies) throw new Error('the template has no such areas')
  const { svg } = await exportSvg(board, board.words.export.area, dilemmas.name)
  const written = svg.replaceAll(/<[^>]+>/g, '')
  for (const text of dilemmas.cards) expect(written).toContain(text)
  for (const text of remedies.cards) expect(written).not.toContain(text)
  expect(written).not.toContain(remedies.name)
})

test("tldraw's own shapes are in the picture, each thing once", async ({ newPerson, server }) => {
  const board = await openBlank(await newPerson({ locale: LOCALE }), server)
  await board.page.evaluate(() => {
    const editor = window.remedyboard?.editor
    if (!editor) throw new Error('no board')
    const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '便利贴' }] }] }
    const stroke = {
      segments: [
        {
          type: 'free',
          points: [
            { x: 0, y: 0, z: 0.5 },
            { x: 200, y: 5, z: 0.5 },
          ],
        },
      ],
      isComplete: true,
    }
    const card = (text: string) => ({ w: 260, h: 90, kind: 'note', size: 'm', text })
    const shapes = [
      { id: 'shape:frame', type: 'frame', x: 0, y: 0, props: { w: 300, h: 200, name: '普通框' } },
      { id: 'shape:inside', type: 'card', parentId: 'shape:frame', x: 20, y: 20, props: card('框里的卡片') },
      { id: 'shape:note', type: 'note', x: 400, y: 0, props: { richText, font: 'sans' } },
      { id: 'shape:outside', type: 'card', x: 0, y: 300, props: card('框外的卡片') },
      { id: 'shape:highlight', type: 'highlight', x: 10, y: 340, props: stroke },
    ]
    // tldraw's types do not know our card
    editor.createShapes(shapes as unknown as Parameters<typeof editor.createShapes>[0])
  })
  await board.isSaved()
  const { svg } = await exportSvg(board, board.words.export.board)
  const count = (text: string) => svg.split(text).length - 1
  expect([count('>框里的卡片<'), count('>框外的卡片<'), count('>便利贴<')]).toEqual([1, 1, 1])
  // The strong stroke of a highlighter lies under the card, the faint one over it.
  const strokes = [...svg.matchAll(/<svg /g)].map(({ index }) => index)
  const card = svg.indexOf('>框外的卡片<')
  expect(strokes.filter((at) => at > card)).toHaveLength(1)
  expect(strokes.filter((at) => at < card).length).toBeGreaterThan(1)
  // Chinese in tldraw's fonts, which have none
  expect(svg).toContain("font-family: tldraw_sans, 'Noto Sans SC', sans-serif")
})

test('making a picture can be stopped, and goes without the server when it must', async ({ newPerson, server }) => {
  const board = await openBlank(await newPerson({ locale: LOCALE }), server)
  const { page, words } = board
  await board.addCard('note', '停车难', { x: 400, y: 300 })
  let answer: 'never' | 'refused' = 'never'
  await page.route('**/font-subset', async (route) => {
    if (answer === 'refused') await route.abort()
  })
  const dialog = await openDialog(board)
  await dialog.getByRole('radio', { name: 'SVG' }).check()
  await dialog.getByRole('button', { name: words.export.submit }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: words.export.cancel }).click()
  await expect(dialog.getByRole('progressbar')).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: words.export.submit })).toBeEnabled()

  answer = 'refused'
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: words.export.submit }).click()
  const svg = await readFile(await (await downloading).path(), 'utf8')
  expect(svg).toContain('停车难')
  expect(svg).not.toContain('@font-face')
  await expect(dialog.getByText(words.export.fontMissing)).toBeVisible()
})

test('a phone says when it cannot paint the picture that large, and how large it can', async ({ newPerson, server }) => {
  const page = await newPerson({ locale: LOCALE, userAgent: IPHONE, viewport: { width: 360, height: 740 } })
  const board = await createBoard(page, { url: server.url(), locale: LOCALE, template: 'dilemma-remedy', title: '手机' })
  const { words } = board
  const dialog = await openDialog(board)
  await dialog.getByRole('radio', { name: words.export.scale3 }).check()
  const submit = dialog.getByRole('button', { name: fill(words.export.submitAt, { scale: '' }).split('×')[0] ?? '' })
  await expect(submit).toBeVisible()
  const overflow = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  const downloading = page.waitForEvent('download')
  await submit.click()
  const { width, height } = pngSize(await readFile(await (await downloading).path()))
  expect(width * height).toBeLessThanOrEqual(16_777_216)
  expect(width * height).toBeGreaterThan(16_000_000)
})

test("in a chat's browser the picture can be pressed long, and the way out is shown", async ({ newPerson, server }) => {
  const page = await newPerson({ locale: LOCALE, userAgent: `${IPHONE} MicroMessenger/8.0.49`, viewport: { width: 390, height: 740 } })
  const board = await openBlank(page, server)
  await board.addCard('note', '停车难', { x: 200, y: 300 })
  const { words } = board
  const dialog = await openDialog(board)
  await dialog.getByRole('button', { name: words.export.submit }).click()
  await expect(dialog.getByText(words.export.shown)).toBeVisible()
  await expect(dialog.locator('.export-result img')).toHaveAttribute('src', /^data:image\/png;base64,/)
  await dialog.getByRole('button', { name: words.export.nothingHappens }).click()
  await expect(dialog.getByText(words.export.openInBrowser)).toBeVisible()
})

test('a picture is copied where the browser allows it', async ({ newPerson, server }) => {
  const page = await newPerson({ locale: LOCALE, permissions: ['clipboard-read', 'clipboard-write'] })
  const board = await openBlank(page, server)
  await board.addCard('note', '停车难', { x: 400, y: 300 })
  const { words } = board
  const dialog = await openDialog(board)
  await dialog.getByRole('button', { name: words.export.copy, exact: true }).click()
  await expect(dialog.getByText(words.export.clipboard)).toBeVisible()
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types))
  expect(types).toContain('image/png')

  const plain = await openBlank(await newPerson({ locale: LOCALE }), server, MADE_UP_HOST)
  await plain.addCard('note', '停车难', { x: 400, y: 300 })
  const overHttp = await openDialog(plain)
  await expect(overHttp.getByRole('button', { name: words.export.submit })).toBeEnabled()
  await expect(overHttp.getByRole('button', { name: words.export.copy, exact: true })).toHaveCount(0)
})

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148'

function openBlank(page: Page, server: Server, host?: string): Promise<Board> {
  return createBoard(page, { url: server.url(host), locale: LOCALE, template: 'blank', title: '导出' })
}

async function openDialog({ page, words }: Board): Promise<Locator> {
  const button = page.getByRole('button', { name: words.export.button })
  // On phones it is in the menu.
  if ((await button.count()) === 0) await page.getByRole('banner').getByRole('button', { name: words.board.more }).click()
  await button.click()
  const dialog = page.getByRole('dialog', { name: words.export.title })
  await expect(dialog.getByRole('img', { name: words.export.preview })).toBeVisible()
  return dialog
}

/** The file that "SVG" of a target gives; of the named area, when it is one. */
async function exportSvg(board: Board, target: string, area?: string): Promise<{ svg: string }> {
  const { page, words } = board
  const dialog = await openDialog(board)
  await dialog.getByRole('radio', { name: target, exact: true }).check()
  if (area !== undefined) await dialog.getByRole('combobox', { name: words.export.chooseArea }).selectOption({ label: area })
  await dialog.getByRole('radio', { name: 'SVG' }).check()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: words.export.submit }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/\.svg$/)
  const svg = await readFile(await download.path(), 'utf8')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  return { svg }
}

/** Whether a `unicode-range` of CSS has the character. */
function covers(ranges: string, character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return ranges.split(',').some((range) => {
    const [first = '', last = first] = range.replace('U+', '').split('-')
    return code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16)
  })
}

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
