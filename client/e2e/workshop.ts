import { expect, type Page } from '@playwright/test'
import type { TemplateId } from '@remedyboard/shared/protocol/api'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { Role } from '@remedyboard/shared/protocol/role'
import { Board } from './board.ts'
import { textsOf } from './texts.ts'

const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', 'zh-CN': '简体中文' }

/** From the home page at `url` to a new open board, as its facilitator. */
export async function createBoard(
  page: Page,
  { url, locale, template, title }: { url: string; locale: Locale; template: TemplateId; title: string },
): Promise<Board> {
  const words = textsOf(locale)
  await page.goto(url)
  await page.locator(`input[name="template"][value="${template}"]`).check()
  await page.getByRole('group', { name: words.home.boardLanguage }).getByRole('radio', { name: LANGUAGE_NAMES[locale] }).check()
  await page.getByLabel(words.home.boardTitle).fill(title)
  await page.getByRole('button', { name: words.home.create }).click()
  const board = new Board(page, locale)
  await board.isOpen()
  return board
}

/** The link that the facilitator's invitation shows. */
export async function invitationLink({ page, words }: Board, role: Role): Promise<string> {
  const { invite } = words
  const choice = { participant: invite.forParticipant, facilitator: invite.forFacilitator, viewer: invite.forViewer }[role]
  const label = { participant: invite.participantLink, facilitator: invite.facilitatorLink, viewer: invite.viewerLink }[role]
  await page.getByRole('button', { name: invite.button }).click()
  const dialog = page.getByRole('dialog', { name: invite.title })
  await dialog.getByRole('radio', { name: choice }).check()
  const link = dialog.getByRole('textbox', { name: label })
  await expect(link).toHaveValue(/#k=/)
  const value = await link.inputValue()
  await dialog.getByRole('button', { name: words.app.close }).click()
  await expect(dialog).toHaveCount(0)
  return value
}

export async function participantLink(board: Board): Promise<string> {
  return await invitationLink(board, 'participant')
}

/** Opens a link and types a name. */
export async function join(page: Page, { link, name, locale }: { link: string; name: string; locale: Locale }): Promise<Board> {
  const words = textsOf(locale)
  await page.goto(link)
  await page.getByLabel(words.join.name).fill(name)
  await page.getByRole('button', { name: words.join.submit }).click()
  const board = new Board(page, locale)
  await board.isOpen()
  return board
}
