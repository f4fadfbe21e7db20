import { expect, type BrowserContextOptions, type Locator, type Page } from '@playwright/test'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import { fill, textsOf } from './texts.ts'

/** A cheap phone. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
} as const satisfies BrowserContextOptions

/** Somebody who takes part with a phone: used by the words on its screen, with a finger. */
export class PhonePerson {
  readonly page: Page
  readonly words: ReturnType<typeof textsOf>

  constructor(page: Page, locale: Locale) {
    this.page = page
    this.words = textsOf(locale)
  }

  /** By a link or the address of a code; the page for phones comes by itself. */
  async join(address: string, name: string): Promise<void> {
    await this.page.goto(address)
    await this.page.getByLabel(this.words.join.name).fill(name)
    await this.page.getByRole('button', { name: this.words.join.submit }).tap()
    await expect(this.page).toHaveURL(/\/p\/[\w-]+$/)
    await this.isSaved()
  }

  async isSaved(): Promise<void> {
    await expect(this.page.locator('.save-chip')).toHaveAttribute('data-state', 'saved')
  }

  /** What the lower edge leads to. */
  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: this.words.phone.nav }).getByRole('button', { name, exact: true })
  }

  task(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  /** Types into the task's field and presses its button. */
  async write(label: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(text)
    await this.page.getByRole('button', { name: this.words.phone.write.add, exact: true }).tap()
    // After the last one that the step allows there is no field any more.
    const left = this.page.getByRole('textbox', { name: label, exact: true }).and(this.page.locator('textarea:not(:placeholder-shown)'))
    await expect(left).toHaveCount(0)
    await this.isSaved()
  }

  /** One dot more for a card. */
  async vote(text: string): Promise<void> {
    await this.page.getByRole('button', { name: fill(this.words.voting.more, { name: text }), exact: true }).tap()
  }
}
