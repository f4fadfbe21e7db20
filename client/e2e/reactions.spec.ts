import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { createBoard, join, participantLink } from './workshop.ts'

test('a reaction by keyboard is seen at the person, at the edge of the board and on the wall, and fades', async ({ newPerson, server }) => {
  const locale = 'zh-CN'
  const lead = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'blank', title: '回应' })
  const { reactions } = lead.words
  const part = await join(await newPerson({ locale }), { link: await participantLink(lead), name: '林娜', locale })
  const wall = await lead.page.context().newPage()
  await wall.goto(`${lead.page.url().split('#')[0]}?view=projector`)
  await expect(wall.locator('.wall .tl-canvas')).toBeVisible({ timeout: 30_000 })

  const opener = part.page.getByRole('button', { name: reactions.button })
  await opener.focus()
  await part.page.keyboard.press('Enter')
  const row = part.page.getByRole('group', { name: reactions.button })
  await expect(row.getByRole('button')).toHaveCount(6)
  await row.getByRole('button', { name: reactions.name.applause }).focus()
  await part.page.keyboard.press('Enter')

  const shown = lead.page.locator('.shown-reactions li')
  await expect(shown).toHaveText('林娜')
  await expect(lead.page.locator('.people-stack .reaction-applause')).toBeVisible()
  await expect(wall.locator('.wall-reactions li')).toHaveText('1')
  await expect(part.page.locator('.shown-reactions li')).toHaveCount(1)
  // read aloud once, as a count
  await expect(lead.page.getByText(`${reactions.name.applause} 1`)).toBeAttached()
  await expect(shown).toHaveCount(0)
  await expect(wall.locator('.wall-reactions li')).toHaveCount(0)
})
