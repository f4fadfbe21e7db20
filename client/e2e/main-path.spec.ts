import { expect, type Locator } from '@playwright/test'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import { readFile } from 'node:fs/promises'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { pngSize } from './png.ts'
import { MADE_UP_HOST } from './server.ts'
import { createBoard, join, participantLink } from './workshop.ts'

const STORIES: Record<Locale, { title: string; facilitator: string; participant: string; dilemma: string; remedy: string; more: string }> =
  {
    en: {
      title: 'East Street: what helps?',
      facilitator: 'Facilitator',
      participant: 'Lin Na',
      dilemma: 'Nobody answers the night shift phone',
      remedy: 'A rota of two volunteers',
      more: ' at weekends',
    },
    'zh-CN': {
      title: '东街社区：困境与对策',
      facilitator: '主持人',
      participant: '林娜',
      dilemma: '夜里电话没人接',
      remedy: '两位志愿者轮流值班',
      more: '（周末）',
    },
  }

for (const locale of ['en', 'zh-CN'] as const) {
  for (const host of ['localhost', MADE_UP_HOST]) {
    test(`two people make a shared board, in ${locale} through ${host}`, async ({ newPerson, server }) => {
      test.setTimeout(180_000)
      const story = STORIES[locale]
      const facilitatorPage = await newPerson({ locale, acceptDownloads: true })
      const participantPage = await newPerson({ locale })

      const leading = await test.step('1. a board from the template, laid out at once', async () => {
        const board = await createBoard(facilitatorPage, { url: server.url(host), locale, template: 'dilemma-remedy', title: story.title })
        await expect(facilitatorPage.getByText(story.title).first()).toBeVisible()
        // 21 dilemmas and at least the remedies of 4.1–4.3; links that the paper gives
        expect(await board.count('card')).toBeGreaterThan(40)
        expect(await board.count('arrow')).toBeGreaterThan(20)
        expect(await board.count('frame')).toBe(9)
        // The key of the link must not stay where a projector shows it.
        expect(facilitatorPage.url()).not.toContain('#')
        return board
      })

      const taking = await test.step('2. a second person joins by link', async () => {
        const link = await participantLink(leading)
        expect(new URL(link).hash).toContain('k=')
        const own = link.replace(new URL(link).origin, server.url(host))
        const board = await join(participantPage, { link: own, name: story.participant, locale })
        expect(participantPage.url()).not.toContain('#')
        await expectPeople(leading, [story.facilitator, story.participant])
        await expectPeople(board, [story.facilitator, story.participant])
        return board
      })

      await test.step('3. the coverage of the untouched template is 9 of 14; a click lists the open ones', async () => {
        await leading.showsCoverage(9, 14)
        await taking.showsCoverage(9, 14)
        await leading.page.locator('.coverage-chip').click()
        const list = leading.page.locator('.coverage-popover')
        await expect(list.getByText(leading.words.coverage.weak)).toBeVisible()
        // The other 14 − 9 = 5 have at most a suggestion.
        await expect(list.getByRole('listitem')).toHaveCount(5)
        await leading.page.keyboard.press('Escape')
      })

      await test.step('1. links that are only suggestions appear on demand', async () => {
        const shown = await leading.shownLinks()
        await leading.openPart('mapping')
        const weakLinks = leading.page.getByRole('switch', { name: leading.words.board.weakLinks })
        await weakLinks.click()
        await expect.poll(() => leading.shownLinks()).toBeGreaterThan(shown)
        // My choice is not everybody's.
        expect(await taking.shownLinks()).toBe(shown)
        await weakLinks.click()
        await expect.poll(() => leading.shownLinks()).toBe(shown)
        await leading.openPart('workshop')
      })

      await test.step('2. both add, write, move, draw and link at once', async () => {
        await leading.goToArea('local')
        await taking.goToArea('local')
        await Promise.all([
          leading.addCard('dilemma', story.dilemma, await leading.spotIn('local', 0.25, 0.5)),
          taking.addCard('remedy', story.remedy, await taking.spotIn('local', 0.7, 0.5)),
        ])
        await leading.showsCoverage(9, 15)
        await taking.showsCoverage(9, 15)

        const before = await leading.placeOf(story.remedy)
        await Promise.all([
          taking.drag(await taking.mustFind(story.remedy), await taking.spotIn('local', 0.7, 0.75)),
          leading.write(story.dilemma, story.more),
        ])
        const dilemma = story.dilemma + story.more
        await taking.mustFind(dilemma)
        await expect.poll(() => leading.placeOf(story.remedy)).not.toEqual(before)
        await expect.poll(() => leading.placeOf(story.remedy)).toEqual(await taking.placeOf(story.remedy))

        const drawings = await leading.count('draw')
        await taking.tool(taking.words.canvas.tool.draw).click()
        await taking.drag(await taking.spotIn('local', 0.4, 0.85), await taking.spotIn('local', 0.5, 0.9))
        await expect.poll(() => leading.count('draw')).toBe(drawings + 1)

        const links = await taking.count('arrow')
        await leading.tool(leading.words.canvas.tool.link).click()
        await leading.drag(await leading.mustFind(dilemma), await leading.mustFind(story.remedy))
        await expect.poll(() => taking.count('arrow')).toBe(links + 1)
        await leading.showsCoverage(10, 15)
        await taking.showsCoverage(10, 15)
      })

      await test.step('2. live cursors with names, and selections', async () => {
        const spot = await taking.spotIn('local', 0.6, 0.3)
        await taking.page.mouse.move(spot.x, spot.y, { steps: 5 })
        await expect(leading.page.locator('.tl-collaborator__cursor')).toHaveCount(1)
        await expect(leading.page.locator('.tl-nametag', { hasText: story.participant })).toBeVisible()
        await taking.tool(taking.words.canvas.tool.select).click()
        const remedy = await taking.mustFind(story.remedy)
        await taking.page.mouse.click(remedy.x, remedy.y)
        await expect(leading.page.locator('.tl-collaborator__shape-indicator').first()).toBeAttached()
      })

      await test.step('4. the agenda moves for everybody, with one clock', async () => {
        const { agenda } = leading.words
        const phase = (board: Board) => board.page.locator('.phase-card')
        await leading.page.getByRole('button', { name: agenda.start }).click()
        await expect(phase(leading).getByRole('timer')).toBeVisible()
        const first = await heading(phase(leading))
        await expect(phase(taking).getByRole('heading')).toHaveText(first)
        await expect(taking.page.getByRole('button', { name: agenda.next })).toHaveCount(0)
        await phase(leading).getByRole('button', { name: agenda.next }).click()
        await expect(phase(leading).getByRole('heading')).not.toHaveText(first)
        await expect(phase(taking).getByRole('heading')).toHaveText(await heading(phase(leading)))
        await expectSameRunningTimer(phase(leading), phase(taking))
        await phase(leading).getByRole('button', { name: agenda.back }).click()
        await expect(phase(taking).getByRole('heading')).toHaveText(first)
      })

      await test.step('5. everything saved is there after a reload', async () => {
        await leading.isSaved()
        await taking.isSaved()
        const place = await leading.placeOf(story.remedy)
        await taking.page.reload()
        await taking.isOpen()
        expect(await taking.placeOf(story.remedy)).toEqual(place)
        await taking.mustFind(story.dilemma + story.more)
        await taking.showsCoverage(10, 15)
      })

      await test.step('6. the board, an area and the selection as PNG', async () => {
        const { export: words } = leading.words
        const day = /-\d{4}-\d{2}-\d{2}\.png$/
        const board = await exportPng(leading, words.board)
        expect(board.name).toMatch(day)
        expect(board.name).toContain(locale === 'en' ? 'East-Street' : '东街社区')
        expect(board.width).toBeGreaterThan(2_500)
        expect(board.bytes).toBeGreaterThan(200_000)
        const area = await exportPng(leading, words.area)
        expect(area.width).toBeLessThan(board.width)
        expect(area.bytes).toBeGreaterThan(5_000)
        await leading.tool(leading.words.canvas.tool.select).click()
        const card = await leading.mustFind(story.remedy)
        await leading.page.mouse.click(card.x, card.y)
        const selection = await exportPng(leading, words.selection)
        expect(selection.width).toBeLessThan(area.width)
        expect(selection.bytes).toBeGreaterThan(1_000)
      })
    })
  }
}

async function expectPeople(board: Board, names: readonly string[]): Promise<void> {
  const stack = board.page.getByRole('button', { name: board.words.people.list })
  await stack.click()
  const list = board.page.locator('.popover').getByRole('list', { name: board.words.people.list })
  for (const name of names) await expect(list.getByText(name, { exact: true }).first()).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(names.length)
  await board.page.keyboard.press('Escape')
}

async function heading(phase: Locator): Promise<string> {
  return (await phase.getByRole('heading').textContent()) ?? ''
}

/** Both clocks run, and never more than the second between two looks apart. */
async function expectSameRunningTimer(one: Locator, other: Locator): Promise<void> {
  const seconds = async (phase: Locator) => {
    const [minutes, rest] = ((await phase.getByRole('timer').textContent()) ?? '').split(':').map((part) => Number.parseInt(part, 10))
    return (minutes ?? Number.NaN) * 60 + (rest ?? Number.NaN)
  }
  const start = await seconds(one)
  await expect.poll(() => seconds(one)).toBeLessThan(start)
  const [mine, theirs] = await Promise.all([seconds(one), seconds(other)])
  expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(1)
}

async function exportPng(board: Board, target: string): Promise<{ name: string; width: number; height: number; bytes: number }> {
  const { page, words } = board
  await page.getByRole('button', { name: words.export.button }).click()
  const dialog = page.getByRole('dialog', { name: words.export.title })
  await dialog.getByRole('radio', { name: target, exact: true }).check()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: words.export.submit }).click()
  const download = await downloading
  const bytes = await readFile(await download.path())
  await dialog.getByRole('button', { name: words.app.close }).first().click()
  await expect(dialog).toHaveCount(0)
  return { name: download.suggestedFilename(), bytes: bytes.length, ...pngSize(bytes) }
}
