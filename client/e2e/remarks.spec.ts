import { expect, type Locator } from '@playwright/test'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { fill } from './texts.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const CARD = '三天没有热水了'

/** Selects the card, and returns the bar above it. */
async function barOf(board: Board): Promise<Locator> {
  const { x, y } = await board.mustFind(CARD)
  await board.page.mouse.click(x, y)
  return board.page.getByRole('toolbar', { name: board.words.canvas.bar.label })
}

const talkOf = ({ page, words }: Board): Locator => page.getByRole('region', { name: words.remarks.title })

const signOf = ({ page }: Board): Locator => page.locator('.rb-remark-sign')

async function comment(board: Board, text: string): Promise<void> {
  const talk = talkOf(board)
  await talk.getByRole('textbox', { name: board.words.remarks.text }).fill(text)
  await board.page.keyboard.press('Control+Enter')
  await expect(talk.getByText(text)).toBeVisible()
  await board.isSaved()
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`two people talk about a card, share it, resolve and delete, in ${locale}`, async ({ newPerson, server }) => {
    const ann = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'blank', title: 'Talk' })
    const ben = await join(await newPerson({ locale }), { link: await participantLink(ann), name: '王芳', locale })
    const { remarks } = ann.words
    await ann.addCard('dilemma', CARD, { x: 500, y: 360 })
    await ben.mustFind(CARD)

    await test.step('Ben comments and says “me too”; Ann sees the sign on the card and that something is new', async () => {
      const bar = await barOf(ben)
      await bar.getByRole('button', { name: remarks.write }).click()
      await comment(ben, 'Same in block 4')
      const meToo = talkOf(ben).getByRole('button', { name: remarks.meToo })
      await meToo.click()
      await expect(meToo).toHaveAttribute('aria-pressed', 'true')
      await expect(signOf(ann)).toContainText('1')
      await expect(signOf(ann)).toHaveAttribute('data-new', 'true')
      await expect(signOf(ben)).toHaveAttribute('data-new', 'false')
    })

    await test.step('Ann reads it, answers, and both see both', async () => {
      await signOf(ann).click()
      await expect(talkOf(ann)).toContainText('王芳')
      await expect(signOf(ann)).toHaveAttribute('data-new', 'false')
      await comment(ann, 'Since Monday?')
      await expect(talkOf(ben)).toContainText('Since Monday?')
      const bar = await barOf(ann)
      await bar.getByRole('button', { name: remarks.meToo }).click()
      await expect(talkOf(ben)).toContainText(fill(locale === 'en' ? '{{count}} people say “me too”' : remarks.meToos_other, { count: 2 }))
    })

    await test.step('only the author and the facilitator delete; whoever may comment resolves', async () => {
      const rows = talkOf(ben).getByRole('listitem')
      await expect(rows.filter({ hasText: 'Since Monday?' }).getByRole('button', { name: remarks.delete })).toHaveCount(0)
      await rows.filter({ hasText: 'Since Monday?' }).getByRole('button', { name: remarks.resolve, exact: true }).click()
      await expect(talkOf(ann).getByRole('listitem').filter({ hasText: 'Since Monday?' })).toHaveAttribute('data-resolved', 'true')
      const own = rows.filter({ hasText: 'Same in block 4' })
      await own.getByRole('button', { name: remarks.delete }).click()
      await own.getByRole('button', { name: remarks.deleteYes }).click()
      await expect(talkOf(ann).getByText('Same in block 4')).toHaveCount(0)
    })

    await test.step('the list shows the open ones; resolved ones on demand; it survives a reload', async () => {
      await ann.page.reload()
      await ann.isOpen()
      await ann.page.getByRole('button', { name: ann.words.board.showPanel }).click()
      await ann.page.getByRole('tab', { name: remarks.tab }).click()
      await expect(talkOf(ann)).toContainText(remarks.noneOpen)
      await talkOf(ann).getByRole('switch', { name: remarks.showResolved }).check()
      await talkOf(ann).getByRole('button', { name: CARD }).click()
      await expect(talkOf(ann)).toContainText('Since Monday?')
    })
  })
}

test('a comment written without a connection, when its step is over, is refused and its words are offered back', async ({
  newPerson,
  server,
}) => {
  const locale = 'en'
  const ann = await createBoard(await newPerson(), { url: server.url(), locale, template: 'dilemma-remedy', title: 'Late' })
  const ben = await join(await newPerson(), { link: await participantLink(ann), name: 'Ben', locale })
  const phase = (id: string) => ann.page.evaluate((phaseId) => window.remedyboard?.session.send({ type: 'set-phase', phaseId }), id)
  await phase('A4')
  await ann.goToArea('parking')
  await ann.addCard('dilemma', CARD, await ann.spotIn('parking', 0.5, 0.5))
  await ben.goToArea('parking')
  await ben.mustFind(CARD)
  const bar = await barOf(ben)
  await bar.getByRole('button', { name: ben.words.remarks.write }).click()

  await ben.page.context().setOffline(true)
  const talk = talkOf(ben)
  await talk.getByRole('textbox', { name: ben.words.remarks.text }).fill('From the train')
  await talk.getByRole('button', { name: ben.words.remarks.send }).click()
  await expect(talk.getByText('From the train')).toBeVisible()
  await phase('A6')
  await ben.page.context().setOffline(false)
  const notice = ben.page.getByRole('alert', { name: ben.words.refusal.title })
  await expect(notice).toContainText(ben.words.refusal.reason.phase, { timeout: 30_000 })
  await expect(notice.getByRole('textbox')).toHaveValue('From the train')
  await expect(talk.getByText('From the train')).toHaveCount(0)
  await expect(talk).toContainText(ben.words.remarks.notNow)
})
