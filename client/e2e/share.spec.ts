import { expect, type Locator, type Page } from '@playwright/test'
import type { Role } from '@remedyboard/shared/protocol/role'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { MADE_UP_HOST } from './server.ts'
import { textsOf } from './texts.ts'
import { createBoard, invitationLink, join } from './workshop.ts'

/** Opens the dialog at the link of a role. */
async function invitation({ page, words }: Board, role: Role): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: words.invite.title })
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: words.invite.button }).click()
  const tab = { participant: words.invite.forParticipant, facilitator: words.invite.forFacilitator, viewer: words.invite.forViewer }[role]
  await dialog.getByRole('radio', { name: tab, exact: true }).check()
  return dialog
}

const labelOf = ({ words }: Board, role: Role) =>
  ({ participant: words.invite.participantLink, facilitator: words.invite.facilitatorLink, viewer: words.invite.viewerLink })[role]

async function replaceLink(board: Board, role: Role, inside: string): Promise<void> {
  const { invite } = board.words
  const dialog = await invitation(board, role)
  await dialog.getByRole('button', { name: invite.replace }).click()
  await dialog.getByRole('radio', { name: inside }).check()
  await dialog.getByRole('button', { name: invite.replaceSubmit }).click()
  await expect(dialog.getByText(invite.replaced)).toBeVisible()
  await board.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}

/** What the clipboard holds, as a person would find out: by pasting it. */
async function pasted(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/j`)
  const field = page.locator('input').first()
  await field.evaluate((input: HTMLInputElement) => (input.maxLength = 1_000))
  await field.focus()
  await page.keyboard.press('Control+V')
  return await field.inputValue()
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`each link says what it allows, and is copied, scanned and shown big over plain http, in ${locale}`, async ({
    newPerson,
    server,
  }) => {
    const url = server.url(MADE_UP_HOST)
    const page = await newPerson({ locale })
    const board = await createBoard(page, { url, locale, template: 'blank', title: '东街 East Street' })
    const { invite, app } = board.words
    const cases = [
      { role: 'participant', allows: invite.participantAllows, qr: invite.qr },
      { role: 'facilitator', allows: invite.facilitatorAllows, qr: invite.qrFacilitator },
      { role: 'viewer', allows: invite.viewerAllows, qr: invite.qrViewer },
    ] as const
    const copied: string[] = []
    for (const { role, allows, qr } of cases) {
      const dialog = await invitation(board, role)
      await expect(dialog.getByText(allows)).toBeVisible()
      await expect(dialog.getByRole('img', { name: qr })).toBeVisible()
      // Whoever photographs the facilitators' code would lead the workshop.
      await expect(dialog.getByRole('button', { name: invite.showBig })).toHaveCount(role === 'facilitator' ? 0 : 1)
      expect(await page.evaluate(() => isSecureContext)).toBe(false)
      await dialog.getByRole('button', { name: app.copy, exact: true }).click()
      await expect(dialog.getByRole('button', { name: app.copied })).toBeVisible()
      const link = await dialog.getByRole('textbox', { name: labelOf(board, role) }).inputValue()
      const other = await page.context().newPage()
      expect(await pasted(other, url)).toBe(link)
      await other.close()
      copied.push(link)
    }
    expect(new Set(copied).size).toBe(3)

    await (await invitation(board, 'participant')).getByRole('button', { name: invite.showBig }).click()
    const big = page.getByRole('dialog', { name: '东街 East Street' })
    await expect(big.locator('.invite-big-code')).toHaveText(/^\w{3} \w{3}$/)
    const size = await big.getByRole('img', { name: invite.qr }).boundingBox()
    expect(size?.height).toBeGreaterThan(500)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: invite.title })).toBeVisible()
  })
}

test('a leaked link is replaced: those inside stay, the old one opens nothing, other facilitators see the new one at once', async ({
  newPerson,
  server,
}) => {
  const locale = 'en'
  const board = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'blank', title: 'Leaked' })
  const { invite, state } = board.words
  const old = await invitationLink(board, 'participant')
  const inside = await join(await newPerson({ locale }), { link: old, name: 'Lin', locale })
  const second = await join(await newPerson({ locale }), { link: await invitationLink(board, 'facilitator'), name: 'Guo', locale })

  const watching = await invitation(second, 'participant')
  const shown = watching.getByRole('textbox', { name: invite.participantLink })
  await expect(shown).toHaveValue(old)
  const codeBefore = await watching.locator('.invite-code-value').textContent()
  await replaceLink(board, 'participant', invite.replaceStay)
  await expect(shown).not.toHaveValue(old)
  await expect(watching.locator('.invite-code-value')).not.toHaveText(codeBefore ?? '')
  const renewed = await shown.inputValue()

  await inside.addCard('note', 'Still here', { x: 500, y: 400 })
  await board.mustFind('Still here')
  const late = await newPerson({ locale })
  await late.goto(old)
  await late.getByLabel(board.words.join.name).fill('Eve')
  await late.getByRole('button', { name: board.words.join.submit }).click()
  await expect(late.getByRole('heading', { name: state.notAllowed.title })).toBeVisible()
  await join(await newPerson({ locale }), { link: renewed, name: 'Hao', locale })
})

test('replacing a link can put out those who came by it, and nobody else', async ({ newPerson, server }) => {
  const locale = 'zh-CN'
  const board = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'blank', title: '泄露的链接' })
  const { invite, state } = board.words
  const evicted = await join(await newPerson({ locale }), { link: await invitationLink(board, 'participant'), name: '林娜', locale })
  const viewer = await join(await newPerson({ locale }), { link: await invitationLink(board, 'viewer'), name: '老周', locale })
  await replaceLink(board, 'participant', invite.replaceEvict)
  await expect(evicted.page.getByRole('heading', { name: state.removed.title })).toBeVisible()
  await board.addCard('note', '继续', { x: 500, y: 400 })
  await viewer.mustFind('继续')
  await join(evicted.page, { link: await invitationLink(board, 'participant'), name: '林娜', locale })
})

test('while the entry is closed nobody new gets in, and whoever is in comes back', async ({ newPerson, server }) => {
  const locale = 'en'
  const board = await createBoard(await newPerson({ locale }), {
    url: server.url(),
    locale,
    template: 'dilemma-remedy',
    title: 'Full house',
  })
  const { people, invite, error, join: words } = board.words
  const link = await invitationLink(board, 'participant')
  const inside = await join(await newPerson({ locale }), { link, name: 'Lin', locale })
  await board.page.getByRole('checkbox', { name: people.entry }).uncheck()
  await expect(board.page.getByText(people.entryClosed)).toBeVisible()

  const late = await newPerson({ locale })
  await late.goto(link)
  await late.getByLabel(words.name).fill('Late')
  await late.getByRole('button', { name: words.submit }).click()
  await expect(late.getByText(error['entry-closed'])).toBeVisible()
  await inside.page.reload()
  await inside.isOpen()

  const dialog = await invitation(board, 'participant')
  await dialog.getByRole('button', { name: invite.openEntry }).click()
  await expect(dialog.getByText(invite.entryClosed)).toHaveCount(0)
  await late.getByRole('button', { name: words.submit }).click()
  await expect(late.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 })
})

test('recent boards are listed with their pictures, and forgetting one leaves nothing of it on the device', async ({
  newPerson,
  server,
}) => {
  const locale = 'zh-CN'
  const { home, app } = textsOf(locale)
  const page = await newPerson({ locale })
  const board = await createBoard(page, { url: server.url(), locale, template: 'dilemma-remedy', title: '有照片的板' })
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
  // The first picture is taken some seconds after the board is on the canvas.
  await expect.poll(databases, { timeout: 30_000 }).toContain('remedyboard-pictures')
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await databases()).toContain(`remedyboard/${id}`)
  await page.getByRole('link', { name: app.home }).click()

  const item = page.getByRole('listitem').filter({ hasText: '有照片的板' })
  const picture = item.locator('img')
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  expect((await picture.getAttribute('src'))?.length).toBeLessThanOrEqual(20_000)

  await item.getByRole('button', { name: board.words.home.forget.replace('{{title}}', '有照片的板') }).click()
  await page.getByRole('button', { name: home.forgetConfirm }).click()
  await expect(page.getByText(home.recentEmpty)).toBeVisible()
  await expect.poll(databases).not.toContain(`remedyboard/${id}`)
  expect(await page.evaluate((gone) => Object.keys(localStorage).filter((key) => key.includes(gone)), id)).toEqual([])
})
