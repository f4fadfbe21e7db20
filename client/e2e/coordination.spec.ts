import { expect, type Locator } from '@playwright/test'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const ACTION = '每晚七点开放活动室热水'
const PROPERTY = '物业公司'
const VOLUNTEERS = '楼栋志愿者'

const panelOf = ({ page, words }: Board): Locator => page.getByRole('region', { name: words.coordination.title })

async function openPanel({ page, words }: Board): Promise<void> {
  await page.getByRole('tab', { name: words.coordination.tab, exact: true }).click()
}

async function openView(board: Board, view: 'matrix' | 'influence' | 'relations'): Promise<Locator> {
  const { coordination } = board.words
  await panelOf(board).getByRole('button', { name: coordination.view[view], exact: true }).click()
  return board.page.getByRole('dialog', { name: coordination.title })
}

/** What the links of the canvas say about duties: "stakeholder duty action". */
async function dutiesOnCanvas({ page }: Board): Promise<string[]> {
  return await page.evaluate(() => {
    const editor = window.remedyboard?.editor
    const textOf = (id: string | undefined) => {
      const shape = editor?.getCurrentPageShapes().find((one) => one.id === id)
      return shape && 'text' in shape.props ? String(shape.props.text) : ''
    }
    return (editor?.getCurrentPageShapes() ?? []).flatMap((shape) => {
      const duty = shape.meta['duty']
      if (shape.type !== 'arrow' || typeof duty !== 'string') return []
      const ends = editor?.getBindingsFromShape(shape.id, 'arrow') ?? []
      const end = (terminal: string) => textOf(ends.find(({ props }) => 'terminal' in props && props.terminal === terminal)?.toId)
      return [`${end('start')} ${duty} ${end('end')}`]
    })
  })
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`two people fill in the matrix by keyboard and mouse, and the canvas says the same, in ${locale}`, async ({ newPerson, server }) => {
    const ann = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'rapid-review', title: 'Roles' })
    const ben = await join(await newPerson({ locale }), { link: await participantLink(ann), name: '王芳', locale })
    const { coordination } = ann.words
    for (const board of [ann, ben]) await openPanel(board)
    const annView = await openView(ann, 'matrix')

    await test.step('Ann adds an action and two stakeholders from the matrix', async () => {
      for (const name of [PROPERTY, VOLUNTEERS]) {
        await annView.getByRole('textbox', { name: coordination.newStakeholder }).fill(name)
        await ann.page.keyboard.press('Enter')
      }
      await annView.getByRole('textbox', { name: ann.words.plan.newAction }).fill(ACTION)
      await ann.page.keyboard.press('Enter')
      await expect(annView.getByRole('rowheader', { name: ACTION })).toBeVisible()
    })
    const benView = await openView(ben, 'matrix')
    const cell = (view: Locator, name: string) =>
      view
        .getByRole('row')
        .filter({ hasText: ACTION })
        .getByRole('gridcell', { name: `${name}:` })

    await test.step('both set cells; both see both, and so does the canvas', async () => {
      await cell(annView, PROPERTY).click()
      await ann.page.getByRole('menuitemradio', { name: coordination.duty.lead }).click()
      await cell(benView, VOLUNTEERS).click()
      await ben.page.keyboard.press('Escape')
      await expect(ben.page.getByRole('menu')).toHaveCount(0)
      await expect(cell(benView, VOLUNTEERS)).toBeFocused()
      await ben.page.keyboard.press('2')
      for (const view of [annView, benView]) {
        await expect(cell(view, PROPERTY)).toHaveText(coordination.sign.lead)
        await expect(cell(view, VOLUNTEERS)).toHaveText(coordination.sign.support)
      }
      const said = [`${VOLUNTEERS} support ${ACTION}`, `${PROPERTY} lead ${ACTION}`].sort()
      for (const board of [ann, ben]) await expect.poll(async () => (await dutiesOnCanvas(board)).sort()).toEqual(said)
    })

    await test.step('Delete empties a cell for both; arrows move between cells', async () => {
      await ben.page.keyboard.press('Delete')
      await expect(cell(annView, VOLUNTEERS)).toHaveText('')
      await ben.page.keyboard.press('Home')
      await expect(benView.getByRole('rowheader', { name: ACTION })).toBeFocused()
    })
    for (const board of [ann, ben]) await board.isSaved()
  })
}

test('a gap is explained and becomes a request with owner and date; a bridge is made to work both ways', async ({ newPerson, server }) => {
  const locale = 'en'
  const url = server.url()
  const ann = await createBoard(await newPerson(), { url, locale, template: 'stakeholder-coordination', title: 'Gaps' })
  const ben = await join(await newPerson(), { link: await participantLink(ann), name: 'Ben', locale })
  const { coordination, canvas } = ann.words
  for (const board of [ann, ben]) await openPanel(board)
  const group = (board: Board, rule: keyof typeof coordination.rule) =>
    panelOf(board).locator('details').filter({ hasText: coordination.rule[rule] })

  await test.step('the paper’s tension, explained, becomes a request that both see', async () => {
    const tension = group(ann, 'tension')
    if ((await tension.getAttribute('open')) === null) await tension.locator('summary').click()
    await expect(tension).toContainText(coordination.why.tension)
    await tension.getByRole('button', { name: coordination.makeRequest }).click()
    await ann.page.getByLabel(coordination.requestText).fill('Ask the hospital to mediate')
    await ann.page.getByLabel(canvas.details.due).fill('2030-05-01')
    await ann.page.getByRole('button', { name: coordination.requestMake }).click()
    await ben.mustFind('Ask the hospital to mediate')
    const area = await ben.page.evaluate(() => {
      const editor = window.remedyboard?.editor
      const card = editor?.getCurrentPageShapes().find(({ props }) => 'text' in props && props.text === 'Ask the hospital to mediate')
      return card && { area: editor?.getShapeParent(card)?.meta['area'], due: card.meta['due'] }
    })
    expect(area).toEqual({ area: 'gaps', due: '2030-05-01' })
    await expect(group(ben, 'tension')).toHaveCount(0)
  })

  await test.step('a relation is judged in the table, a stakeholder rated by the arrow keys; the other sees both', async () => {
    const relations = await openView(ann, 'relations')
    const first = relations.getByRole('combobox', { name: new RegExp(`^${canvas.link.state}`) }).first()
    await first.selectOption('weak')
    const direction = relations.getByRole('combobox', { name: new RegExp(`^${canvas.link.direction}`) }).first()
    await expect(direction).toBeVisible()
    await relations.getByRole('radio', { name: coordination.view.influence }).check()
    const rating = relations.getByRole('combobox', { name: new RegExp(`^${canvas.details.influence}: `) }).first()
    const stance = relations.getByRole('combobox', { name: new RegExp(`^${canvas.details.stance}: `) }).first()
    await rating.selectOption('2')
    await stance.selectOption('neutral')
    const place = relations.locator('.influence-place').first()
    await place.focus()
    await ann.page.keyboard.press('ArrowUp')
    await expect(rating).toHaveValue('3')
    await relations.locator('.influence-place').first().focus()
    await ann.page.keyboard.press('ArrowRight')
    await expect(stance).toHaveValue('for')
    const theirs = await openView(ben, 'influence')
    await expect(theirs.getByRole('combobox', { name: new RegExp(`^${canvas.details.influence}: `) }).first()).toHaveValue('3')
    await expect(theirs.locator('.influence-place')).toHaveCount(1)
    for (const board of [ann, ben]) await board.isSaved()
  })
})
