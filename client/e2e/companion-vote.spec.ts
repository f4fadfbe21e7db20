import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { leadByHttp } from './lead-by-http.ts'
import { PHONE, PhonePerson } from './phone-person.ts'
import { startServer } from './server.ts'
import { fill } from './texts.ts'

/** Cards of the template. */
const CARDS = ['shape:d1', 'shape:d2', 'shape:d3']
const [FIRST, SECOND] = ['虚化、弱化、边缘化', '党员干部“本领恐慌”']

const round = { cards: CARDS, title: '', budget: 3, cap: 2 }

test('phones rate, answer yes or no and take a stance, change their minds, and see how it came out', async ({ newPerson, server }) => {
  const locale = 'zh-CN'
  const lead = await leadByHttp(server.url(), 'dilemma-remedy', locale, '投票')
  const wang = new PhonePerson(await newPerson({ locale, ...PHONE }), locale)
  const li = new PhonePerson(await newPerson({ locale, ...PHONE }), locale)
  await wang.join(lead.participantLink, '王芳')
  await li.join(lead.participantLink, '李强')
  const { voting, phone } = wang.words
  const answer = (person: PhonePerson, card: string, mark: string) =>
    person.page.getByRole('group', { name: card, exact: true }).getByText(mark, { exact: true })
  const saved = (person: PhonePerson) => expect(person.page.getByText(phone.vote.state.saved)).toBeVisible()
  const top = (person: PhonePerson) => person.task(voting.results).getByRole('listitem').first()
  await lead.send({ type: 'set-phase', phaseId: 'A6' })

  await test.step('a rating from 0 to 3: pressed again an answer is left out', async () => {
    await lead.send({ ...round, type: 'open-round', id: 'r1', kind: 'rating', cap: 3 })
    await answer(wang, FIRST, '3').tap()
    await answer(wang, SECOND, '1').tap()
    await answer(wang, SECOND, '1').tap()
    await expect(wang.page.getByText(fill(phone.vote.answered, { total: 3, done: 1 }))).toBeVisible()
    await answer(li, FIRST, '2').tap()
    await saved(wang)
    await saved(li)
    await lead.send({ type: 'close-round', id: 'r1' })
    await expect(top(li)).toContainText(FIRST)
    await expect(top(li)).toContainText(fill(voting.average, { value: '2.5' }))
  })

  await test.step('yes or no', async () => {
    await lead.send({ ...round, type: 'open-round', id: 'r2', kind: 'yes-no', cap: 1 })
    await answer(wang, SECOND, voting.yesNo.yes).tap()
    await answer(li, SECOND, voting.yesNo.no).tap()
    await answer(li, SECOND, voting.yesNo.yes).tap()
    await saved(li)
    await saved(wang)
    await lead.send({ type: 'close-round', id: 'r2' })
    await expect(top(wang)).toContainText(SECOND)
    await expect(top(wang)).toContainText(fill(voting.total, { count: 2 }))
  })

  await test.step('for or against, and the rounds before are still there', async () => {
    await lead.send({ ...round, type: 'open-round', id: 'r3', kind: 'stance', cap: 2, title: '这份计划' })
    await answer(wang, FIRST, wang.words.canvas.stance.against).tap()
    await saved(wang)
    await lead.send({ type: 'close-round', id: 'r3' })
    await wang.page.getByRole('combobox', { name: phone.results.choose }).selectOption({ index: 2 })
    await expect(top(wang)).toContainText(fill(voting.average, { value: '2.5' }))
  })
})

test('dots keep to budget and cap, and wait on the phone while the server is dead', async ({ newPerson, ownServers }) => {
  const locale = 'zh-CN'
  const server = await startServer()
  ownServers.push(server)
  const lead = await leadByHttp(server.url(), 'dilemma-remedy', locale, '断线投票')
  const wang = new PhonePerson(await newPerson({ locale, ...PHONE }), locale)
  await wang.join(lead.participantLink, '王芳')
  const { voting, phone } = wang.words
  await lead.send({ type: 'set-phase', phaseId: 'A6' })
  await lead.send({ ...round, type: 'open-round', id: 'r1', kind: 'dots' })

  await wang.vote(FIRST)
  await wang.vote(FIRST)
  const more = wang.page.getByRole('button', { name: fill(voting.more, { name: FIRST }), exact: true })
  await expect(more).toHaveAttribute('aria-disabled', 'true')
  await expect(wang.page.getByText(fill(phone.vote.left_other, { count: 1 }))).toBeVisible()
  await expect(wang.page.getByText(phone.vote.state.saved)).toBeVisible()

  await server.kill()
  await wang.vote(SECOND)
  await expect(wang.page.getByText(fill(phone.vote.left_other, { count: 0 }))).toBeVisible()
  await expect(wang.page.getByText(phone.vote.state.waiting)).toBeVisible()
  await server.restart()
  await expect(wang.page.getByText(phone.vote.state.saved)).toBeVisible({ timeout: 30_000 })
  await lead.send({ type: 'close-round', id: 'r1' })
  const rows = wang.task(voting.results).getByRole('listitem')
  await expect(rows.first()).toContainText(fill(voting.totalDots_other, { count: 2 }))
  await expect(rows.nth(1)).toContainText(SECOND)
})
