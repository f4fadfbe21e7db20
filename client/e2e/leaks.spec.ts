import { expect, type CDPSession, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { createBoard } from './workshop.ts'

const OPENS = 50
/** What is loaded, compiled and cached once. */
const WARM_UP = 8

/** Of 50 opens and closes together; the heap's is compiled code. One board that stays has some 4 MB, 2,000 nodes and 300 listeners. */
const ALLOWED = { heapMB: 10, nodes: 400, listeners: 40 } as const

interface Held {
  heapMB: number
  nodes: number
  listeners: number
}

/** What the tab holds when nothing more can be collected. */
async function held(devtools: CDPSession): Promise<Held> {
  // Twice: what finalizers let go in the first is collected in the second.
  for (let i = 0; i < 2; i++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return { heapMB: value('JSHeapUsedSize') / 2 ** 20, nodes: value('Nodes'), listeners: value('JSEventListeners') }
}

/** What the page remembers of the boards that it had open, without holding them. */
interface Remembered {
  boards?: Record<'document' | 'editor' | 'store' | 'session', WeakRef<object>>[]
}

async function openAndClose(page: Page): Promise<void> {
  await page.evaluate(() => history.forward())
  await expect(page.locator('.tl-canvas')).toBeVisible()
  await page.waitForFunction(() => (window.remedyboard?.editor.getCurrentPageShapeIds().size ?? 0) > 0)
  await page.evaluate(() => {
    const { editor, session } = window.remedyboard ?? {}
    if (!editor || !session) throw new Error('no board')
    const parts = { document: Reflect.get(session, 'doc') as object, editor, store: editor.store, session }
    const remembered = globalThis as Remembered
    remembered.boards ??= []
    remembered.boards.push({
      document: new WeakRef(parts.document),
      editor: new WeakRef(parts.editor),
      store: new WeakRef(parts.store),
      session: new WeakRef(parts.session),
    })
  })
  await page.evaluate(() => history.back())
  await expect(page.locator('.tl-canvas')).toHaveCount(0)
}

/** Which parts of which boards are still there. The last one may be: the browser's own events hold it for a while. */
async function survivors(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const boards = (globalThis as Remembered).boards?.slice(0, -1) ?? []
    return boards.flatMap((board, i) => Object.entries(board).flatMap(([part, ref]) => (ref.deref() ? [`${part} ${i}`] : [])))
  })
}

test('fifty boards opened and closed in one tab leave nothing behind', async ({ newPerson, server }) => {
  test.setTimeout(600_000)
  const { page } = await createBoard(await newPerson({ locale: 'en' }), {
    url: server.url(),
    locale: 'en',
    template: 'dilemma-remedy',
    title: 'Leaks',
  })
  await page.evaluate(() => history.back())
  await expect(page.locator('.tl-canvas')).toHaveCount(0)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  for (let i = 0; i < WARM_UP; i++) await openAndClose(page)
  const before = await held(devtools)
  for (let i = 0; i < OPENS; i++) await openAndClose(page)
  // The last boards' copies are still being written on a busy machine: what is held for good stays however long one waits.
  await expect.poll(async () => (await held(devtools), survivors(page)), { timeout: 20_000 }).toEqual([])
  const after = await held(devtools)
  const grown = {
    heapMB: after.heapMB - before.heapMB,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
  }
  test.info().annotations.push({ type: 'held', description: `${JSON.stringify(before)} → ${JSON.stringify(after)}` })
  for (const kind of ['heapMB', 'nodes', 'listeners'] as const) expect(grown[kind], kind).toBeLessThan(ALLOWED[kind])
})
