import { expect, type Locator } from '@playwright/test'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { fill } from './texts.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const writing = ({ page, words }: Board): Locator => page.getByRole('region', { name: words.drafts.title })

async function writeNote(board: Board, text: string): Promise<void> {
  const { drafts } = board.words
  await writing(board).getByRole('textbox', { name: drafts.write }).fill(text)
  await board.page.keyboard.press('Enter')
  await expect(writing(board).getByRole('list', { name: drafts.mine })).toContainText(text)
  await board.isSaved()
}

test('a pair made by the facilitator sees its hidden notes, nobody else does, and posts them itself; a late joiner gets a group', async ({
  newPerson,
  server,
}) => {
  const locale = 'zh-CN'
  const lead = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'dilemma-remedy', title: '两人一组' })
  const { groups, drafts, agenda } = lead.words
  const link = await participantLink(lead)
  const wang = await join(await newPerson({ locale }), { link, name: '王强', locale })
  const zhou = await join(await newPerson({ locale }), { link, name: '周姨', locale })
  const [own, others] = ['楼道装感应灯', '上门念通知']

  await test.step('groups of two by chance, then the step for groups', async () => {
    await lead.page.locator('.groups summary').click()
    await lead.page.getByRole('button', { name: groups.pairs }).click()
    await expect(wang.page.locator('.my-group')).toContainText('周姨')
    await lead.page.getByRole('group').filter({ hasText: '对策：独立-两人-四人' }).locator('summary').click()
    await lead.page.getByRole('button', { name: new RegExp(`^${agenda.goToLabel.split('{{')[0]}.*独立-两人-四人`) }).click()
    await expect(writing(wang)).toContainText(drafts.groupAnonymous)
  })

  await test.step('two write: each sees both, the facilitator and a late joiner see numbers', async () => {
    await writeNote(wang, own)
    await writeNote(zhou, others)
    await expect(writing(wang)).toContainText(others)
    await expect(writing(zhou)).toContainText(own)
    await expect(writing(lead)).toContainText(fill(drafts.others, { notes: 2, people: 2 }))
  })

  const late = await join(await newPerson({ locale }), { link, name: '陈波', locale })
  await test.step('who comes late is in no group and sees nobody’s notes, until the facilitator gives them one', async () => {
    await expect(writing(late)).toContainText(drafts.noGroup)
    await expect(writing(late)).toContainText(fill(drafts.others, { notes: 2, people: 2 }))
    for (const board of [late, lead]) for (const text of [own, others]) await expect(board.page.locator('body')).not.toContainText(text)
    const alone = lead.page.getByRole('region', { name: groups.alone })
    await alone.getByRole('button', { name: fill(groups.move, { name: '陈波' }) }).click()
    await lead.page.locator('.popover:popover-open').getByRole('button', { name: groups.new }).click()
    await expect(alone).toHaveCount(0)
    await expect(late.page.locator('.my-group')).toContainText(fill(groups.name, { number: 2 }))
    await writeNote(late, '电梯公约贴在一楼')
    await expect(writing(lead)).toContainText(fill(drafts.others, { notes: 3, people: 3 }))
    for (const board of [wang, zhou]) await expect(board.page.locator('body')).not.toContainText('电梯公约')
  })

  await test.step('one of the pair posts what the pair wrote, and only that', async () => {
    await writing(zhou).getByRole('button', { name: drafts.postGroup }).click()
    await writing(zhou).getByRole('button', { name: drafts.yes }).click()
    for (const board of [wang, late]) for (const text of [own, others]) await board.mustFind(text)
    await expect(writing(zhou).getByRole('list', { name: drafts.mine })).toHaveCount(0)
    expect(await wang.centreOf('电梯公约贴在一楼')).toBeNull()
    await expect(writing(late).getByRole('list', { name: drafts.mine })).toContainText('电梯公约贴在一楼')
  })

  await test.step('who is put into the pair now shares what they have hidden', async () => {
    await lead.page.getByRole('button', { name: fill(groups.move, { name: '陈波' }) }).click()
    await lead.page
      .locator('.popover:popover-open')
      .getByRole('button', { name: fill(groups.name, { number: 1 }) })
      .click()
    await expect(late.page.locator('.my-group')).toContainText('王强')
    await expect(writing(wang)).toContainText('电梯公约贴在一楼')
  })
})
