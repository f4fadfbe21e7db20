import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { startServer } from './server.ts'
import { createBoard } from './workshop.ts'

const LOCALE = 'zh-CN'

/** A device whose storage is full, and a browser that offers none, as scripts on the page meet them. */
const DEVICES = {
  full: () => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  },
  unavailable: () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined })
  },
}

for (const device of ['full', 'unavailable'] as const) {
  test(`where the device keeps nothing (${device}) people are told so, with the server and without`, async ({ newPerson, ownServers }) => {
    const server = await startServer()
    ownServers.push(server)
    const page = await newPerson({ locale: LOCALE })
    await page.addInitScript(DEVICES[device])
    const board = await createBoard(page, { url: server.url(), locale: LOCALE, template: 'blank', title: '存不下' })
    const { save, app } = board.words
    await board.addCard('note', '第一条', { x: 500, y: 300 })
    await board.isSaved()
    const banner = page.locator('.connection-banner')
    await expect(banner).toHaveText(device === 'full' ? save.fullBanner : save.unavailableBanner)
    await banner.getByRole('button', { name: app.close }).click()
    await expect(banner).toHaveCount(0)

    await server.kill()
    await board.addCard('note', '第二条', { x: 500, y: 450 })
    await expect(board.saving).toContainText(save.offlineUnsaved)
    await expect(banner).toHaveText(device === 'full' ? save.offlineFullBanner : save.offlineBannerNotKept)
    await server.restart()
    await board.isSaved()
  })
}
