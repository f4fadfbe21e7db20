import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { createBoard, invitationLink, join } from './workshop.ts'
import { textsOf } from './texts.ts'

for (const locale of ['en', 'zh-CN'] as const) {
  const { state } = textsOf(locale)

  test(`addresses that lead nowhere say so, in ${locale}`, async ({ newPerson, server }) => {
    const page = await newPerson({ locale })
    await page.goto(`${server.url()}/nothing/here`)
    await expect(page.getByRole('heading', { name: state.notFound.title })).toBeVisible()
    await page.goto(`${server.url()}/b/no-such-board`)
    await expect(page.getByRole('heading', { name: state.noSuchBoard.title })).toBeVisible()
  })

  test(`without a key or with a wrong one nobody gets in, in ${locale}`, async ({ newPerson, server }) => {
    const board = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'blank', title: 'Closed · 关着的' })
    const address = board.page.url()
    const stranger = await newPerson({ locale })
    await stranger.goto(address)
    await expect(stranger.getByRole('heading', { name: state.notAllowed.title })).toBeVisible()
  })
}

test('whoever has the short code joins with it', async ({ newPerson, server }) => {
  const locale = 'zh-CN'
  const leading = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'blank', title: '加入码' })
  const { words, page } = leading
  await page.getByRole('button', { name: words.invite.button }).click()
  const dialog = page.getByRole('dialog', { name: words.invite.title })
  const code = (await dialog.locator('.invite-code-value').textContent()) ?? ''
  expect(code.replace(/\s/g, '')).toHaveLength(6)

  const phone = await newPerson({ locale })
  await phone.goto(server.url())
  // As people type: small letters, no space.
  await phone.getByLabel(words.join.code).fill(code.replace(/\s/g, '').toLowerCase())
  await phone.getByRole('button', { name: words.home.join, exact: true }).click()
  await phone.getByLabel(words.join.name).fill('林娜')
  await phone.getByRole('button', { name: words.join.submit }).click()
  await expect(phone.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 })
})

test('somebody who only looks on cannot change anything', async ({ newPerson, server }) => {
  const locale = 'en'
  const leading = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'blank', title: 'Looking on' })
  const { words } = leading
  await leading.addCard('note', 'Read me', { x: 500, y: 400 })
  const link = await invitationLink(leading, 'viewer')

  const viewer = await join(await newPerson({ locale }), { link, name: 'Guest', locale })
  await viewer.mustFind('Read me')
  await expect(viewer.tool(words.canvas.kind.note)).toHaveCount(0)
  // Not even the page's own automation gets an edit past the server.
  const place = await leading.placeOf('Read me')
  await viewer.page.evaluate(() => {
    const editor = window.remedyboard?.editor
    editor?.updateInstanceState({ isReadonly: false })
    const [card] = editor?.getCurrentPageShapes() ?? []
    if (card) editor?.updateShape({ id: card.id, type: card.type, x: card.x + 300 })
  })
  await leading.addCard('note', 'Still here', { x: 500, y: 550 })
  await viewer.mustFind('Still here')
  expect(await leading.placeOf('Read me')).toEqual(place)
})
