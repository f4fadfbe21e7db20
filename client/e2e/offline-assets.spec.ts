import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { MADE_UP_HOST } from './server.ts'
import { createBoard } from './workshop.ts'

// Every test asserts that no request leaves for another host (fixtures.ts). Here: that the check sees one, and that the canvas asks for its files at all.

test('home, canvas, text, icons and export ask nobody but our own server', async ({ newPerson, server, foreignRequests }) => {
  const page = await newPerson({ locale: 'zh-CN' })
  const own: string[] = []
  page.on('request', (request) => own.push(new URL(request.url()).pathname))
  const board = await createBoard(page, { url: server.url(MADE_UP_HOST), locale: 'zh-CN', template: 'blank', title: '离线' })
  await board.addCard('note', '不出本机', { x: 500, y: 400 })
  // tldraw's text shape loads a font, which in an unconfigured tldraw comes from a CDN.
  await board.tool(board.words.canvas.tool.text).click()
  await page.mouse.click(700, 500)
  await page.keyboard.insertText('字体 font')
  await page.keyboard.press('Escape')
  await board.isSaved()
  await expect.poll(() => own.some((path) => path.endsWith('.woff2'))).toBe(true)
  expect(foreignRequests).toEqual([])
})

test('the licence texts are served with the client', async ({ request, server }) => {
  const tldraw = await request.get(`${server.url()}/licenses/tldraw-3.x-LICENSE.md`)
  expect(tldraw.status()).toBe(200)
  expect(await tldraw.text()).toContain('# tldraw license')
  const packages = await request.get(`${server.url()}/licenses/packages.md`)
  expect(await packages.text()).toContain('react')
})

test('the check for foreign requests sees one', async ({ newPerson, server, foreignRequests }) => {
  const page = await newPerson()
  await page.goto(server.url())
  // The page's own policy stops it, and it is noted all the same.
  await page.evaluate(() => fetch('http://elsewhere.test/pixel').catch(() => undefined))
  await page.goto('http://elsewhere.test/').catch(() => undefined)
  expect(foreignRequests.length).toBeGreaterThan(0)
  foreignRequests.length = 0
})
