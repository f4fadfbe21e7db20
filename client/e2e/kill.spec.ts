import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { startServer } from './server.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const LOCALE = 'zh-CN'

// A server of its own: killing the shared one would end other people's boards.
test('nothing acknowledged is lost when the server is killed between two edits, and what was written meanwhile arrives', async ({
  newPerson,
  ownServers,
}) => {
  test.setTimeout(180_000)
  const server = await startServer()
  ownServers.push(server)
  const leading = await createBoard(await newPerson({ locale: LOCALE }), {
    url: server.url(),
    locale: LOCALE,
    template: 'blank',
    title: '断电演练',
  })
  const link = await participantLink(leading)
  const taking = await join(await newPerson({ locale: LOCALE }), { link, name: '林娜', locale: LOCALE })

  await test.step('an edit is acknowledged, then the power fails', async () => {
    await leading.addCard('note', '停电之前', { x: 400, y: 300 })
    await leading.isSaved()
    await taking.mustFind('停电之前')
    await server.kill()
    await expect(leading.saving).toContainText(leading.words.save.offline)
    await expect(taking.saving).toContainText(taking.words.save.offline)
  })

  await test.step('people go on writing, and the header does not claim that it is saved', async () => {
    await leading.addCard('note', '停电期间', { x: 400, y: 450 })
    await expect(leading.saving).toContainText(leading.words.save.offlineKept)
  })

  await test.step('the server comes back: all of it is saved and seen by the other', async () => {
    await server.restart()
    await leading.isSaved()
    await taking.mustFind('停电期间')
    await taking.addCard('note', '来电之后', { x: 700, y: 300 })
    await leading.mustFind('来电之后')
    await taking.isSaved()
  })

  await test.step('written while the server was down, by somebody who then closed the page: it arrives with their next visit', async () => {
    await server.kill()
    await expect(taking.saving).toContainText(taking.words.save.offline)
    await taking.addCard('note', '关掉页面之前', { x: 700, y: 450 })
    await expect(taking.saving).toContainText(taking.words.save.offlineKept)
    const address = taking.page.url()
    const context = taking.page.context()
    await taking.page.close({ runBeforeUnload: false })
    await server.restart()
    const again = await context.newPage()
    await again.goto(address)
    await leading.mustFind('关掉页面之前')
  })

  await test.step('killed again, everything is still there for a browser that starts anew', async () => {
    await server.kill()
    await server.restart()
    const newcomer = await join(await newPerson({ locale: LOCALE }), { link, name: '后来的人', locale: LOCALE })
    for (const text of ['停电之前', '停电期间', '来电之后', '关掉页面之前']) await newcomer.mustFind(text)
    expect(await newcomer.count('card')).toBe(4)
  })
})

// A service worker needs a secure context, which of all plain http only localhost is: elsewhere the page must stay open.
test('without its server a board opens from this device, is edited, and hands everything in when the server is back', async ({
  newPerson,
  ownServers,
}) => {
  const server = await startServer()
  ownServers.push(server)
  const page = await newPerson({ locale: LOCALE })
  const board = await createBoard(page, { url: server.url('localhost'), locale: LOCALE, template: 'blank', title: '没有服务器' })
  await board.addCard('note', '服务器还在', { x: 400, y: 300 })
  await board.isSaved()
  // The page hands its files to the service worker some seconds after it has loaded them.
  const keptPaths = () =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return files.flat().map(({ url }) => new URL(url).pathname)
    })
  await expect.poll(keptPaths, { timeout: 30_000 }).toContain('/')
  await expect.poll(keptPaths).toContainEqual(expect.stringMatching(/BoardCanvas.*\.js$/))

  await server.kill()
  await page.reload()
  await board.mustFind('服务器还在')
  await board.addCard('note', '服务器不在', { x: 400, y: 450 })
  await expect(board.saving).not.toContainText(board.words.save.saved)
  await server.restart()
  await board.isSaved()
  const other = await newPerson({ locale: LOCALE })
  const colleague = await join(other, { link: await participantLink(board), name: '同事', locale: LOCALE })
  await colleague.mustFind('服务器不在')
})
