import { expect, type Locator } from '@playwright/test'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { Phase } from '@remedyboard/shared/workshop/state'
import type { Board } from './board.ts'
import { test, type NewPerson } from './fixtures.ts'
import type { Server } from './server.ts'
import { fill } from './texts.ts'
import { createBoard, join, participantLink } from './workshop.ts'

interface Setting {
  newPerson: NewPerson
  server: Server
  locale: Locale
  template: 'dilemma-remedy' | 'blank'
}

/** A facilitator and a participant, on one board. */
async function twoPeople({ newPerson, server, locale, template }: Setting): Promise<{ ann: Board; ben: Board }> {
  const ann = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template, title: 'East Street' })
  const ben = await join(await newPerson({ locale }), { link: await participantLink(ann), name: '小林', locale })
  return { ann, ben }
}

async function openMapping(board: Board): Promise<Locator> {
  const show = board.page.getByRole('button', { name: board.words.board.showPanel })
  if (await show.isVisible()) await show.click()
  await board.openPart('mapping')
  return board.page.getByRole('tabpanel')
}

async function openMatrix(board: Board): Promise<Locator> {
  const panel = await openMapping(board)
  await panel.getByRole('button', { name: board.words.mapping.matrixOpen }).click()
  return board.page.getByRole('grid', { name: board.words.mapping.matrixTitle })
}

const cell = (grid: Locator, row: number, column: number) => grid.locator(`[data-cell="${row}:${column}"]`)

/** What the canvas outlines because a panel points at it. */
const lit = ({ page }: Board) => page.evaluate(() => window.remedyboard?.editor.getHintingShapeIds().length)

async function shownCards({ page }: Board): Promise<number> {
  return await page.evaluate(() => {
    const editor = window.remedyboard?.editor
    const cards = editor?.getCurrentPageShapes().filter((shape) => shape.type === ('card' as string) && !editor.isShapeHidden(shape))
    return cards?.length ?? 0
  })
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`a link made by one shows in the other's matrix, in ${locale}`, async ({ newPerson, server }) => {
    const { ann, ben } = await twoPeople({ newPerson, server, locale, template: 'dilemma-remedy' })
    const { canvas, mapping, app } = ann.words
    const [annsGrid, bensGrid] = [await openMatrix(ann), await openMatrix(ben)]
    await expect(cell(annsGrid, 14, 25)).toBeVisible()
    await expect(cell(bensGrid, 1, 1)).toHaveAccessibleName(mapping.noLink)

    await test.step('a click links: cell, coverage and canvas of both', async () => {
      const links = await ben.count('arrow')
      await cell(annsGrid, 1, 1).click()
      await expect(cell(annsGrid, 1, 1)).toHaveAccessibleName(canvas.line.group)
      await expect(cell(bensGrid, 1, 1)).toHaveAccessibleName(canvas.line.group)
      await ben.showsCoverage(10, 14)
      await expect.poll(() => ben.count('arrow')).toBe(links + 1)
    })

    await test.step('the keyboard goes from cell to cell, and takes the link away', async () => {
      await cell(bensGrid, 1, 1).focus()
      for (const key of ['ArrowDown', 'ArrowRight', 'Home', 'ArrowUp', 'ArrowRight']) await ben.page.keyboard.press(key)
      await expect(cell(bensGrid, 1, 1)).toBeFocused()
      await ben.page.keyboard.press('Enter')
      await expect(cell(annsGrid, 1, 1)).toHaveAccessibleName(mapping.noLink)
      await ann.showsCoverage(9, 14)
    })

    await test.step('both link at once', async () => {
      await Promise.all([cell(annsGrid, 1, 2).click(), cell(bensGrid, 2, 3).click()])
      for (const grid of [annsGrid, bensGrid]) {
        await expect(cell(grid, 1, 2)).toHaveAccessibleName(canvas.line.group)
        await expect(cell(grid, 2, 3)).toHaveAccessibleName(canvas.line.group)
      }
      await ann.showsCoverage(11, 14)
    })

    await test.step('a heading leads to its card', async () => {
      await cell(annsGrid, 1, 0).click()
      await expect(annsGrid).toHaveCount(0)
      await expect.poll(() => ann.page.evaluate(() => window.remedyboard?.editor.getSelectedShapeIds().length)).toBe(1)
      await ben.page.getByRole('dialog').getByRole('button', { name: app.close }).click()
      await ann.isSaved()
    })
  })
}

test('lists and filters show what is open, and light the path on the board', async ({ newPerson, server }) => {
  const ann = await createBoard(await newPerson({ locale: 'en' }), {
    url: server.url(),
    locale: 'en',
    template: 'dilemma-remedy',
    title: 'Lists',
  })
  const { mapping, coverage } = ann.words
  const panel = await openMapping(ann)
  const rows = panel.locator('.mapping-row')
  await expect(rows).toHaveCount(14)
  const list = (name: string) => panel.getByRole('group', { name: mapping.lists }).getByRole('button', { name })
  await list(mapping.weak).click()
  await expect(rows).toHaveCount(5)
  await list(mapping.unused).click()
  await expect(rows).toHaveCount(3)
  await list(mapping.open).click()
  await expect(panel.getByText(mapping.noneOpen)).toBeVisible()
  await list(mapping.dilemmas).click()

  const covered = rows.filter({ hasText: 'Not close to people' }).getByRole('button', { name: /^Not close/ })
  await covered.hover()
  await expect.poll(() => lit(ann)).toBe(3)
  await panel.getByText(fill(coverage.summary, { covered: 9, total: 14 })).hover()
  await expect.poll(() => lit(ann)).toBe(0)
  await covered.focus()
  await expect.poll(() => lit(ann)).toBe(3)

  await panel.getByRole('button', { name: mapping.filter }).click()
  await ann.page.getByRole('combobox', { name: mapping.basis }).selectOption('implied-strong')
  await ann.page.keyboard.press('Escape')
  await expect(panel.locator('.mapping-shown')).toBeVisible()
  expect(await rows.count()).toBeLessThan(14)
  await panel.getByRole('button', { name: fill(mapping.filterOn_other, { count: 1 }) }).click()
  await ann.page.getByRole('button', { name: mapping.filterOff }).click()
  await expect(rows).toHaveCount(14)
})

test('similar cards are merged and taken apart again', async ({ newPerson, server }) => {
  const { ann, ben } = await twoPeople({ newPerson, server, locale: 'zh-CN', template: 'blank' })
  const { mapping } = ann.words
  await ann.addCard('dilemma', '三天没有热水了', { x: 420, y: 300 })
  await ben.addCard('dilemma', '三天都没有热水', { x: 760, y: 300 })
  await ann.mustFind('三天都没有热水')

  const annsPanel = await openMapping(ann)
  await annsPanel.getByText(mapping.similar.title).click()
  await annsPanel.getByRole('button', { name: fill(mapping.similar.keepLabel, { text: '三天没有热水了' }) }).click()
  await expect.poll(() => shownCards(ben)).toBe(1)
  await ben.showsCoverage(0, 1)
  await expect(annsPanel.getByText(mapping.similar.title)).toHaveCount(0)

  const bensPanel = await openMapping(ben)
  await bensPanel.getByText(mapping.merged.title).click()
  await bensPanel.getByRole('button', { name: fill(mapping.merged.apartLabel, { text: '三天都没有热水' }) }).click()
  await expect.poll(() => shownCards(ann)).toBe(2)
  await ann.showsCoverage(0, 2)

  await test.step('who calls them different is not asked again on this device', async () => {
    await annsPanel.getByText(mapping.similar.title).click()
    await annsPanel.getByRole('button', { name: mapping.similar.differ }).click()
    await expect(annsPanel.getByText(mapping.similar.title)).toHaveCount(0)
    await ann.page.reload()
    await ann.isOpen()
    const panel = await openMapping(ann)
    await expect(panel.locator('.mapping-row')).toHaveCount(2)
    await expect(panel.getByText(mapping.similar.title)).toHaveCount(0)
    await expect(bensPanel.getByText(mapping.similar.title)).toBeVisible()
  })
})

test('what was made offline in a step that is over waits for the facilitator', async ({ newPerson, server }) => {
  const { ann, ben } = await twoPeople({ newPerson, server, locale: 'zh-CN', template: 'dilemma-remedy' })
  const { waiting } = ann.words.panel
  const agenda = await ann.page.evaluate(() => {
    const session: unknown = window.remedyboard && Reflect.get(window.remedyboard, 'session')
    return (session as { view: { get(): { agenda: readonly Phase[] } } }).view.get().agenda
  })
  const setPhase = (phaseId: string | undefined) =>
    ann.page.evaluate(async (id) => await window.remedyboard?.session.send({ type: 'set-phase', phaseId: id ?? null }), phaseId)
  const open = agenda.find(({ can, privacy }) => can.includes('add') && privacy === 'open')
  const over = agenda.find(({ can }) => !can.includes('add') && !can.includes('edit'))
  await setPhase(open?.id)
  await expect(ben.page.getByRole('heading', { name: open?.name.zh ?? '' })).toBeVisible()
  await ben.goToArea('local')

  await ben.page.evaluate(() => window.remedyboard && Reflect.get(window.remedyboard, 'provider').disconnect())
  await ben.addCard('dilemma', 'Written in the lift', await ben.spotIn('local', 0.4, 0.5))
  await setPhase(over?.id)
  // The step before counts for two seconds more.
  const changed = Date.now()
  await expect.poll(() => Date.now() - changed).toBeGreaterThan(2_500)
  await ben.page.evaluate(() => window.remedyboard && Reflect.get(window.remedyboard, 'provider').connect())

  await ann.openPart('workshop')
  const notice = ann.page.getByRole('region', { name: waiting.title })
  await notice.getByText(fill(waiting.late_other, { count: 1 })).click()
  await expect(notice.getByText('Written in the lift')).toBeVisible()
  await expect(notice.getByText('小林')).toBeVisible()
  await expect(ben.page.getByRole('region', { name: waiting.title })).toHaveCount(0)
  await expect.poll(() => ben.centreOf('Written in the lift')).toBeNull()

  await notice.getByRole('button', { name: fill(waiting.acceptLabel, { name: 'Written in the lift' }) }).click()
  await expect(notice).toHaveCount(0)
  await ann.mustFind('Written in the lift')
  await ben.mustFind('Written in the lift')
  await ann.isSaved()
})
