import { expect, type Page } from '@playwright/test'
import type { Doc, Map as YMap, XmlElement, XmlFragment, XmlText } from 'yjs'
import type { Board } from './board.ts'
import { test, type NewPerson } from './fixtures.ts'
import type { Server } from './server.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const LOCALE = 'en'
const NOTE = 'shape:sticky'
const PLACE = { x: 500, y: 350 }

/** Two people on an empty board with one sticky note. */
async function twoWithNote(newPerson: NewPerson, server: Server): Promise<{ ada: Board; ben: Board }> {
  const ada = await createBoard(await newPerson({ locale: LOCALE }), {
    url: server.url(),
    locale: LOCALE,
    template: 'blank',
    title: 'Notes',
  })
  const ben = await join(await newPerson({ locale: LOCALE }), { link: await participantLink(ada), name: 'Ben', locale: LOCALE })
  await ada.page.evaluate(
    ({ id, place }) => {
      const editor = window.remedyboard?.editor
      const at = editor?.screenToPage(place)
      if (editor && at) editor.createShape({ id: id as never, type: 'note', x: at.x - 100, y: at.y - 100 })
    },
    { id: NOTE, place: PLACE },
  )
  await expect.poll(() => ben.count('note')).toBe(1)
  return { ada, ben }
}

const field = (page: Page) => page.getByTestId('rich-text-area').locator('[contenteditable="true"]')

/** Double-clicks the note where it stands on this person's screen; the caret is at the end of the text. */
async function open({ page }: Board): Promise<void> {
  const at = await page.evaluate((id) => {
    const editor = window.remedyboard?.editor
    const bounds = editor?.getShapePageBounds(id as never)
    const point = editor && bounds ? editor.pageToScreen(bounds.center) : null
    return point && { x: point.x, y: point.y }
  }, NOTE)
  if (!at) throw new Error('no note')
  await page.mouse.dblclick(at.x, at.y)
  await expect(field(page)).toBeFocused()
  // tldraw sets a timer of 100 ms when it opens a text, and then puts the caret where it wants. A timer of the same length
  // that is set later ends later: this waits for exactly that, however slow the machine is.
  await page.waitForFunction(() => window.remedyboard?.editor.getRichTextEditor() !== null)
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
  await page.keyboard.press('Control+End')
}

/** The words of a shape as this person's canvas has them, lines separated by a slash. */
async function words({ page }: Board, id = NOTE): Promise<string | null> {
  return await page.evaluate((shapeId) => {
    interface Node {
      type: string
      text?: string
      content?: Node[]
    }
    const textOf = (node: Node): string => node.text ?? (node.content ?? []).map(textOf).join(node.type === 'doc' ? '/' : '')
    const shape = window.remedyboard?.editor.getShape(shapeId as never) as { props: { richText: Node } } | undefined
    return shape ? textOf(shape.props.richText) : null
  }, id)
}

async function agreeOn(boards: readonly Board[], check: (text: string | null) => boolean): Promise<void> {
  await expect
    .poll(async () => {
      const texts = await Promise.all(boards.map((board) => words(board)))
      return texts.every((text) => text === texts[0]) && check(texts[0] ?? null) ? 'agreed' : JSON.stringify(texts)
    })
    .toBe('agreed')
}

const only = (text: string | null, letters: RegExp) => [...(text ?? '')].filter((letter) => letters.test(letter)).join('')

test('two people who type into one note at once lose nothing, and see each other write', async ({ newPerson, server }) => {
  const { ada, ben } = await twoWithNote(newPerson, server)
  await Promise.all([open(ada), open(ben)])

  await test.step('both begin in the empty note and type at the same time', async () => {
    await Promise.all([
      ada.page.keyboard.type('abcdefghijklm'.repeat(4), { delay: 15 }),
      ben.page.keyboard.type('NOPQRSTUVWXYZ'.repeat(4), { delay: 20 }),
    ])
    await agreeOn(
      [ada, ben],
      (text) => only(text, /[a-m]/) === 'abcdefghijklm'.repeat(4) && only(text, /[N-Z]/) === 'NOPQRSTUVWXYZ'.repeat(4),
    )
    await expect(ada.page.locator('.rb-caret-name')).toHaveText('Ben')
    await expect(ben.page.locator('.rb-caret')).toHaveCount(1)
  })

  await test.step('both begin in a new empty line', async () => {
    await ada.page.keyboard.press('Control+End')
    await ada.page.keyboard.press('Enter')
    await agreeOn([ada, ben], (text) => text?.endsWith('/') ?? false)
    await ben.page.keyboard.press('Control+End')
    await Promise.all([ada.page.keyboard.type('abcabcabc', { delay: 15 }), ben.page.keyboard.type('XYZXYZXYZ', { delay: 15 })])
    const last = (text: string | null) => text?.split('/').at(-1) ?? null
    await agreeOn([ada, ben], (text) => only(last(text), /[a-m]/) === 'abcabcabc' && only(last(text), /[N-Z]/) === 'XYZXYZXYZ')
  })

  await test.step('undo takes back my own letters only', async () => {
    for (let i = 0; i < 12; i++) await ada.page.keyboard.press('Control+z')
    await agreeOn([ada, ben], (text) => only(text, /[a-m]/) === '' && only(text, /[N-Z]/) === 'NOPQRSTUVWXYZ'.repeat(4) + 'XYZXYZXYZ')
    for (let i = 0; i < 12; i++) await ada.page.keyboard.press('Control+y')
    await agreeOn([ada, ben], (text) => only(text, /[a-m]/) === 'abcdefghijklm'.repeat(4) + 'abcabcabc')
  })

  await test.step("afterwards the canvas undoes the whole edit, and keeps the other's", async () => {
    await ada.page.keyboard.press('Escape')
    await expect(field(ada.page)).toHaveCount(0)
    await ada.page.keyboard.press('Control+z')
    await agreeOn([ada, ben], (text) => only(text, /[a-m]/) === '' && only(text, /[N-Z]/) === 'NOPQRSTUVWXYZ'.repeat(4) + 'XYZXYZXYZ')
    await ben.page.keyboard.press('Escape')
    await ben.isSaved()
    await ada.page.reload()
    await ada.isOpen()
    await agreeOn([ada, ben], (text) => only(text, /[N-Z]/) === 'NOPQRSTUVWXYZ'.repeat(4) + 'XYZXYZXYZ')
  })
})

test('a caret stays where it was just put, also when words of somebody else arrive in that moment', async ({ newPerson, server }) => {
  const { ada } = await twoWithNote(newPerson, server)
  await open(ada)
  await ada.page.keyboard.type('first')
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.type('second')
  await agreeOn([ada], (text) => text === 'first/second')
  await ada.page.evaluate((id) => {
    const { doc } = window.remedyboard as unknown as { doc: Doc } // the canvas page's hook
    const roots = [...doc.share.values()] as unknown[] as YMap<YMap<XmlFragment>>[] // a board's roots are maps
    const line = roots
      .find((root) => root.has(id))
      ?.get(id)
      ?.get('richText')
      ?.get(1) as XmlElement | undefined
    // As a key or a click does it: the browser tells the page of it only after this task, and the words are there before that.
    getSelection()?.collapse(document.activeElement?.querySelector('p')?.firstChild ?? null, 0)
    doc.transact(() => (line?.get(0) as XmlText | undefined)?.insert(0, 'the '), 'somebody else')
  }, NOTE)
  await ada.page.keyboard.type('The ')
  await agreeOn([ada], (text) => text === 'The first/the second')
})

test('a Chinese composition goes on undisturbed while somebody types into the same note', async ({ newPerson, server }) => {
  const { ada, ben } = await twoWithNote(newPerson, server)
  await Promise.all([open(ada), open(ben)])
  await ada.page.keyboard.type('water: ')
  await agreeOn([ada, ben], (text) => text === 'water: ')
  await ben.page.keyboard.press('Control+Home')

  const ime = await ada.page.context().newCDPSession(ada.page)
  const compose = (text: string) => ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  for (const [step, pinyin] of ['t', 'ti', 'tin', 'ting', 'ting s', 'ting sh', 'ting shu', 'ting shui'].entries()) {
    await compose(pinyin)
    await ben.page.keyboard.type(String.fromCodePoint('A'.charCodeAt(0) + step))
    await expect.poll(() => ada.page.getByTestId('rich-text-area').textContent()).toContain('ABCDEFGH'.slice(0, step + 1))
    await expect(field(ada.page)).toContainText(pinyin)
  }
  await ime.send('Input.insertText', { text: '停水' })
  await agreeOn([ada, ben], (text) => text === 'ABCDEFGHwater: 停水')
  await ada.page.keyboard.type(' again')
  await agreeOn([ada, ben], (text) => text === 'ABCDEFGHwater: 停水 again')
})

test('a note deleted by one while another writes in it is gone, and comes back with all words', async ({ newPerson, server }) => {
  const { ada, ben } = await twoWithNote(newPerson, server)
  await open(ben)
  await ben.page.keyboard.type('half a thou')
  await agreeOn([ada, ben], (text) => text === 'half a thou')
  await ada.page.evaluate((id) => {
    const editor = window.remedyboard?.editor
    editor?.markHistoryStoppingPoint('delete')
    editor?.deleteShapes([id as never])
  }, NOTE)
  await ben.page.keyboard.type('g')
  await expect.poll(() => ben.count('note')).toBe(0)
  await expect(field(ben.page)).toHaveCount(0)
  await ada.page.evaluate(() => void window.remedyboard?.editor.undo())
  await agreeOn([ada, ben], (text) => text?.startsWith('half a thou') ?? false)
})

test('an open text that is replaced as a whole is closed, and can be opened again', async ({ newPerson, server }) => {
  const { ada, ben } = await twoWithNote(newPerson, server)
  await open(ada)
  await ada.page.keyboard.type('before')
  await agreeOn([ada, ben], (text) => text === 'before')
  await ben.page.evaluate((id) => {
    const { doc } = window.remedyboard as unknown as { doc: Doc } // the canvas page's hook
    const roots = [...doc.share.values()] as unknown[] as YMap<YMap<XmlFragment>>[] // a board's roots are maps
    const facets = roots.find((root) => root.has(id))?.get(id)
    const text = facets?.get('richText')
    if (text) facets?.set('richText', text.clone())
  }, NOTE)
  await expect(field(ada.page)).toHaveCount(0)
  await open(ada)
  await ada.page.keyboard.type(' and after')
  await agreeOn([ada, ben], (text) => text === 'before and after')
})

test('what is typed right after a click with the text tool stays in order', async ({ newPerson, server }) => {
  const ada = await createBoard(await newPerson({ locale: LOCALE }), {
    url: server.url(),
    locale: LOCALE,
    template: 'blank',
    title: 'Texts',
  })
  const { page } = ada
  await test.step('as fast as keys can come', async () => {
    for (let round = 0; round < 4; round++) {
      await page.evaluate(() => void window.remedyboard?.editor.setCurrentTool('text'))
      await page.mouse.click(300 + round * 220, 250)
      await page.keyboard.type(`Round ${round}: abcdefghij 0123456789`)
      await page.keyboard.press('Escape')
      await expect.poll(() => ada.count('text')).toBe(round + 1)
    }
  })
  await test.step('on a slow computer: before and after the editor has put its caret somewhere', async () => {
    await page.evaluate(() => {
      addEventListener(
        'focusin',
        () => {
          document.execCommand('insertText', false, 'first ')
          setTimeout(() => document.execCommand('insertText', false, 'second'), 20)
        },
        { once: true, capture: true },
      )
      window.remedyboard?.editor.setCurrentTool('text')
    })
    await page.mouse.click(300, 450)
    await expect(field(page)).toContainText('second')
    await page.keyboard.press('Escape')
    await expect(field(page)).toHaveCount(0)
  })
  const ids = await page.evaluate(() =>
    window.remedyboard?.editor.getCurrentPageShapesSorted().flatMap((shape) => (shape.type === 'text' ? [String(shape.id)] : [])),
  )
  const texts = await Promise.all((ids ?? []).map((id) => words(ada, id)))
  expect(texts).toEqual([...Array.from({ length: 4 }, (_, round) => `Round ${round}: abcdefghij 0123456789`), 'first second'])
})
