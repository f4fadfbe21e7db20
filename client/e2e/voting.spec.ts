import { expect, type Locator } from '@playwright/test'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { fill } from './texts.ts'
import { createBoard, join, participantLink } from './workshop.ts'

async function send({ page }: Board, command: WorkshopCommand): Promise<void> {
  await page.evaluate((sent) => window.remedyboard?.session.send(sent), command)
}

const panel = ({ page, words }: Board): Locator => page.getByRole('complementary', { name: words.board.panel })

const writing = (board: Board): Locator => panel(board).getByRole('region', { name: board.words.drafts.title })

const voting = (board: Board): Locator => panel(board).getByRole('region', { name: board.words.voting.title })

async function writeNote(board: Board, text: string): Promise<void> {
  await writing(board).getByRole('textbox', { name: board.words.drafts.write }).fill(text)
  await board.page.keyboard.press('Enter')
  await expect(writing(board).getByRole('list', { name: board.words.drafts.mine })).toContainText(text)
  await board.isSaved()
}

for (const locale of ['en', 'zh-CN'] as const) {
  test(`a facilitator and two participants write in silence, reveal and vote, in ${locale}`, async ({ newPerson, server }) => {
    test.setTimeout(180_000)
    const ann = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'dilemma-remedy', title: '东街社区' })
    const link = await participantLink(ann)
    const ben = await join(await newPerson({ locale }), { link, name: '王芳', locale })
    const cai = await join(await newPerson({ locale }), { link, name: '李强', locale })
    const { drafts, voting: words } = ann.words
    const shot = async (board: Board, name: string) => {
      await board.page.screenshot({ path: test.info().outputPath(`${name}-${locale}.png`) })
    }

    await test.step('hidden notes stay with their authors; others see numbers', async () => {
      await send(ann, { type: 'set-phase', phaseId: 'A3' })
      await expect(writing(ben)).toContainText(drafts.anonymous)
      await writeNote(ben, '楼道晚上没有灯')
      await writeNote(ben, '独居老人收不到通知')
      await writeNote(cai, '停水前没有人说一声')
      await expect(writing(ann)).toContainText(fill(drafts.others, { notes: 3, people: 2 }))
      await expect(writing(cai)).not.toContainText('楼道')
      await expect(panel(ann)).not.toContainText('楼道')
      await expect(writing(ben)).toContainText(locale === 'en' ? '1 more note' : '还能写 1 张')
    })

    await test.step('a note can be changed and taken back until the reveal', async () => {
      await writing(ben)
        .getByRole('button', { name: fill(drafts.edit, { text: '楼道晚上没有灯' }) })
        .click()
      const field = writing(ben).getByRole('textbox', { name: drafts.editing })
      await field.fill('楼道的灯坏了一个月')
      await field.press('Enter')
      await expect(writing(ben)).toContainText('楼道的灯坏了一个月')
      await writeNote(cai, '写错了')
      await writing(cai)
        .getByRole('button', { name: fill(drafts.remove, { text: '写错了' }) })
        .click()
      await expect(writing(ann)).toContainText(fill(drafts.others, { notes: 3, people: 2 }))
    })

    await test.step('what is typed survives a reload, even before it is added', async () => {
      await writing(cai).getByRole('textbox', { name: drafts.write }).fill('还没写完')
      await cai.page.reload()
      await cai.isOpen()
      await expect(writing(cai).getByRole('textbox', { name: drafts.write })).toHaveValue('还没写完')
      await expect(writing(cai)).toContainText('停水前没有人说一声')
      await writing(cai).getByRole('textbox', { name: drafts.write }).fill('')
    })

    await test.step('Enter that picks a Chinese word adds nothing', async () => {
      const field = writing(cai).getByRole('textbox', { name: drafts.write })
      await field.fill('ting')
      await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true })
      await expect(field).toHaveValue('ting')
      await field.fill('')
    })

    await test.step('somebody is done, and everybody sees how many', async () => {
      await writing(ben).getByRole('button', { name: drafts.ready }).click()
      await expect(writing(ann)).toContainText(fill(drafts.readyCount, { ready: 1, taking: 3 }))
      await shot(ben, 'writing-participant')
      await writing(ann).getByText(drafts.who).click()
      await shot(ann, 'writing-facilitator')
    })

    await test.step('the reveal asks first, then puts each note on the board once', async () => {
      await writing(ann)
        .getByRole('button', { name: fill(drafts.revealCount_other, { count: 3 }) })
        .click()
      await writing(ann).getByRole('button', { name: drafts.yes }).click()
      for (const text of ['楼道的灯坏了一个月', '独居老人收不到通知', '停水前没有人说一声']) {
        await ben.mustFind(text)
        await ann.mustFind(text)
      }
      await expect(writing(ben).getByRole('list', { name: drafts.mine })).toHaveCount(0)
    })

    await test.step('the facilitator opens a vote as the step asks for it', async () => {
      await send(ann, { type: 'set-phase', phaseId: 'A6' })
      await panel(ann).getByRole('button', { name: words.open }).click()
      const form = panel(ann).getByRole('form', { name: words.form })
      await expect(form.getByLabel(words.budget)).toHaveValue('5')
      await expect(form.getByLabel(words.cap)).toHaveValue('2')
      await shot(ann, 'vote-form')
      await form.getByRole('button', { name: words.start }).click()
      await expect(voting(ben)).toBeVisible()
      await expect(ben.page.locator('.rb-vote-sign[data-open="true"]').first()).toBeAttached()
    })

    await test.step('dots with mouse and keyboard, within budget and cap', async () => {
      const more = (board: Board, name: string) => voting(board).getByRole('button', { name: fill(words.more, { name }), exact: true })
      const first = '楼道的灯坏了一个月'
      await more(ben, first).click()
      await more(ben, first).click()
      await expect(more(ben, first)).toHaveAttribute('aria-disabled', 'true')
      await more(ben, first).press('ArrowUp')
      await ben.page.keyboard.press('ArrowRight')
      await expect(voting(ben)).toContainText(fill(words.left_other, { count: 2, budget: 5 }))
      await expect(voting(ben)).toContainText(words.state.saved)
      await shot(ben, 'voting-participant')
      await more(cai, first).click()
      await expect(voting(ann)).toContainText(fill(words.ballotsIn_other, { count: 2 }))
      await expect(voting(ann)).toContainText(fill(words.participantsHere_other, { count: 2 }))
      await voting(cai).getByRole('button', { name: words.takeBack }).click()
      await voting(cai).getByRole('button', { name: words.sure, exact: true }).click()
      await expect(voting(ben)).toContainText(locale === 'en' ? '1 of 3 voted' : '3 人中 1 人已投')
      await more(cai, first).click()
      await expect(voting(cai)).toContainText(words.state.saved)
    })

    await test.step('a vote without a connection is sent when it is back', async () => {
      await cai.page.context().setOffline(true)
      await voting(cai)
        .getByRole('button', { name: fill(words.more, { name: '独居老人收不到通知' }), exact: true })
        .click()
      await expect(voting(cai)).toContainText(words.state.waiting)
      await cai.page.context().setOffline(false)
      await expect(voting(cai)).toContainText(words.state.saved, { timeout: 30_000 })
    })

    await test.step('a ballot for somebody without a device', async () => {
      await voting(ann).getByRole('button', { name: words.proxy }).click()
      await voting(ann).getByLabel(words.proxyName).fill('张奶奶')
      await voting(ann)
        .getByRole('button', { name: fill(words.more, { name: '停水前没有人说一声' }), exact: true })
        .first()
        .click()
      await voting(ann).getByRole('button', { name: words.proxyCast }).click()
      // The field is empty again once the server has it.
      await expect(voting(ann).getByLabel(words.proxyName)).toHaveValue('')
      await expect(voting(ann).getByRole('list', { name: words.proxyList })).toContainText('张奶奶')
      await shot(ann, 'voting-facilitator')
      await voting(ann).getByRole('button', { name: words.back, exact: true }).click()
    })

    await test.step('the close asks first, and shows everybody the ranking', async () => {
      await voting(ann).getByRole('button', { name: words.close }).click()
      await voting(ann).getByRole('button', { name: words.sure }).click()
      const results = panel(ben).getByRole('region', { name: words.results })
      await expect(results.getByRole('listitem').first()).toContainText('楼道的灯坏了一个月')
      await expect(results.getByRole('listitem').first()).toContainText('3')
      await expect(results).toContainText(fill(words.counts, { ballots: 3, people: 3 }))
      await expect(ann.page.locator('.rb-vote-sign[data-open="false"]').first()).toBeAttached()
      await shot(ann, 'results-facilitator')
      await shot(ben, 'results-participant')
    })

    await test.step('cards can be sorted by the result', async () => {
      await panel(ann).getByRole('button', { name: words.sort }).click()
      const first = await ann.placeOf('楼道的灯坏了一个月')
      const second = await ann.placeOf('独居老人收不到通知')
      expect([first?.y ?? 0, first?.x ?? 0] < [second?.y ?? 0, second?.x ?? 0]).toBe(true)
    })
  })
}
