import { expect, type Locator } from '@playwright/test'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const REMEDY = '每晚七点开放活动室热水'

const planOf = ({ page, words }: Board): Locator => page.getByRole('region', { name: words.plan.title })

async function openPlan({ page, words }: Board): Promise<void> {
  await page.getByRole('tab', { name: words.plan.tab, exact: true }).click()
}

async function openTable(board: Board): Promise<Locator> {
  await planOf(board).getByRole('button', { name: board.words.plan.table }).click()
  const table = board.page.getByRole('dialog', { name: board.words.plan.title })
  await expect(table).toBeVisible()
  return table
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`a remedy becomes an action, and two people fill in its cells at once, in ${locale}`, async ({ newPerson, server }) => {
    const ann = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'dilemma-remedy', title: 'Plan' })
    const ben = await join(await newPerson({ locale }), { link: await participantLink(ann), name: '王芳', locale })
    const { plan, canvas } = ann.words
    await ann.goToArea('parking')
    await ann.addCard('remedy', REMEDY, await ann.spotIn('parking', 0.5, 0.3))
    await ann.addCard('stakeholder', '物业公司', await ann.spotIn('parking', 0.5, 0.75))
    await openPlan(ann)
    await openPlan(ben)

    await test.step('the chosen remedy becomes an action in the plan’s area, linked to it', async () => {
      await planOf(ann).getByRole('button', { name: plan.fromRemedy }).click()
      await planOf(ann).getByRole('searchbox', { name: plan.search }).fill('热水')
      await planOf(ann).getByRole('button', { name: REMEDY }).click()
      await expect(planOf(ann).getByRole('textbox', { name: plan.action, exact: true })).toHaveValue(REMEDY)
      await expect(planOf(ben).getByRole('button', { name: REMEDY })).toContainText(plan.noLead)
      const area = await ann.page.evaluate((text) => {
        const editor = window.remedyboard?.editor
        const [action] =
          editor
            ?.getCurrentPageShapes()
            .filter(({ props }) => 'text' in props && props.text === text)
            .slice(-1) ?? []
        return action && editor?.getShapeParent(action)?.meta['area']
      }, REMEDY)
      expect(area).toBe('plan')
    })

    const annTable = await (async () => {
      await planOf(ann).getByRole('button', { name: plan.title }).click()
      return await openTable(ann)
    })()
    const benTable = await openTable(ben)
    const field = (table: Locator, name: string) => table.getByLabel(`${name}: ${REMEDY}`)

    await test.step('both write different cells at the same moment; both stay, for both', async () => {
      await Promise.all([
        field(annTable, canvas.details.due).fill('2020-03-01'),
        field(benTable, canvas.details.measure).fill('每天有人来打水'),
      ])
      await Promise.all([field(annTable, plan.lead).selectOption('物业公司'), benTable.getByRole('columnheader').first().click()])
      for (const table of [annTable, benTable]) {
        await expect(field(table, canvas.details.due)).toHaveValue('2020-03-01')
        await expect(field(table, canvas.details.measure)).toHaveValue('每天有人来打水')
        await expect(field(table, plan.lead).locator('option:checked')).toHaveText('物业公司')
      }
    })

    await test.step('what is overdue is seen in the panel and on undo it comes back', async () => {
      await annTable.getByRole('button', { name: ann.words.app.close }).click()
      await expect(planOf(ann).getByRole('button', { name: REMEDY })).toContainText(plan.overdue)
      await field(benTable, canvas.details.status).selectOption(canvas.status.done)
      await expect(planOf(ann).getByRole('button', { name: REMEDY })).toContainText(canvas.status.done)
      await expect(planOf(ann).getByRole('button', { name: REMEDY })).not.toContainText(plan.overdue)
      for (const board of [ann, ben]) await board.isSaved()
    })
  })
}
