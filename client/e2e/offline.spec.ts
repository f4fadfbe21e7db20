import { expect } from '@playwright/test'
import { Board } from './board.ts'
import { test } from './fixtures.ts'
import { startServer } from './server.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const LOCALE = 'en'

test('without a connection the board opens again after a reload, and both people’s work on one card is merged', async ({
  newPerson,
  ownServers,
}) => {
  test.setTimeout(180_000)
  const server = await startServer()
  ownServers.push(server)
  const url = server.url()
  const ann = await createBoard(await newPerson(), { url, locale: LOCALE, template: 'blank', title: 'Well' })
  const ben = await join(await newPerson(), { link: await participantLink(ann), name: 'Ben', locale: LOCALE })
  await ann.addCard('note', 'The pump', { x: 500, y: 300 })
  await ben.mustFind('The pump')
  await ann.isSaved()
  // The service worker keeps the app's files some seconds after the page was loaded.
  await expect.poll(() => ann.page.evaluate(async () => (await caches.match('/')) !== undefined), { timeout: 30_000 }).toBe(true)

  await test.step('the server is gone; Ann writes, reloads and finds what she wrote', async () => {
    await server.kill()
    await expect(ann.saving).toContainText(ann.words.save.offline)
    await ann.write('The pump', ' is dry')
    await ann.addCard('note', 'Since Monday', { x: 500, y: 500 })
    await expect(ann.saving).toContainText(ann.words.save.offlineKept)
    await ann.page.reload()
    await ann.mustFind('The pump is dry')
    await ann.mustFind('Since Monday')
  })

  await test.step('Ben moves the same card meanwhile', async () => {
    const at = await ben.mustFind('The pump')
    await ben.drag(at, { x: at.x + 200, y: at.y + 100 })
  })

  await test.step('the server is back: text and place are both there, for both', async () => {
    const place = await ben.placeOf('The pump')
    await server.restart()
    for (const board of [ann, ben]) {
      await board.isSaved()
      await board.mustFind('The pump is dry')
      await board.mustFind('Since Monday')
      await expect.poll(() => board.placeOf('The pump is dry')).toEqual(place)
    }
  })
})

test('two tabs of one person show the same, also after one wrote without a connection', async ({ newPerson, server }) => {
  const first = await createBoard(await newPerson(), { url: server.url(), locale: LOCALE, template: 'blank', title: 'Tabs' })
  const page = await first.page.context().newPage()
  await page.goto(first.page.url())
  const second = new Board(page, LOCALE)
  await second.isOpen()
  await first.addCard('note', 'from the first', { x: 400, y: 300 })
  await second.mustFind('from the first')
  await second.addCard('note', 'from the second', { x: 700, y: 300 })
  await first.mustFind('from the second')
  await second.page.close()
  await first.page.reload()
  await first.mustFind('from the second')
})
