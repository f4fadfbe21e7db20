import { expect, type Locator, type Page } from '@playwright/test'
import type { Board } from './board.ts'
import { test, type NewPerson } from './fixtures.ts'
import { createBoard, join, participantLink } from './workshop.ts'

type Template = 'dilemma-remedy' | 'stakeholder-coordination'

async function twoPeople(newPerson: NewPerson, url: string, template: Template): Promise<[Board, Board]> {
  const leading = await createBoard(await newPerson(), { url, locale: 'en', template, title: 'Links' })
  const link = await participantLink(leading)
  return [leading, await join(await newPerson(), { link, name: 'Lin Na', locale: 'en' })]
}

/** Selects the card with this text by clicking it, wherever it is. */
async function select(board: Board, text: string): Promise<void> {
  await board.page.evaluate((wanted) => {
    const editor = window.remedyboard?.editor
    const card = editor?.getCurrentPageShapes().find((shape) => 'text' in shape.props && shape.props.text === wanted)
    if (card) window.remedyboard?.canvas.zoomToRecords([card.id])
  }, text)
  await board.cameraRests()
  const at = await board.mustFind(text)
  await board.page.mouse.click(at.x, at.y)
}

/** What the link between two cards says, as it is stored; null when there is none. */
async function linkBetween(page: Page, from: string, to: string): Promise<Record<string, unknown> | null> {
  return await page.evaluate(
    ([a, b]) => {
      const editor = window.remedyboard?.editor
      if (!editor) return null
      const textOf = (id: string) => {
        const shape = editor.getShape(id as Parameters<typeof editor.getShape>[0])
        return shape && 'text' in shape.props ? shape.props.text : null
      }
      for (const shape of editor.getCurrentPageShapes()) {
        if (shape.type !== 'arrow') continue
        const bindings = editor.getBindingsFromShape(shape, 'arrow')
        const start = bindings.find(({ props }) => Reflect.get(props, 'terminal') === 'start')
        const end = bindings.find(({ props }) => Reflect.get(props, 'terminal') === 'end')
        if (start && end && textOf(start.toId) === a && textOf(end.toId) === b)
          return { ...shape.meta, bothWays: Reflect.get(shape.props, 'arrowheadStart') !== 'none' }
      }
      return null
    },
    [from, to] as const,
  )
}

function bar(board: Board): Locator {
  return board.page.getByRole('toolbar', { name: board.words.canvas.bar.label })
}

test('a dilemma is answered from a list, by keyboard, and the other person sees it count', async ({ newPerson, server }) => {
  const [leading, taking] = await twoPeople(newPerson, server.url(), 'dilemma-remedy')
  const { choose } = leading.words.canvas
  const problem = 'The lift is broken'
  await leading.goToArea('local')
  await leading.addCard('dilemma', problem, await leading.spotIn('local', 0.4, 0.6))
  await taking.showsCoverage(9, 15)

  await select(leading, problem)
  await bar(leading).getByRole('button', { name: choose.title.answer }).click()
  const panel = leading.page.getByRole('dialog', { name: choose.title.answer })
  const search = panel.getByRole('combobox', { name: choose.search })
  await expect(search).toBeFocused()
  await leading.page.keyboard.type('vitality force')
  const option = panel.getByRole('option', { name: /Force 2: Vitality/ })
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await leading.page.keyboard.press('Enter')
  await expect(option).toHaveAttribute('aria-checked', 'true')
  await taking.showsCoverage(10, 15)
  expect(await linkBetween(taking.page, problem, 'Force 2: Vitality')).toMatchObject({ basis: 'group' })

  await test.step('choosing it again takes the link away, and undo brings it back', async () => {
    await leading.page.keyboard.press('Enter')
    await taking.showsCoverage(9, 15)
    await leading.page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await leading.page.keyboard.press('Control+z')
    await taking.showsCoverage(10, 15)
  })

  await test.step('what the paper suggests comes with its reason', async () => {
    await select(leading, 'Not close to people; too little info')
    await bar(leading).getByRole('button', { name: choose.title.answer }).click()
    await expect(panel.getByText(choose.group.linked)).toBeVisible()
    await expect(panel.getByText(choose.group.family)).toBeVisible()
    await expect(panel.getByText('4.3 names "ability panic" as the reason for activating vitality.')).toBeVisible()
    await leading.page.keyboard.press('Escape')
  })
})

test('a weak suggestion is confirmed at its link, and what the group thinks of it is noted', async ({ newPerson, server }) => {
  const [leading, taking] = await twoPeople(newPerson, server.url(), 'dilemma-remedy')
  const { link: words, details } = leading.words.canvas
  const weak = await leading.page.evaluate(() => {
    const editor = window.remedyboard?.editor
    const found = editor?.getCurrentPageShapes().find(({ type, meta }) => type === 'arrow' && meta['basis'] === 'implied-weak')
    if (found) editor?.select(found.id)
    return found ? String(found.id) : null
  })
  expect(weak).not.toBeNull()
  await leading.page.evaluate(() => void window.remedyboard?.editor.zoomToSelection())
  await leading.cameraRests()
  await leading.page.getByRole('toolbar', { name: words.bar }).getByRole('button', { name: words.confirm }).click()
  await taking.showsCoverage(10, 14)

  await leading.page.keyboard.press('i')
  const panel = leading.page.getByRole('dialog', { name: words.title })
  await panel.getByLabel(words.note).fill('Agreed on Tuesday')
  await panel.getByLabel(words.note).blur()
  await expect(panel.getByText(words.type.answer)).toBeVisible()
  await taking.page.evaluate((id) => {
    const editor = window.remedyboard?.editor
    const shape = editor?.getCurrentPageShapes().find((one) => one.id === id)
    if (shape) editor?.select(shape.id)
  }, weak)
  await taking.page.evaluate(() => void window.remedyboard?.editor.zoomToSelection())
  await taking.cameraRests()
  await taking.page.getByRole('button', { name: words.button }).click()
  const theirs = taking.page.getByRole('dialog', { name: words.title })
  await expect(theirs.getByLabel(words.note)).toHaveValue('Agreed on Tuesday')
  const before = await leading.count('arrow')
  await theirs.getByRole('button', { name: words.delete }).click()
  await expect(leading.page.getByText(details.nothing)).toBeVisible()
  expect(await leading.count('arrow')).toBe(before - 1)
})

test('a relation between two stakeholders has a kind, a state and a direction, seen by both at once', async ({ newPerson, server }) => {
  const [leading, taking] = await twoPeople(newPerson, server.url(), 'stakeholder-coordination')
  const { choose, link: words, relation } = leading.words.canvas
  const [from, to] = await leading.page.evaluate(() => {
    const editor = window.remedyboard?.editor
    const cards = (editor?.getCurrentPageShapes() ?? []).flatMap(({ props }) =>
      Reflect.get(props, 'kind') === 'stakeholder' ? [String(Reflect.get(props, 'text'))] : [],
    )
    return [cards.at(-1) ?? '', cards.at(-2) ?? '']
  })
  if (!from || !to) throw new Error('the template has stakeholders')
  await select(leading, from)
  await bar(leading).getByRole('button', { name: choose.title.relation }).click()
  await expect(leading.page.getByRole('combobox', { name: choose.search })).toBeFocused()
  await leading.page.keyboard.type(to)
  await expect(leading.page.getByRole('listbox').getByRole('option').first()).toContainText(to)
  await leading.page.keyboard.press('Enter')
  await expect.poll(() => linkBetween(taking.page, from, to)).toMatchObject({ basis: 'group', bothWays: false })
  await leading.page.keyboard.press('Escape')

  await taking.page.evaluate(() => {
    const editor = window.remedyboard?.editor
    const link = editor?.getCurrentPageShapes().find(({ type, meta }) => type === 'arrow' && meta['basis'] === 'group')
    if (link) editor?.select(link.id)
    editor?.zoomToSelection()
  })
  await taking.cameraRests()
  await taking.page.keyboard.press('i')
  const panel = taking.page.getByRole('dialog', { name: words.title })
  await expect(panel.getByText(words.type.relation)).toBeVisible()
  await panel.getByLabel(words.relation).selectOption(relation.informs)
  await panel.getByRole('radio', { name: words.states.tension }).check()
  await panel.getByRole('radio', { name: words.directions.both }).check()
  await expect.poll(() => linkBetween(leading.page, from, to)).toMatchObject({ relation: 'informs', state: 'tension', bothWays: true })

  await panel.getByRole('radio', { name: words.directions.one }).check()
  await panel.getByRole('button', { name: words.turn }).click()
  await expect.poll(() => linkBetween(leading.page, to, from)).toMatchObject({ relation: 'informs', bothWays: false })
})
