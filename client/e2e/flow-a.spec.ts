import { expect, type Page } from '@playwright/test'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { PHONE, PhonePerson } from './phone-person.ts'
import { fill } from './texts.ts'
import { createBoard, participantLink } from './workshop.ts'

const NOTES = { dark: '楼道晚上没有灯', alone: '独居老人收不到通知', water: '停水前没有人说一声' } as const
const REMEDIES = { lamp: '物业每周巡查楼道灯', knock: '网格员上门敲门通知' } as const

/** The next step, by key, as soon as the page takes no press for the second half of a double click any more. */
async function next({ page }: Board, heading: string, everybody: readonly Page[]): Promise<void> {
  await expect(page.locator('.phase-next')).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('Alt+n')
  for (const each of everybody) await expect(each.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible()
}

test('flow A in Chinese: a laptop, a wall and two phones, from joining to the plan', async ({ newPerson, server }) => {
  test.setTimeout(240_000)
  const locale = 'zh-CN'
  const lead = await createBoard(await newPerson({ locale }), {
    url: server.url(),
    locale,
    template: 'dilemma-remedy',
    title: '东街社区研讨',
  })
  const { words } = lead
  const link = await participantLink(lead)
  const wall = await lead.page.context().newPage()
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await wall.goto(`${lead.page.url()}?view=projector`)
  const code = (await wall.locator('.wall-join-code').textContent())?.replaceAll(' ', '') ?? ''
  const wang = new PhonePerson(await newPerson({ locale, ...PHONE }), locale)
  const li = new PhonePerson(await newPerson({ locale, ...PHONE, viewport: { width: 412, height: 880 } }), locale)
  const everybody = [lead.page, wall, wang.page, li.page]
  const panel = lead.page.getByRole('complementary', { name: words.board.panel })

  const shots = async (step: string) => {
    const devices = { laptop: lead.page, wall, wang: wang.page, li: li.page }
    for (const [device, page] of Object.entries(devices)) {
      await page.screenshot({ path: test.info().outputPath(`${step}-${device}.png`), animations: 'disabled' })
    }
  }

  await test.step('people come in by link and by code, and wait', async () => {
    await wang.join(link, '王芳')
    await li.join(`${server.url()}/j/${code}`, '李强')
    await expect(wang.page.getByRole('heading', { name: words.phone.notStarted })).toBeVisible()
    await shots('A0-join')
  })

  await test.step('A1: everybody writes one card, which proves that the phone works', async () => {
    await lead.page.getByRole('button', { name: words.agenda.start }).first().click()
    await expect(wang.page.getByRole('heading', { name: '入场热身' })).toBeVisible()
    await wang.write(words.phone.add.label, '我是王芳')
    await li.write(words.phone.add.label, '大家好，我是李强')
    await lead.mustFind('我是王芳')
    await lead.mustFind('大家好，我是李强')
    await expect(wang.page.getByText('大家好，我是李强')).toBeVisible()
    await shots('A1-warm-up')
  })

  await test.step('A2: eyes up, and a sign of life', async () => {
    await next(lead, '背景与议题', everybody)
    await expect(wang.page.getByRole('heading', { name: words.phone.watch.title })).toBeVisible()
    await wang.tab(words.phone.hand).tap()
    await expect(panel.getByText(fill(words.console.nextToSpeak, { name: '王芳' }))).toBeVisible()
    await wang.tab(words.phone.handDown).tap()
    await shots('A2-context')
  })

  await test.step('A3: everybody writes for themselves, and the wall counts', async () => {
    await next(lead, '静默写困境', everybody)
    await wang.write(words.drafts.write, NOTES.dark)
    await wang.write(words.drafts.write, NOTES.alone)
    await li.write(words.drafts.write, NOTES.water)
    await expect(wall.locator('.wall')).toHaveAttribute('data-scene', 'writing')
    await expect(wall.getByRole('status').first()).toContainText('3')
    await wang.page.getByRole('button', { name: words.drafts.ready }).tap()
    await expect(panel.getByText(fill(words.drafts.readyCount, { ready: 1, taking: 3 })).first()).toBeVisible()
    for (const page of [lead.page, wall, li.page]) await expect(page.getByText(NOTES.dark)).toHaveCount(0)
    await shots('A3-writing')
    await panel.getByRole('button', { name: fill(words.drafts.revealCount_other, { count: 3 }) }).click()
    await panel.getByRole('button', { name: words.drafts.yes }).click()
    for (const text of Object.values(NOTES)) await lead.mustFind(text)
    await expect(wall.locator('.wall')).toHaveAttribute('data-scene', 'reveal')
    await shots('A3-reveal')
  })

  await test.step('A4: read, say "me too", and ask', async () => {
    await next(lead, '公开与澄清', everybody)
    await li.page.getByRole('button', { name: fill(words.phone.read.meTooLabel, { text: NOTES.dark }) }).tap()
    await expect(wang.page.getByRole('button', { name: fill(words.phone.read.meTooLabel, { text: NOTES.dark }) })).toContainText('1')
    await li.page.getByRole('button', { name: fill(words.phone.read.commentLabel, { text: NOTES.alone }) }).tap()
    await li.page.getByRole('textbox', { name: words.remarks.text }).fill('我家楼上也是')
    await li.page.getByRole('button', { name: words.remarks.send }).tap()
    await wang.page.getByRole('button', { name: fill(words.phone.read.commentLabel, { text: NOTES.alone }) }).tap()
    await expect(wang.page.getByText('我家楼上也是')).toBeVisible()
    await shots('A4-clarify')
  })

  await test.step('A5: what belongs together gets a name', async () => {
    await next(lead, '归类命名', everybody)
    const into = (text: string) => wang.page.getByRole('combobox', { name: fill(words.phone.group.intoLabel, { text }) })
    await into(NOTES.dark).selectOption(words.phone.group.newOne)
    await wang.page.getByRole('textbox', { name: words.phone.group.newName }).fill('楼道与用水')
    await wang.page.getByRole('button', { name: words.phone.group.make }).tap()
    await into(NOTES.water).selectOption('楼道与用水')
    await expect(li.task('楼道与用水')).toContainText(NOTES.water)
    await lead.isSaved()
    await shots('A5-group')
  })

  await test.step('A6: a secret vote', async () => {
    await next(lead, '困境投票', everybody)
    await expect(wang.page.getByText(words.phone.waitVote)).toBeVisible()
    await panel.getByRole('button', { name: words.voting.open }).click()
    await panel.getByRole('form', { name: words.voting.form }).getByRole('button', { name: words.voting.start }).click()
    for (const text of [NOTES.alone, NOTES.alone, NOTES.dark]) await wang.vote(text)
    await expect(wang.page.getByText(fill(words.phone.vote.left_other, { count: 2 }))).toBeVisible()
    await li.vote(NOTES.alone)
    await expect(li.page.getByText(words.phone.vote.state.saved)).toBeVisible()
    await wang.page.getByRole('button', { name: words.phone.vote.done }).tap()
    await expect(wall.locator('.wall')).toHaveAttribute('data-scene', 'voting')
    await expect(wall.getByRole('status').first()).toContainText('2')
    await shots('A6-vote')
    await panel.getByRole('button', { name: words.voting.close }).click()
    await panel.getByRole('button', { name: words.voting.sure }).click()
  })

  await test.step('A7: the ranking, on the wall and in every hand', async () => {
    await next(lead, '公布结果', [lead.page, wang.page, li.page])
    for (const phone of [wang, li]) {
      const first = phone.task(words.voting.results).getByRole('listitem').first()
      await expect(first).toContainText(NOTES.alone)
      await expect(first).toContainText(fill(words.voting.totalDots_other, { count: 3 }))
    }
    await expect(wall.locator('.wall')).toHaveAttribute('data-scene', 'ranking')
    await expect(wall.locator('.wall')).toContainText(NOTES.alone)
    await shots('A7-results')
  })

  await test.step('A8: remedies in pairs, then posted', async () => {
    await next(lead, '对策：独立-两人-四人', everybody)
    const ids = await lead.page.evaluate(() => {
      const session = window.remedyboard?.session as unknown as { people: { get(): { id: string; name: string }[] } } // more of it than other tests need
      return session.people.get().flatMap(({ id, name }) => (name === '王芳' || name === '李强' ? [id] : []))
    })
    await lead.page.evaluate(
      (members) => window.remedyboard?.session.send({ type: 'set-groups', groups: [{ id: 'g1', name: '第 1 组', members }] }),
      ids,
    )
    await wang.write(words.drafts.write, REMEDIES.lamp)
    await expect(li.page.getByText(REMEDIES.lamp)).toBeVisible()
    await expect(lead.page.getByText(REMEDIES.lamp)).toHaveCount(0)
    await li.write(words.drafts.write, REMEDIES.knock)
    await shots('A8-pairs')
    await li.page.getByRole('button', { name: words.drafts.postGroup }).tap()
    await li.page.getByRole('button', { name: words.drafts.yes }).tap()
    for (const text of Object.values(REMEDIES)) await lead.mustFind(text)
    await shots('A8-posted')
  })

  await test.step('A9: each problem gets an answer', async () => {
    await next(lead, '连线与覆盖检查', everybody)
    await li.page.getByRole('button', { name: NOTES.alone }).tap()
    await li.page.getByRole('searchbox').fill('敲门')
    await li.page.getByRole('button', { name: REMEDIES.knock }).tap()
    await expect(li.page.getByRole('button', { name: REMEDIES.knock })).toHaveAttribute('aria-pressed', 'true')
    await shots('A9-link')
    await expect.poll(() => linksBetween(lead, NOTES.alone, REMEDIES.knock)).toBe(1)
  })

  await test.step('A10: who does what by when', async () => {
    await next(lead, '责任与第一步', everybody)
    await wang.page.getByRole('textbox', { name: words.plan.newAction }).fill('十二月前完成独居老人名单')
    await wang.page.getByRole('button', { name: words.phone.write.add, exact: true }).tap()
    await wang.page.getByLabel(words.phone.plan.due).fill('2026-12-20')
    await wang.page.getByLabel(words.phone.plan.due).press('Enter')
    await wang.isSaved()
    await shots('A10-plan')
    // The page is loaded again in the middle of a word.
    await wang.page.getByLabel(words.phone.plan.measure).fill('名单齐了')
    await wang.page.reload()
    await wang.page.getByRole('button', { name: /十二月前完成独居老人名单/ }).tap()
    await expect(wang.page.getByLabel(words.phone.plan.measure)).toHaveValue('名单齐了')
    await wang.page.getByRole('button', { name: words.drafts.done }).tap()
    await expect(wang.page.getByRole('button', { name: /十二月前完成独居老人名单/ })).toContainText('2026-12-20')
    await expect(li.page.getByRole('button', { name: /十二月前完成独居老人名单/ })).toContainText(words.plan.noLead)
    await lead.mustFind('十二月前完成独居老人名单')
  })

  await test.step('A11: read back, and the board to take along on the phone', async () => {
    await next(lead, '宣读与收尾', everybody)
    await wang.tab(words.phone.board).tap()
    await expect(wang.page.getByText(REMEDIES.knock).first()).toBeVisible()
    await shots('A11-close')
  })
})

/** How many links the board has between two cards. */
async function linksBetween({ page }: Board, from: string, to: string): Promise<number> {
  return await page.evaluate(
    ([one, other]) => {
      const editor = window.remedyboard?.editor
      const textOf = (id: string) => {
        const shape = editor?.getCurrentPageShapes().find((each) => String(each.id) === id)
        return shape && 'text' in shape.props ? String(shape.props.text) : ''
      }
      const arrows = editor?.getCurrentPageShapes().filter(({ type }) => type === 'arrow') ?? []
      return arrows.filter((arrow) => {
        const ends = (editor?.getBindingsFromShape(arrow, 'arrow') ?? []).map(({ toId }) => textOf(String(toId)))
        return ends.includes(one ?? '') && ends.includes(other ?? '')
      }).length
    },
    [from, to],
  )
}
