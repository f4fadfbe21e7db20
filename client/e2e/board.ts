import { expect, type Locator, type Page } from '@playwright/test'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { CanvasApi } from '../src/canvas/canvas-api.ts'
import type { Editor } from 'tldraw'
import { fill, textsOf } from './texts.ts'

declare global {
  interface Window {
    /** the canvas page's hook for debugging and automation (docs/architecture.md) */
    remedyboard?: { editor: Editor; canvas: CanvasApi; session: { send(command: WorkshopCommand): Promise<void> } }
  }
}

type Words = ReturnType<typeof textsOf>

export interface Point {
  x: number
  y: number
}

/** One person's open board, seen and used as they would: by the words on the screen and by mouse and keyboard. */
export class Board {
  readonly page: Page
  readonly words: Words

  constructor(page: Page, locale: Locale) {
    this.page = page
    this.words = textsOf(locale)
  }

  get canvas(): Locator {
    return this.page.locator('.tl-canvas')
  }

  get saving(): Locator {
    return this.page.locator('.save-chip')
  }

  /** Waits until the board is on the canvas and everything is saved. */
  async isOpen(): Promise<void> {
    await expect(this.canvas).toBeVisible({ timeout: 30_000 })
    await expect.poll(() => this.page.evaluate(() => window.remedyboard !== undefined)).toBe(true)
    await this.isSaved()
  }

  async isSaved(): Promise<void> {
    await expect(this.saving).toContainText(this.words.save.saved)
  }

  /** Shows a part of the side panel. */
  async openPart(part: 'workshop' | 'mapping'): Promise<void> {
    await this.page.getByRole('tab', { name: this.words.panel[part] }).click()
  }

  tool(name: string): Locator {
    return this.page.getByRole('toolbar', { name: this.words.canvas.tools }).getByRole('button', { name, exact: true })
  }

  /** Picks a kind of card in the toolbar, places it and types. */
  async addCard(kind: keyof Words['canvas']['kind'], text: string, at: Point): Promise<void> {
    await this.tool(this.words.canvas.kind[kind]).click()
    await this.page.mouse.click(at.x, at.y)
    const editor = this.page.getByRole('textbox', { name: this.words.canvas.cardText })
    await expect(editor).toBeFocused()
    await this.page.keyboard.insertText(text)
    await this.page.keyboard.press('Escape')
    await expect(editor).toHaveCount(0)
    await expect.poll(() => this.centreOf(text)).not.toBeNull()
  }

  /** Puts the caret at the end of a card's text and types. */
  async write(text: string, more: string): Promise<void> {
    const at = await this.mustFind(text)
    // A double click right after another one would be a triple click.
    await this.page.mouse.click(at.x, at.y)
    await this.page.keyboard.press('Enter')
    const editor = this.page.getByRole('textbox', { name: this.words.canvas.cardText })
    await expect(editor).toBeFocused()
    await this.page.keyboard.press('Control+End')
    await this.page.keyboard.insertText(more)
    await this.page.keyboard.press('Escape')
    await this.mustFind(text + more)
  }

  /** Through the menu of areas, as people do; returns when the camera has arrived. */
  async goToArea(area: string): Promise<void> {
    const name = await this.page.evaluate((wanted) => {
      const frame = window.remedyboard?.editor.getCurrentPageShapes().find((shape) => shape.meta['area'] === wanted)
      return frame && 'name' in frame.props ? String(frame.props.name) : null
    }, area)
    if (name === null) throw new Error(`no area "${area}"`)
    await this.page.getByRole('button', { name: this.words.board.areas, exact: true }).click()
    await this.page.locator('.popover').getByRole('button', { name }).click()
    await this.cameraRests()
  }

  /** Two looks in a row see the same: animations of the camera have ended. */
  async cameraRests(): Promise<void> {
    let last = ''
    await expect
      .poll(async () => {
        const camera = JSON.stringify(await this.page.evaluate(() => window.remedyboard?.editor.getCamera()))
        const rests = camera === last
        last = camera
        return rests
      })
      .toBe(true)
  }

  /** Middle of the card with this text, in pixels of the window; `null` when there is none. */
  async centreOf(text: string): Promise<Point | null> {
    return await this.page.evaluate((wanted) => {
      const editor = window.remedyboard?.editor
      const card = editor
        ?.getCurrentPageShapes()
        .find((shape) => shape.type === ('card' as string) && 'text' in shape.props && shape.props.text === wanted)
      const bounds = card && editor?.getShapePageBounds(card)
      if (!editor || !bounds) return null
      const { x, y } = editor.pageToScreen(bounds.center)
      return { x, y }
    }, text)
  }

  async mustFind(text: string): Promise<Point> {
    await expect.poll(() => this.centreOf(text), `a card "${text}"`).not.toBeNull()
    const centre = await this.centreOf(text)
    if (centre === null) throw new Error(`the card "${text}" is gone`)
    return centre
  }

  /** The same in board units, which do not depend on anybody's camera. */
  async placeOf(text: string): Promise<Point | null> {
    return await this.page.evaluate((wanted) => {
      const editor = window.remedyboard?.editor
      const card = editor?.getCurrentPageShapes().find((shape) => 'text' in shape.props && shape.props.text === wanted)
      const bounds = card && editor?.getShapePageBounds(card)
      return bounds ? { x: Math.round(bounds.x), y: Math.round(bounds.y) } : null
    }, text)
  }

  /** A point of an area, by fractions of its width and height, in pixels of the window. */
  async spotIn(area: string, across: number, down: number): Promise<Point> {
    const spot = await this.page.evaluate(
      ({ wanted, fractions }) => {
        const editor = window.remedyboard?.editor
        const frame = editor?.getCurrentPageShapes().find((shape) => shape.meta['area'] === wanted)
        const bounds = frame && editor?.getShapePageBounds(frame)
        if (!editor || !bounds) return null
        const { x, y } = editor.pageToScreen({ x: bounds.x + bounds.w * fractions.across, y: bounds.y + bounds.h * fractions.down })
        return { x, y }
      },
      { wanted: area, fractions: { across, down } },
    )
    if (spot === null) throw new Error(`no area "${area}"`)
    return spot
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
    await this.page.mouse.move(to.x, to.y, { steps: 5 })
    await this.page.mouse.up()
  }

  /** How many shapes of a type are on the board. */
  async count(type: string): Promise<number> {
    return await this.page.evaluate(
      (wanted) => window.remedyboard?.editor.getCurrentPageShapes().filter((shape) => shape.type === wanted).length ?? 0,
      type,
    )
  }

  /** How many links people see, of those on the board. */
  async shownLinks(): Promise<number> {
    return await this.page.evaluate(() => {
      const editor = window.remedyboard?.editor
      return editor?.getCurrentPageShapes().filter((shape) => shape.type === 'arrow' && !editor.isShapeHidden(shape)).length ?? 0
    })
  }

  async showsCoverage(covered: number, total: number): Promise<void> {
    await expect(this.page.locator('.coverage-chip')).toContainText(fill(this.words.coverage.summary, { covered, total }))
  }
}
