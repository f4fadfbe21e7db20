import { expect, type Locator } from '@playwright/test'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { Role } from '@remedyboard/shared/protocol/role'
import type { Board } from './board.ts'
import { test, type NewPerson } from './fixtures.ts'
import { startServer, type Server } from './server.ts'
import { fill, textsOf } from './texts.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const panelOf = ({ page, words }: Board): Locator => page.getByRole('region', { name: words.people.title })

/** The row of a person in the facilitator's panel, opened. */
async function openActions(board: Board, name: string): Promise<Locator> {
  const { people } = board.words
  const row = panelOf(board).getByRole('listitem').filter({ hasText: name })
  const button = row.getByRole('button', { name: fill(people.actions, { name }) })
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  return row
}

async function setRole(board: Board, name: string, role: Role): Promise<void> {
  const row = await openActions(board, name)
  const choice = row.getByRole('radio', { name: board.words.role[role], exact: true })
  // It is checked when the server says so, not when it is clicked.
  await choice.click()
  await expect(choice).toBeChecked()
}

async function twoPeople({ newPerson, server, locale, name }: { newPerson: NewPerson; server: Server; locale: Locale; name: string }) {
  const leading = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'dilemma-remedy', title: 'Roles' })
  const link = await participantLink(leading)
  const taking = await join(await newPerson({ locale }), { link, name, locale })
  return { leading, taking, link }
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`a role is changed while somebody works: the tools go, come back and grow, in ${locale}`, async ({ newPerson, server }) => {
    const name = locale === 'en' ? 'Lin Na' : '林娜'
    const { leading, taking, link } = await twoPeople({ newPerson, server, locale, name })
    const { words } = leading
    const note = taking.tool(words.canvas.kind.note)
    await expect(note).toBeVisible()

    await setRole(leading, name, 'viewer')
    await expect(taking.page.locator('.role-notice')).toContainText(words.people.nowViewer)
    await expect(note).toHaveCount(0)
    await expect(taking.page.locator('.board-look-only')).toHaveText(words.board.lookOnly)
    await expect(taking.page.getByRole('button', { name: words.invite.button })).toHaveCount(0)
    // Not even the page's own automation gets an edit past the server.
    await leading.goToArea('parking')
    await leading.addCard('note', '不变', await leading.spotIn('parking', 0.5, 0.5))
    await taking.mustFind('不变')
    const place = await leading.placeOf('不变')
    await taking.page.evaluate(() => {
      const editor = window.remedyboard?.editor
      editor?.updateInstanceState({ isReadonly: false })
      const card = editor?.getCurrentPageShapes().find((shape) => 'text' in shape.props && shape.props.text === '不变')
      if (card) editor?.updateShape({ id: card.id, type: card.type, x: card.x + 40 })
    })
    await leading.addCard('note', '之后', await leading.spotIn('parking', 0.5, 0.8))
    expect(await leading.placeOf('不变')).toEqual(place)

    // The old link does not undo what the facilitator decided.
    await taking.page.goto(link)
    await taking.isOpen()
    await expect(taking.page.locator('.board-look-only')).toHaveText(words.board.lookOnly)

    await setRole(leading, name, 'participant')
    await expect(note).toBeVisible()
    await setRole(leading, name, 'facilitator')
    await expect(taking.page.locator('.role-notice')).toContainText(words.people.nowFacilitator)
    await expect(taking.page.getByRole('button', { name: words.agenda.start })).toBeVisible()
  })
}

test('a facilitator removes somebody: their page closes with words, and a current link lets them in again', async ({
  newPerson,
  server,
}) => {
  const locale = 'en'
  const { leading, taking, link } = await twoPeople({ newPerson, server, locale, name: 'Lin' })
  const { people, state } = leading.words
  const row = await openActions(leading, 'Lin')
  await row.getByRole('button', { name: people.remove }).click()
  await row.getByRole('button', { name: people.removeConfirm, exact: true }).click()
  await expect(taking.page.getByRole('heading', { name: state.removed.title })).toBeVisible()
  await expect(panelOf(leading).getByText('Lin', { exact: true })).toHaveCount(0)
  await taking.page.reload()
  await expect(taking.page.getByRole('heading', { name: state.notAllowed.title })).toBeVisible()
  await join(taking.page, { link, name: 'Lin', locale })
})

test('the last facilitator stays one, and facilitators see who is away and since when', async ({ newPerson, server }) => {
  const locale = 'zh-CN'
  const { leading, taking } = await twoPeople({ newPerson, server, locale, name: '林娜' })
  const { people } = leading.words
  await setRole(leading, '林娜', 'facilitator')
  // The two of them: either may take the role of the other, but not both.
  await setRole(taking, leading.words.defaultName.facilitator, 'participant')
  await expect(leading.page.locator('.role-notice')).toContainText(people.nowParticipant)
  await expect(panelOf(leading).getByRole('button', { name: fill(people.actions, { name: '林娜' }) })).toHaveCount(0)

  await leading.page.close()
  await panelOf(taking).getByText(people.away).click()
  const away = taking.page.getByRole('list', { name: people.awayList })
  await expect(away.getByText(leading.words.defaultName.facilitator, { exact: false }).first()).toBeVisible()
  await expect(away.getByText(/\d{2}:\d{2}/)).toBeVisible()
})

test('a viewer points and follows: both see it', async ({ newPerson, server }) => {
  const locale = 'en'
  const leading = await createBoard(await newPerson({ locale }), {
    url: server.url(),
    locale,
    template: 'dilemma-remedy',
    title: 'Looking on',
  })
  const { words } = leading
  const link = await participantLink(leading)
  const viewer = await join(await newPerson({ locale }), { link, name: 'Zhou', locale })
  await setRole(leading, 'Zhou', 'viewer')
  await expect(viewer.page.locator('.board-look-only')).toHaveText(words.board.lookOnly)

  const spot = await viewer.spotIn('local', 0.5, 0.5)
  await viewer.page.mouse.move(spot.x, spot.y, { steps: 4 })
  await expect(leading.page.locator('.tl-nametag', { hasText: 'Zhou' })).toBeVisible()

  const leader = words.defaultName.facilitator
  await panelOf(viewer)
    .getByRole('button', { name: fill(words.people.follow, { name: leader }) })
    .click()
  await leading.goToArea('plan')
  const area = () =>
    viewer.page.evaluate(() => {
      const editor = window.remedyboard?.editor
      const frame = editor?.getCurrentPageShapes().find((shape) => shape.meta['area'] === 'plan')
      const bounds = frame && editor?.getShapePageBounds(frame)
      return bounds && editor ? editor.getViewportPageBounds().containsPoint(bounds.center) : false
    })
  await expect.poll(area).toBe(true)
  const follow = panelOf(viewer).getByRole('button', { name: fill(words.people.follow, { name: leader }) })
  await expect(follow).toHaveAttribute('aria-pressed', 'true')
  await follow.click()
  await expect(follow).toHaveAttribute('aria-pressed', 'false')
})

test('where new boards need a key, the page asks for it and says when it is wrong', async ({ newPerson, ownServers }) => {
  const server = await startServer({ CREATE_KEY: 'open-sesame' })
  ownServers.push(server)
  const locale = 'en'
  const page = await newPerson({ locale })
  await page.goto(server.url())
  const { home } = textsOf(locale)
  await page.locator('input[name="template"][value="blank"]').check()
  await page.getByRole('button', { name: home.create }).click()
  await expect(page.getByText(home.createKeyNeeded)).toBeVisible()
  await page.getByLabel(home.createKey).fill('wrong')
  await page.getByRole('button', { name: home.create }).click()
  await expect(page.getByText(home.createKeyWrong)).toBeVisible()
  await page.getByLabel(home.createKey).fill('open-sesame')
  await page.getByRole('button', { name: home.create }).click()
  await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 })
})
