import { expect, type Locator } from '@playwright/test'
import type { Board } from './board.ts'
import { test, type NewPerson } from './fixtures.ts'
import { MADE_UP_HOST } from './server.ts'
import { fill } from './texts.ts'
import { createBoard, join, participantLink } from './workshop.ts'

async function twoPeople(newPerson: NewPerson, url: string): Promise<[Board, Board]> {
  const leading = await createBoard(await newPerson(), { url, locale: 'en', template: 'dilemma-remedy', title: 'Cards' })
  const link = await participantLink(leading)
  return [leading, await join(await newPerson(), { link, name: 'Lin Na', locale: 'en' })]
}

/** Three local problems, side by side. */
async function addProblems(board: Board): Promise<readonly [string, string, string]> {
  const texts = ['Old people miss notices', 'Notices reach nobody', 'No ramp at the gate'] as const
  await board.goToArea('local')
  for (const [i, text] of texts.entries()) await board.addCard('dilemma', text, await board.spotIn('local', 0.2 + 0.3 * i, 0.5))
  return texts
}

/** As with Shift and clicks. */
async function select(board: Board, texts: readonly string[]): Promise<void> {
  await board.page.evaluate((wanted) => {
    const editor = window.remedyboard?.editor
    const found = (editor?.getCurrentPageShapes() ?? []).filter(
      (shape) => 'text' in shape.props && wanted.includes(String(shape.props.text)),
    )
    editor?.select(...found.map(({ id }) => id))
    editor?.zoomToSelection()
  }, texts)
  await board.cameraRests()
}

async function metaOf(board: Board, text: string): Promise<Record<string, unknown> | null> {
  return await board.page.evaluate((wanted) => {
    const shape = window.remedyboard?.editor.getCurrentPageShapes().find(({ props }) => 'text' in props && props.text === wanted)
    return shape ? { ...shape.meta, kind: Reflect.get(shape.props, 'kind') } : null
  }, text)
}

/** Finds a card in the open list by all of its words and links it. */
async function linkTo(board: Board, text: string): Promise<void> {
  const search = board.page.getByRole('combobox', { name: board.words.canvas.choose.search })
  await expect(search).toBeFocused()
  await board.page.keyboard.type(text)
  await expect(board.page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await board.page.keyboard.press('Enter')
  await expect(board.page.getByRole('listbox').getByRole('option')).toHaveAttribute('aria-checked', 'true')
  await board.page.keyboard.press('Escape')
}

function bar(board: Board): Locator {
  return board.page.getByRole('toolbar', { name: board.words.canvas.bar.label })
}

test('two people say different things about one card at once, and both stay', async ({ newPerson, server }) => {
  const [leading, taking] = await twoPeople(newPerson, server.url())
  const { details, kind } = leading.words.canvas
  const [first, second, third] = await addProblems(leading)
  await taking.mustFind(first)
  for (const board of [leading, taking]) {
    await select(board, [first])
    await board.page.keyboard.press('i')
  }
  const panelOf = (board: Board) => board.page.getByRole('dialog', { name: details.title })
  await expect(panelOf(leading).getByLabel(details.kind)).toBeFocused()
  await panelOf(leading).getByLabel(details.tags).fill('old people, phone')
  await panelOf(taking).locator('summary').click()
  await panelOf(taking).getByLabel(details.affected).fill('some')
  await panelOf(leading).getByLabel(details.tags).press('Enter')
  await panelOf(taking).getByLabel(details.affected).press('Enter')
  await expect(panelOf(taking).getByRole('alert')).toHaveText(details.affectedWrong)
  await panelOf(taking).getByLabel(details.affected).fill('41')
  await panelOf(taking).getByLabel(details.affected).press('Enter')
  for (const board of [leading, taking]) {
    await expect.poll(() => metaOf(board, first)).toMatchObject({ 'tag.old people': true, 'tag.phone': true, affected: 41 })
  }

  await test.step('three cards at once are one step of undo', async () => {
    await select(leading, [first, second, third])
    const panel = leading.page.getByRole('dialog', { name: fill(details.titleOf_other, { count: 3 }) })
    await panel.getByRole('button', { name: fill(details.tagAll, { tag: 'phone' }) }).click()
    await expect.poll(() => metaOf(taking, third)).toMatchObject({ 'tag.phone': true })
    await panel.getByLabel(details.kind).selectOption(kind.evidence)
    await expect.poll(() => metaOf(taking, third)).toMatchObject({ kind: 'evidence' })
    await leading.page.keyboard.press('Escape')
    await leading.page.keyboard.press('Control+z')
    for (const text of [first, second, third]) await expect.poll(() => metaOf(taking, text)).toMatchObject({ kind: 'dilemma' })
    expect(await metaOf(taking, third)).toMatchObject({ 'tag.phone': true })
  })

  await test.step('the paper’s passage is read in its context', async () => {
    await select(taking, ['Lack of talent in rural areas'])
    await panelOf(taking).getByRole('button', { name: details.readPassage }).click()
    const passage = taking.page.getByRole('dialog', { name: details.passage })
    await expect(passage.locator('mark')).toHaveText('there is a lack of excellent talents in rural areas')
    await expect(passage.getByText('The Practical Dilemma')).toBeVisible()
    await taking.page.keyboard.press('Escape')
    await expect(passage).toHaveCount(0)
  })
})

test('duplicates are merged, their links count for the one that stays, and they can be taken apart', async ({ newPerson, server }) => {
  const [leading, taking] = await twoPeople(newPerson, server.url())
  const { merged, choose, bar: words } = leading.words.canvas
  const [first, second] = await addProblems(leading)
  await taking.mustFind(second)
  await select(taking, [second])
  await bar(taking).getByRole('button', { name: choose.title.answer }).click()
  await linkTo(taking, 'Force 2: Vitality')
  await leading.showsCoverage(10, 17)

  await select(leading, [first, second])
  await bar(leading).getByRole('button', { name: merged.merge }).click()
  await leading.showsCoverage(10, 16)
  await taking.showsCoverage(10, 16)
  const shown = (board: Board) =>
    board.page.evaluate(
      (texts) => {
        const editor = window.remedyboard?.editor
        const cards = (editor?.getCurrentPageShapes() ?? []).filter(
          (shape) => 'text' in shape.props && texts.includes(String(shape.props.text)),
        )
        return cards.flatMap((card) => (editor?.isShapeHidden(card) || !('text' in card.props) ? [] : [String(card.props.text)]))
      },
      [first, second],
    )
  // the one with the link stays
  await expect.poll(() => shown(taking)).toEqual([second])
  await select(taking, [second])
  await bar(taking).getByRole('button', { name: words.more }).click()
  await bar(taking).getByRole('button', { name: merged.read }).click()
  const reader = taking.page.getByRole('dialog').filter({ hasText: merged.title })
  await expect(reader.getByRole('listitem')).toContainText(first)
  await reader.getByRole('button', { name: merged.apart }).click()
  await taking.page.keyboard.press('Escape')
  await expect(taking.page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(async () => (await shown(leading)).sort()).toEqual([second, first].sort())
  await leading.showsCoverage(10, 17)
})

test('a participant groups cards and names the group, the facilitator settles it', async ({ newPerson, server }) => {
  const [leading, taking] = await twoPeople(newPerson, server.url())
  const { cluster, tidy } = leading.words.canvas
  const [first, second, third] = await addProblems(leading)
  await taking.mustFind(third)
  await select(taking, [first, second, third])
  await bar(taking).getByRole('button', { name: cluster.make }).click()
  const name = taking.page.getByRole('textbox', { name: cluster.name })
  await expect(name).toBeFocused()
  await taking.page.keyboard.insertText('Reaching people')
  await taking.page.keyboard.press('Enter')
  const clusters = (board: Board) =>
    board.page.evaluate(() => {
      const editor = window.remedyboard?.editor
      return (editor?.getCurrentPageShapes() ?? [])
        .filter(({ meta }) => meta['cluster'] !== undefined)
        .map((shape) => [Reflect.get(shape.props, 'name'), shape.meta['cluster'], editor?.getSortedChildIdsForParent(shape.id).length])
    })
  await expect.poll(() => clusters(leading)).toEqual([['Reaching people', 'suggested', 3]])

  const selectCluster = (board: Board) =>
    board.page.evaluate(() => {
      const editor = window.remedyboard?.editor
      const frame = editor?.getCurrentPageShapes().find(({ meta }) => meta['cluster'] !== undefined)
      if (frame) editor?.select(frame.id)
    })
  await selectCluster(leading)
  await leading.page.getByRole('button', { name: cluster.settle }).click()
  await expect.poll(() => clusters(taking)).toEqual([['Reaching people', 'settled', 3]])
  await selectCluster(taking)
  await expect(taking.page.getByRole('toolbar', { name: cluster.bar })).toContainText(cluster.isSettled)
  await expect(name).toHaveCount(0)

  await test.step('its cards still come and go, and are tidied', async () => {
    const order = async () => {
      const places = await Promise.all([first, second, third].map((text) => leading.placeOf(text)))
      return places.map((place) => [place?.x, place?.y])
    }
    const before = await order()
    await leading.page.getByRole('toolbar', { name: cluster.bar }).getByRole('button', { name: tidy.title }).click()
    await leading.page.getByRole('button', { name: tidy.form.columns, exact: true }).click()
    await leading.page.getByRole('button', { name: tidy.by.kind }).click()
    // all of one kind: one column
    await expect.poll(async () => new Set((await order()).map(([x]) => x)).size).toBe(1)
    expect(await order()).not.toEqual(before)
    await leading.page.keyboard.press('Control+z')
    await expect.poll(order).toEqual(before)
  })
})

test('cards are copied with their links from one board to another, over plain http', async ({ newPerson, server }) => {
  const page = await newPerson()
  const url = server.url(MADE_UP_HOST)
  const from = await createBoard(page, { url, locale: 'en', template: 'dilemma-remedy', title: 'From' })
  expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false)
  const problem = '水管 <b>坏了</b> & "漏水"'
  await from.goToArea('local')
  await from.addCard('dilemma', problem, await from.spotIn('local', 0.5, 0.5))
  await select(from, [problem])
  await bar(from).getByRole('button', { name: from.words.canvas.choose.title.answer }).click()
  await linkTo(from, 'Force 2: Vitality')
  await page.keyboard.press('i')
  const panel = page.getByRole('dialog', { name: from.words.canvas.details.title })
  await panel.getByLabel(from.words.canvas.details.tags).fill('water')
  await panel.getByLabel(from.words.canvas.details.tags).press('Enter')
  await page.keyboard.press('Escape')
  await select(from, [problem, 'Force 2: Vitality'])
  await page.keyboard.press('Control+c')

  const other = await page.context().newPage()
  const to = await createBoard(other, { url, locale: 'en', template: 'blank', title: 'To' })
  await to.canvas.click()
  await other.keyboard.press('Control+v')
  await to.mustFind(problem)
  await to.mustFind('Force 2: Vitality')
  expect(await to.count('arrow')).toBe(1)
  expect(await metaOf(to, problem)).toMatchObject({ kind: 'dilemma', 'tag.water': true })
  const ids = async (board: Board) => await board.page.evaluate(() => [...(window.remedyboard?.editor.getCurrentPageShapeIds() ?? [])])
  const former = new Set(await ids(from))
  expect((await ids(to)).filter((id) => former.has(id))).toEqual([])
  const me = await other.evaluate(() => Reflect.get(window.remedyboard?.editor.user.getUserPreferences() ?? {}, 'id') as string)
  await to.isSaved()
  expect(await metaOf(to, problem)).toMatchObject({ author: me })
})
