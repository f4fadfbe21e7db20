import { expect, type Page } from '@playwright/test'
import { LOCALES } from '@remedyboard/shared/protocol/locale'
import { test } from './fixtures.ts'
import { textsOf } from './texts.ts'
import { createBoard } from './workshop.ts'

/** Widths people have: small phones, tablets, laptops; 720 × 450 is a 1440 × 900 screen at 200 %. */
const SCREENS = [
  { width: 360, height: 740 },
  { width: 720, height: 450 },
  { width: 1024, height: 768 },
  { width: 1200, height: 800 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
] as const

interface Found {
  /** the licence asks for it: nothing of ours may lie over tldraw's mark */
  isMarkFree: boolean
  overlaps: string[]
  outside: string[]
}

/** What the bars over the canvas do to each other and to the watermark. */
async function lookAt(page: Page): Promise<Found> {
  return await page.evaluate(() => {
    const mark = document.querySelector('[class*="tl-watermark"]')
    const place = mark?.getBoundingClientRect()
    const hit = place && document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2)
    const bars = [...document.querySelectorAll('.rb-toolbar, .rb-view')].map((bar) => ({
      name: bar.className,
      box: bar.getBoundingClientRect(),
    }))
    if (place) bars.push({ name: 'watermark', box: place })
    const canvas = document.querySelector('.rb-canvas')?.getBoundingClientRect()
    const overlaps = bars.flatMap((a, i) =>
      bars
        .slice(i + 1)
        .filter((b) => a.box.left < b.box.right && b.box.left < a.box.right && a.box.top < b.box.bottom && b.box.top < a.box.bottom)
        .map((b) => `${a.name} and ${b.name}`),
    )
    // on phones tldraw itself tucks half of its mark behind the edge
    const outside = bars.filter(
      ({ name, box }) =>
        name !== 'watermark' && (!canvas || box.left < canvas.left || box.right > canvas.right + 1 || box.bottom > canvas.bottom + 1),
    )
    return { isMarkFree: Boolean(hit && mark?.contains(hit)), overlaps, outside: outside.map(({ name }) => name) }
  })
}

for (const locale of LOCALES) {
  test(`tools, view and watermark leave each other room at every width (${locale})`, async ({ newPerson, server }) => {
    const page = await newPerson({ locale })
    await createBoard(page, { url: server.url(), locale, template: 'dilemma-remedy', title: 'East Street' })
    const { board } = textsOf(locale)
    for (const screen of SCREENS) {
      await page.setViewportSize(screen)
      for (const toggle of [board.hidePanel, board.showPanel]) {
        await expect
          .poll(() => lookAt(page), `${screen.width} × ${screen.height}, before “${toggle}”`)
          .toEqual({ isMarkFree: true, overlaps: [], outside: [] })
        const button = page.getByRole('button', { name: toggle })
        if (await button.isVisible()) await button.click()
      }
    }
  })
}
