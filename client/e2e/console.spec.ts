import { expect, type Page } from '@playwright/test'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { Board } from './board.ts'
import { test, type NewPerson } from './fixtures.ts'
import type { Server } from './server.ts'
import { fill } from './texts.ts'
import { createBoard, join, participantLink } from './workshop.ts'

interface Together {
  newPerson: NewPerson
  server: Server
}

async function twoPeople(
  { newPerson, server }: Together,
  locale: Locale,
  name: string,
): Promise<{ lead: Board; part: Board; link: string }> {
  const title = locale === 'en' ? 'Console' : '主持台'
  const lead = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'dilemma-remedy', title })
  const link = await participantLink(lead)
  const part = await join(await newPerson({ locale }), { link, name, locale })
  return { lead, part, link }
}

/** Whether the middle of an area is in view, and the area large in it. */
async function looksAt(page: Page, area: string): Promise<boolean> {
  return await page.evaluate((wanted) => {
    const editor = window.remedyboard?.editor
    const frame = editor?.getCurrentPageShapes().find((shape) => shape.meta['area'] === wanted)
    const bounds = frame && editor?.getShapePageBounds(frame)
    if (!bounds || !editor) return false
    const view = editor.getViewportPageBounds()
    return view.containsPoint(bounds.center) && bounds.w > view.w * 0.25
  }, area)
}

const isHidden = (page: Page, area: string) =>
  page.evaluate((wanted) => {
    const editor = window.remedyboard?.editor
    const frame = editor?.getCurrentPageShapes().find((shape) => shape.meta['area'] === wanted)
    return frame ? editor?.isShapeHidden(frame) : undefined
  }, area)

test('a phase moves every canvas to its area, late joiners too, but not the one who stays', async ({ newPerson, server }) => {
  const { lead, part, link } = await twoPeople({ newPerson, server }, 'en', 'Lin Na')
  const { agenda, attention, console: words } = lead.words
  await lead.page.getByRole('button', { name: agenda.start }).click()
  await expect.poll(() => looksAt(part.page, 'welcome')).toBe(true)
  await expect(lead.page.getByText(words.script.add)).toBeVisible()
  await expect(lead.page.locator('.phase-next')).toContainText('Context and question')

  // by key, from wherever the focus is, but never as the second half of a double click
  await expect(lead.page.locator('.phase-next')).not.toHaveAttribute('aria-disabled')
  await lead.page.keyboard.press('Alt+n')
  await expect.poll(() => looksAt(part.page, 'brief')).toBe(true)
  await expect(part.page.getByRole('heading', { name: 'Context and question' })).toBeVisible()

  const late = await join(await newPerson({ locale: 'en' }), { link, name: 'Late', locale: 'en' })
  await expect.poll(() => looksAt(late.page, 'brief')).toBe(true)
  await expect(late.page.getByRole('heading', { name: 'Context and question' })).toBeVisible()

  await lead.page.getByRole('combobox', { name: attention.spotlight }).selectOption('plan')
  await expect.poll(() => looksAt(part.page, 'plan')).toBe(true)
  await expect(part.page.locator('.rb-spotlight')).toBeVisible()
  await part.page.getByRole('button', { name: attention.stay }).click()
  await expect(lead.page.locator('.phase-next')).not.toHaveAttribute('aria-disabled')
  await lead.page.keyboard.press('Alt+n')
  // the end of a phase ends the attention
  await expect(part.page.locator('.rb-spotlight')).toHaveCount(0)
  await expect(late.page.locator('.rb-spotlight')).toHaveCount(0)
  await expect.poll(() => looksAt(late.page, 'dilemmas')).toBe(true)
  expect(await looksAt(part.page, 'plan')).toBe(true)
  await part.page.getByRole('button', { name: attention.goAlong }).click()
  await expect.poll(() => looksAt(part.page, 'dilemmas')).toBe(true)

  // Further down in the panel the step stays in view, and the next one brings its card back.
  await lead.page.locator('.board-side .tab-panel').evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
  const strip = lead.page.locator('.panel-strip')
  await expect(strip).toContainText('3/11')
  await strip.getByRole('button', { name: fill(words.nextTo, { name: 'Reveal and clarify' }) }).click()
  await expect(lead.page.getByRole('heading', { name: 'Reveal and clarify' })).toBeInViewport()
  await expect(strip).toHaveCount(0)
})

test('everyone comes along with the facilitator until one stays, the board is locked, and areas wait', async ({ newPerson, server }) => {
  const { lead, part } = await twoPeople({ newPerson, server }, 'zh-CN', '林娜')
  const { attention, defaultName, canvas } = lead.words
  await lead.page.getByRole('button', { name: attention.callAll }).click()
  const bar = part.page.locator('.attention-bar')
  await expect(bar).toContainText(fill(attention.following, { name: defaultName.facilitator }))
  await lead.goToArea('plan')
  await expect.poll(() => looksAt(part.page, 'plan')).toBe(true)
  await bar.getByRole('button', { name: attention.stay }).click()
  await lead.goToArea('local')
  await expect(bar.getByRole('button', { name: attention.goAlong })).toBeVisible()
  expect(await looksAt(part.page, 'plan')).toBe(true)
  await bar.getByRole('button', { name: attention.goAlong }).click()
  await expect.poll(() => looksAt(part.page, 'local')).toBe(true)
  await lead.page.keyboard.press('Alt+a')
  await expect(bar).toHaveCount(0)

  await lead.page.keyboard.press('Alt+k')
  await expect(bar).toContainText(attention.locked)
  await expect(part.tool(canvas.kind.note)).toHaveCount(0)
  await lead.page.locator('.attention-bar').getByRole('button', { name: attention.unlock }).click()
  await expect(part.tool(canvas.kind.note)).toBeVisible()

  await lead.page.locator('.room-areas summary').click()
  await lead.page.locator('.room-areas').getByRole('checkbox').last().click()
  await expect(lead.page.locator('.room-areas summary')).toContainText(fill(attention.hidden_other, { count: 1 }))
  const hidden = await lead.page.locator('.room-areas li', { has: lead.page.locator(':checked') }).textContent()
  const area = await lead.page.evaluate((name) => {
    const frames = window.remedyboard?.editor.getCurrentPageShapes() ?? []
    return String(frames.find((shape) => 'name' in shape.props && shape.props.name === name)?.meta['area'])
  }, hidden)
  await expect.poll(() => isHidden(part.page, area)).toBe(true)
  expect(await isHidden(lead.page, area)).toBe(false)
  await lead.page.getByRole('button', { name: attention.showAll }).click()
  await expect.poll(() => isHidden(part.page, area)).toBe(false)
})

test('two facilitators change the agenda at once, by mouse and by keyboard, and nothing of either is lost', async ({
  newPerson,
  server,
}) => {
  const { lead, part } = await twoPeople({ newPerson, server }, 'en', 'Lin Na')
  const { agendaEditor, panel, app } = lead.words
  await lead.page.evaluate(async () => {
    const session = window.remedyboard?.session as unknown as {
      send(command: object): Promise<void>
      people: { get(): { id: string; name: string }[] }
    } // more of it than the other tests need
    const id = session.people.get().find(({ name }) => name === 'Lin Na')?.id
    await session.send({ type: 'set-role', id, role: 'facilitator' })
  })
  const open = async (board: Board) => {
    await board.page.getByRole('button', { name: agendaEditor.open }).click()
    return board.page.getByRole('dialog', { name: agendaEditor.title })
  }
  const first = await open(lead)
  const second = await open(part)
  const step = (dialog: typeof first, name: string) => dialog.getByRole('button', { name }).and(dialog.locator('.agenda-step-name'))

  await step(first, 'Reveal and clarify').click()
  await first.getByLabel(agendaEditor.minutes, { exact: true }).fill('25')
  await first.getByLabel(agendaEditor.name, { exact: true }).fill('Look at all notes')
  await step(second, 'Reveal and clarify').focus()
  await second.page().keyboard.press('Alt+ArrowDown')
  await second.page().keyboard.press('Alt+ArrowDown')
  await first.getByLabel(agendaEditor.name, { exact: true }).press('Enter')
  for (const dialog of [first, second]) {
    await expect(dialog.locator('.agenda-step-name').nth(5)).toContainText('Look at all notes')
    await expect(dialog.locator('.agenda-step-name').nth(5)).toContainText('25')
  }

  await first.getByRole('button', { name: agendaEditor.add }).click()
  await first.getByLabel(agendaEditor.name, { exact: true }).fill('Tea')
  await first.getByLabel(agendaEditor.name, { exact: true }).press('Enter')
  await first.getByLabel(agendaEditor.may.add).uncheck()
  await expect(second.getByText(agendaEditor.flaw.nothingToDo)).toBeVisible()
  await first.getByLabel(agendaEditor.may.watch).check()
  await step(second, 'Tea').click()
  await second.getByRole('button', { name: agendaEditor.remove }).click()
  await expect(step(first, 'Tea')).toHaveCount(0)
  await second.getByRole('button', { name: agendaEditor.putBack }).click()
  await expect(step(first, 'Tea')).toBeVisible()
  await second.getByRole('button', { name: app.close, exact: true }).click()
  await expect(part.page.getByRole('tabpanel', { name: panel.workshop }).getByText('Tea')).toBeVisible()
})

test('groups are made, joined and changed by hand, hands are lowered in order, and a lost phone is no loss', async ({
  newPerson,
  server,
}) => {
  const { lead, part, link } = await twoPeople({ newPerson, server }, 'zh-CN', '林娜')
  const { groups, people, console: words, roster } = lead.words
  const others = []
  for (const name of ['王强', '周姨', '陈波'])
    others.push(await join(await newPerson({ locale: 'zh-CN' }), { link, name, locale: 'zh-CN' }))
  const [wang] = others
  if (!wang) throw new Error('three others')
  await lead.page.locator('.groups summary').click()
  await lead.page.getByRole('button', { name: groups.pairs }).click()
  await expect(lead.page.locator('.groups section')).toHaveCount(2)
  await expect(part.page.locator('.my-group')).toContainText(/第 [12] 组/)
  await lead.page.getByRole('button', { name: groups.join }).click()
  await expect(lead.page.locator('.groups section')).toHaveCount(1)
  // A long panel scrolls by itself, never the page around it.
  await lead.page.locator('.board-side .people-rows li').last().scrollIntoViewIfNeeded()
  expect(await lead.page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0)
  for (const name of ['王强', '周姨', '陈波']) await expect(part.page.locator('.my-group')).toContainText(name)
  await lead.page.getByRole('button', { name: fill(groups.move, { name: '王强' }) }).click()
  await lead.page.locator('.popover:popover-open').getByRole('button', { name: groups.new }).click()
  await expect(wang.page.locator('.my-group')).toContainText(fill(groups.name, { number: 2 }))

  const raise = ({ page }: Board) => page.evaluate(() => window.remedyboard?.session.send({ type: 'set-hand', up: true }))
  await raise(wang)
  await raise(part)
  const hands = lead.page.getByRole('list', { name: words.hands }).getByRole('listitem')
  await expect(hands).toHaveCount(2)
  await expect(hands.first()).toContainText(fill(words.nextToSpeak, { name: '王强' }))
  await lead.page.keyboard.press('Alt+j')
  await expect(hands).toHaveCount(1)
  await expect(hands.first()).toContainText('林娜')

  const row = lead.page.getByRole('region', { name: people.title }).getByRole('listitem').filter({ hasText: '王强' })
  await row.getByRole('button', { name: fill(people.actions, { name: '王强' }) }).click()
  await row.getByRole('button', { name: roster.rename }).click()
  await row.getByRole('textbox', { name: fill(roster.newName, { name: '王强' }) }).fill('王小强')
  await lead.page.keyboard.press('Enter')
  const renamed = lead.page.getByRole('region', { name: people.title }).getByRole('listitem').filter({ hasText: '王小强' })
  await renamed.getByRole('button', { name: roster.returnAgain }).click()
  const dialog = lead.page.getByRole('dialog')
  await expect(dialog.getByRole('img')).toBeVisible()
  const back = await dialog.getByLabel(roster.returnLink).inputValue()
  const phone = await newPerson({ locale: 'zh-CN' })
  await phone.goto(back)
  await expect(phone.locator('.my-group')).toContainText(fill(groups.name, { number: 2 }), { timeout: 30_000 })
})

test('the last facilitator cannot give the role up, is told why, and can when there is another', async ({ newPerson, server }) => {
  const { lead, part } = await twoPeople({ newPerson, server }, 'en', 'Lin Na')
  const { people, role, defaultName } = lead.words
  const region = lead.page.getByRole('region', { name: people.title })
  await region.getByRole('button', { name: role.facilitator }).click()
  const own = region.getByRole('group', { name: fill(people.roleOf, { name: defaultName.facilitator }) })
  await own.getByRole('radio', { name: role.participant }).click()
  await expect(region.getByRole('alert')).toContainText(people.lastFacilitator)
  await expect(own.getByRole('radio', { name: role.facilitator })).toBeChecked()

  const row = region.getByRole('listitem').filter({ hasText: 'Lin Na' })
  await row.getByRole('button', { name: fill(people.actions, { name: 'Lin Na' }) }).click()
  await row.getByRole('radio', { name: role.facilitator }).click()
  await expect(part.page.locator('.role-notice')).toContainText(people.nowFacilitator)
  await own.getByRole('radio', { name: role.participant }).click()
  await expect(lead.page.locator('.role-notice')).toContainText(people.nowParticipant)
})
