import { expect } from '@playwright/test'
import { EXAMPLE } from '@remedyboard/shared/templates/template-info'
import { test } from './fixtures.ts'
import { textsOf } from './texts.ts'

for (const locale of ['en', 'zh-CN'] as const) {
  test(`the home page opens a finished workshop to look around in, in ${locale}`, async ({ newPerson, server }) => {
    const { home, coverage } = textsOf(locale)
    const page = await newPerson({ locale })
    await page.goto(server.url())
    await page.getByRole('button', { name: home.openExample }).click()
    await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 })
    await expect(page).toHaveTitle(new RegExp(`^${locale === 'en' ? EXAMPLE.name.en : EXAMPLE.name.zh}`))
    const chip = coverage.summary.replace('{{covered}}', '15').replace('{{total}}', '21')
    await expect(page.getByRole('button', { name: chip })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: chip })).toBeVisible({ timeout: 30_000 })
  })
}
