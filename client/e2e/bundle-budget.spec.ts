import { expect, type Page } from '@playwright/test'
import { gzipSync } from 'node:zlib'
import { test } from './fixtures.ts'
import { leadByHttp } from './lead-by-http.ts'
import { PHONE, PhonePerson } from './phone-person.ts'
import { createBoard } from './workshop.ts'

/** All JS and CSS of the canvas route, gz; here and below 1 kB is 1,000 bytes. Of it tldraw is about 570 kB. */
const CANVAS_BUDGET_KB = 750

/** The home and join pages are opened on phones over a crowded Wi-Fi: they must not wait for the canvas or for Yjs. */
const HOME_BUDGET_KB = 130

/** All of the page for phones in one language, the tasks of later steps and the paper's suggestions among it. */
const PHONE_BUDGET_KB = 130

/** Adds up what the page has really loaded when it is asked, and names the largest files when it is too much. */
function codeOf(page: Page): () => Promise<{ kilobytes: number; files: string[] }> {
  const sizes = new Map<string, number>()
  const arriving = new Set<Promise<void>>()
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    if (!/\.(js|css)$/.test(path)) return
    const measured = response.body().then(
      (body) => void sizes.set(path, gzipSync(body).length),
      // A page that moves on drops the bodies of the last one.
      () => undefined,
    )
    arriving.add(measured)
  })
  return async () => {
    await Promise.all(arriving)
    const largestFirst = [...sizes].sort(([, a], [, b]) => b - a)
    const total = largestFirst.reduce((sum, [, size]) => sum + size, 0)
    return { kilobytes: Math.ceil(total / 1000), files: largestFirst.map(([path, size]) => `${path} ${(size / 1000).toFixed(1)} kB`) }
  }
}

test('the home page stays small, and the canvas within its budget', async ({ newPerson, server }) => {
  const page = await newPerson({ locale: 'en' })
  const code = codeOf(page)
  await page.goto(server.url())
  await page.waitForLoadState('networkidle')
  const home = await code()
  test.info().annotations.push({ type: 'home page, JS + CSS', description: `${home.kilobytes} kB gz` })
  expect(home.kilobytes, home.files.join('\n')).toBeGreaterThan(20)
  expect(home.kilobytes, home.files.join('\n')).toBeLessThanOrEqual(HOME_BUDGET_KB)

  await createBoard(page, { url: server.url(), locale: 'en', template: 'dilemma-remedy', title: 'Budget' })
  await page.waitForLoadState('networkidle')
  const canvas = await code()
  test.info().annotations.push({ type: 'canvas route, JS + CSS', description: `${canvas.kilobytes} kB gz` })
  expect(canvas.kilobytes, canvas.files.join('\n')).toBeGreaterThan(400)
  expect(canvas.kilobytes, canvas.files.join('\n')).toBeLessThanOrEqual(CANVAS_BUDGET_KB)
})

test('the page for phones stays small', async ({ newPerson, server }) => {
  const lead = await leadByHttp(server.url(), 'dilemma-remedy', 'zh-CN', '手机')
  await lead.send({ type: 'set-phase', phaseId: 'A4' })
  for (const locale of ['en', 'zh-CN'] as const) {
    const page = await newPerson({ locale, ...PHONE })
    const code = codeOf(page)
    const later = ['Group', 'Link', 'Plan'].map((task) => page.waitForResponse(new RegExp(`/${task}Task-[^/]+\\.js$`)))
    await new PhonePerson(page, locale).join(lead.participantLink, 'Li')
    await page.waitForLoadState('networkidle')
    const first = await code()
    await Promise.all(later)
    const all = await code()
    test
      .info()
      .annotations.push({ type: `phone page in ${locale}, JS + CSS`, description: `${first.kilobytes}, then ${all.kilobytes} kB gz` })
    expect(first.kilobytes, first.files.join('\n')).toBeGreaterThan(60)
    expect(all.kilobytes, all.files.join('\n')).toBeGreaterThan(first.kilobytes)
    expect(all.kilobytes, all.files.join('\n')).toBeLessThanOrEqual(PHONE_BUDGET_KB)
  }
})
