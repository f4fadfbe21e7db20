import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { MADE_UP_HOST } from './server.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

/** Nothing sticks out sideways, and no button lies outside of the screen; links for the keyboard wait there until they have the focus. */
async function fitsTheScreen(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const outside = [...document.querySelectorAll<HTMLElement>('button, input, a[href], h1, h2')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((element) => !element.matches('.skip-link, .tl-skip-to-main-content') && element.closest('.tl-html-layer') === null)
      .map((element) => ({ name: element.textContent || element.ariaLabel || element.tagName, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1 && (box.left < -1 || box.right > width + 1))
      .map(({ name, box }) => `${name}: ${Math.round(box.left)}–${Math.round(box.right)} of ${width}`)
    return { scrollWidth: document.documentElement.scrollWidth, width, outside }
  })
  expect(found.outside).toEqual([])
  expect(found.scrollWidth).toBeLessThanOrEqual(found.width)
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`a phone of 360 px joins and writes, in ${locale}`, async ({ newPerson, server }) => {
    const url = server.url(MADE_UP_HOST)
    const leading = await createBoard(await newPerson({ locale }), { url, locale, template: 'dilemma-remedy', title: 'Phone · 手机' })
    const link = (await participantLink(leading)).replace(/^https?:\/\/[^/]+/, url)

    const phone = await newPerson({ locale, ...PHONE })
    await phone.goto(url)
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
    await fitsTheScreen(phone)
    await phone.goto(link)
    await expect(phone.getByLabel(leading.words.join.name)).toBeVisible()
    await fitsTheScreen(phone)
    // As the canvas, which somebody on a phone has to ask for.
    const taking = await join(phone, { link: link.replace('#', '?view=board#'), name: 'Lin', locale })
    await fitsTheScreen(phone)

    await taking.tool(taking.words.canvas.kind.note).tap()
    await phone.touchscreen.tap(180, 360)
    await phone.keyboard.insertText('手机 phone')
    await phone.keyboard.press('Escape')
    await leading.mustFind('手机 phone')
    await taking.isSaved()

    const watermark = await watermarkState(phone)
    expect(watermark).toBe('free')
  })
}

test('the tldraw watermark is free on a laptop, too', async ({ newPerson, server }) => {
  const page = await newPerson({ locale: 'en' })
  await createBoard(page, { url: server.url(), locale: 'en', template: 'dilemma-remedy', title: 'Watermark' })
  expect(await watermarkState(page)).toBe('free')
})

/** tldraw's licence: visible, unobscured, clickable. */
async function watermarkState(page: Page): Promise<string> {
  const mark = page.locator('.tl-watermark_SEE-LICENSE')
  await expect(mark).toBeVisible()
  return await mark.evaluate((element) => {
    const box = element.getBoundingClientRect()
    // On phones tldraw itself lets its tab hang 2 px over the edge.
    if (box.right > innerWidth + 3 || box.bottom > innerHeight) return `outside of the screen: ${JSON.stringify(box)}`
    const middle = (Math.min(box.right, innerWidth) + box.left) / 2
    for (const down of [0.2, 0.5, 0.8]) {
      const top = document.elementFromPoint(middle, box.top + box.height * down)
      if (top === null || !element.contains(top)) return `covered by ${top?.className ?? 'nothing'}`
    }
    return 'free'
  })
}
