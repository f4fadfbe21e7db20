import { expect, type Locator } from '@playwright/test'
import type { Board } from './board.ts'
import { test, type NewPerson } from './fixtures.ts'
import type { Server } from './server.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const LOCALE = 'zh-CN'
const TEXT = '东街'

/** Two people who have the same card open, their carets at its end. */
async function twoInOneCard(newPerson: NewPerson, server: Server): Promise<{ ada: Board; ben: Board }> {
  const ada = await createBoard(await newPerson({ locale: LOCALE }), {
    url: server.url(),
    locale: LOCALE,
    template: 'blank',
    title: '卡片',
  })
  const ben = await join(await newPerson({ locale: LOCALE }), { link: await participantLink(ada), name: '林娜', locale: LOCALE })
  await ada.addCard('note', TEXT, { x: 500, y: 400 })
  await Promise.all([open(ada), open(ben)])
  return { ada, ben }
}

const field = ({ page, words }: Board): Locator => page.getByRole('textbox', { name: words.canvas.cardText })

async function open(board: Board): Promise<void> {
  const at = await board.mustFind(TEXT)
  await board.page.mouse.dblclick(at.x, at.y)
  await expect(field(board)).toBeFocused()
  await board.page.keyboard.press('Control+End')
}

async function bothRead({ ada, ben }: { ada: Board; ben: Board }, text: string): Promise<void> {
  for (const board of [ada, ben]) await expect(field(board)).toHaveValue(text)
}

const caret = (board: Board) => field(board).evaluate((area) => (area as HTMLTextAreaElement).selectionEnd)

test('a Chinese composition goes on undisturbed while somebody types into the same card', async ({ newPerson, server }) => {
  const { ada, ben } = await twoInOneCard(newPerson, server)
  await ben.page.keyboard.press('Control+Home')
  const ime = await ada.page.context().newCDPSession(ada.page)
  const compose = (text: string) => ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  for (const [step, pinyin] of ['t', 'ti', 'tin', 'ting', 'ting s', 'ting sh', 'ting shu', 'ting shui'].entries()) {
    await compose(pinyin)
    await ben.page.keyboard.type(String.fromCodePoint('A'.charCodeAt(0) + step))
    // Neither does the composition break, nor does anybody see unfinished letters.
    await expect(field(ada)).toHaveValue(TEXT + pinyin)
    await expect(field(ben)).toHaveValue('ABCDEFGH'.slice(0, step + 1) + TEXT)
  }
  await ime.send('Input.insertText', { text: '停水' })
  await bothRead({ ada, ben }, `ABCDEFGH${TEXT}停水`)
  // The caret is behind the words that were composed, and Ben's behind his.
  expect(await caret(ada)).toBe(`ABCDEFGH${TEXT}停水`.length)
  expect(await caret(ben)).toBe(8)
  await ada.page.keyboard.type('了')
  await ben.page.keyboard.type('I')
  await bothRead({ ada, ben }, `ABCDEFGHI${TEXT}停水了`)
})

test('both compose in one card at once: no word is lost', async ({ newPerson, server }) => {
  const { ada, ben } = await twoInOneCard(newPerson, server)
  const imes = await Promise.all([ada, ben].map(({ page }) => page.context().newCDPSession(page)))
  await ben.page.keyboard.press('Control+Home')
  for (const pinyin of ['n', 'ni', 'nih', 'niha', 'nihao']) {
    for (const ime of imes) {
      await ime.send('Input.imeSetComposition', { text: pinyin, selectionStart: pinyin.length, selectionEnd: pinyin.length })
    }
  }
  await imes[0]?.send('Input.insertText', { text: '通知' })
  await imes[1]?.send('Input.insertText', { text: '明天' })
  await bothRead({ ada, ben }, `明天${TEXT}通知`)
})

test("undo in an open card takes back one's own letters only, and the board's takes back the whole edit", async ({ newPerson, server }) => {
  const { ada, ben } = await twoInOneCard(newPerson, server)
  await ada.page.keyboard.type('停水')
  await bothRead({ ada, ben }, `${TEXT}停水`)
  await ben.page.keyboard.press('Control+Home')
  await ben.page.keyboard.type('老')
  await bothRead({ ada, ben }, `老${TEXT}停水`)
  await ada.page.keyboard.press('Control+z')
  await bothRead({ ada, ben }, `老${TEXT}`)
  await ada.page.keyboard.press('Control+y')
  await bothRead({ ada, ben }, `老${TEXT}停水`)
  await ada.page.keyboard.press('Escape')
  await expect(field(ada)).toHaveCount(0)
  await ada.page.keyboard.press('Control+z')
  await expect(field(ben)).toHaveValue(`老${TEXT}`)
})

test('undo and redo stand ready exactly when there is something to take back, and not after a reload', async ({ newPerson, server }) => {
  const { ada, ben } = await twoInOneCard(newPerson, server)
  const can = ({ page }: Board) => page.evaluate(() => [window.remedyboard?.editor.getCanUndo(), window.remedyboard?.editor.getCanRedo()])
  for (const board of [ada, ben]) await board.page.keyboard.press('Escape')
  expect(await can(ben)).toEqual([false, false])
  expect(await can(ada)).toEqual([true, false])
  await ben.write(TEXT, '停水')
  await ada.mustFind(`${TEXT}停水`)
  expect([await can(ada), await can(ben)]).toEqual([
    [true, false],
    [true, false],
  ])
  await ben.page.keyboard.press('Control+z')
  await ada.mustFind(TEXT)
  expect(await can(ben)).toEqual([false, true])
  await ada.isSaved()
  await ada.page.reload()
  await ada.isOpen()
  expect(await can(ada)).toEqual([false, false])
  await ada.mustFind(TEXT)
})
