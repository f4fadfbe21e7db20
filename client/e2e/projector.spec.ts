import { expect, type Page } from '@playwright/test'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { Board } from './board.ts'
import { test } from './fixtures.ts'
import { textsOf } from './texts.ts'
import { createBoard, join, participantLink } from './workshop.ts'

async function send({ page }: Board, command: WorkshopCommand): Promise<void> {
  await page.evaluate((sent) => window.remedyboard?.session.send(sent), command)
}

/** Record ids of the cards with these texts. */
async function idsOf({ page }: Board, texts: readonly string[]): Promise<string[]> {
  return await page.evaluate(
    (wanted) =>
      wanted.flatMap(
        (text) =>
          window.remedyboard?.editor.getCurrentPageShapes().find((shape) => 'text' in shape.props && shape.props.text === text)?.id ?? [],
      ),
    texts,
  )
}

const NOTES = ['楼道晚上没有灯', '独居老人收不到通知', '停水前没有人说一声'] as const

for (const locale of ['en', 'zh-CN'] as const) {
  test(`the wall counts, turns notes over, shows the vote and its result, in ${locale}`, async ({ newPerson, server }) => {
    test.setTimeout(150_000)
    const words = textsOf(locale)
    const ann = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'dilemma-remedy', title: '东街社区' })
    const link = await participantLink(ann)
    const ben = await join(await newPerson({ locale }), { link, name: '王芳', locale })

    // The facilitator's laptop has two screens: the wall is a window of the same browser.
    const wall: Page = await ann.page.context().newPage()
    await wall.setViewportSize({ width: 1920, height: 1080 })
    await wall.goto(`${ann.page.url()}?view=projector`)
    const stage = wall.locator('.wall')
    const shot = (name: string) => wall.screenshot({ path: test.info().outputPath(`${name}-${locale}.png`), animations: 'disabled' })

    await test.step('the board without tools, with the way in', async () => {
      await expect(stage).toHaveAttribute('data-scene', 'board')
      await expect(wall.getByRole('img', { name: words.projector.qr })).toBeVisible()
      await expect(wall.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 })
      await expect(wall.getByRole('toolbar')).toHaveCount(0)
      await send(ann, { type: 'set-phase', phaseId: 'A2' })
      await expect(wall.getByRole('timer')).toBeVisible()
      await ben.page.mouse.move(500, 400)
      await shot('board')
      await expect(wall.locator('.tl-cursor')).toHaveCount(0)
    })

    await test.step('while people write it counts, and shows no word of it', async () => {
      await send(ann, { type: 'set-phase', phaseId: 'A3' })
      await expect(stage).toHaveAttribute('data-scene', 'writing')
      for (const [i, text] of NOTES.entries()) await send(ben, { type: 'write-draft', phaseId: 'A3', id: `n${i}`, text })
      await expect(stage.getByRole('status').first()).toContainText('3')
      await expect(stage).not.toContainText(NOTES[0])
      await shot('writing')
    })

    await test.step('the reveal turns the notes over', async () => {
      await send(ann, { type: 'reveal-notes', phaseId: 'A3' })
      await expect(stage).toHaveAttribute('data-scene', 'reveal')
      for (const text of NOTES) await expect(wall.locator('.wall-reveal')).toContainText(text)
      await shot('reveal')
    })

    await test.step('an open vote shows how many, never what', async () => {
      await send(ann, { type: 'set-phase', phaseId: 'A6' })
      await expect.poll(async () => (await idsOf(ben, NOTES)).length).toBe(3)
      const cards = await idsOf(ben, NOTES)
      await send(ann, { type: 'open-round', id: 'r1', kind: 'dots', title: '我们最看重什么？', cards, budget: 5, cap: 2 })
      await send(ben, { type: 'cast-ballot', roundId: 'r1', marks: { [cards[1] ?? '']: 2, [cards[0] ?? '']: 1 } })
      await expect(stage).toHaveAttribute('data-scene', 'voting')
      await expect(stage.getByRole('status').first()).toContainText('1')
      await shot('voting')
      await send(ann, { type: 'close-round', id: 'r1' })
    })

    await test.step('then the ranking, also in the step for looking at it and after a reload', async () => {
      await expect(stage).toHaveAttribute('data-scene', 'ranking')
      await expect(wall.locator('.wall-ranking li').first()).toContainText(NOTES[1])
      await send(ann, { type: 'set-phase', phaseId: 'A7' })
      await wall.reload()
      await expect(stage).toHaveAttribute('data-scene', 'ranking')
      await shot('ranking')
      await wall.setViewportSize({ width: 1280, height: 720 })
      await wall.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await wall.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
      await shot('ranking-dark-720')
    })

    await test.step('it goes along with the facilitator, and shows no way in while the entry is closed', async () => {
      await send(ann, { type: 'set-attention', attention: { mode: 'area', area: 'remedies' } })
      await expect(stage).toHaveAttribute('data-scene', 'board')
      await send(ann, { type: 'set-entry', open: false })
      await expect(wall.getByRole('img', { name: words.projector.qr })).toHaveCount(0)
      await shot('attention')
    })

    await test.step('it connects anew as soon as the network is back', async () => {
      const again = wall.waitForEvent('websocket')
      await wall.evaluate(() => dispatchEvent(new Event('online')))
      await again
      await expect(stage).not.toContainText(words.projector.reconnecting)
    })
  })
}
