import { Box, type BoxLike, type Editor } from 'tldraw'

/** Controls that lie over the canvas, in screen pixels: the toolbar below, a little air elsewhere. */
export interface Covered {
  top: number
  right: number
  bottom: number
  left: number
}

const AIR = 14
/** height of the toolbar with its distance from the edge */
const TOOLBAR = 92

/** On a canvas without tools. */
export const NOTHING_COVERED: Covered = { top: 0, right: 0, bottom: 0, left: 0 }

const COVERED: Covered = { top: AIR, right: AIR, bottom: TOOLBAR, left: AIR }

/** Area titles (40 units) and heading cards (36 units) are read at 14 px on screen: 14 / 36. */
const READABLE_TITLES = 14 / 36
/** Text smaller than this on the screen is guessed, not read. */
const READABLE_PX = 12
/** Cards (22 units) are read at 12 px. */
const READABLE_CARDS = READABLE_PX / 22
/** People zoom on; nothing is gained by letters as large as a hand. */
const LARGEST = 1.4

export interface View {
  x: number
  y: number
  z: number
}

/** tldraw's camera that puts the point (`x`, `y`) of the page at (`left`, `top`) of the screen at zoom `z`. */
function camera(x: number, y: number, left: number, top: number, z: number): View {
  return { x: left / z - x, y: top / z - y, z }
}

/** All of `bounds` in the free part of the screen, centred. */
export function fitView(bounds: BoxLike, screen: { w: number; h: number }, covered: Covered, largest = LARGEST): View {
  const w = screen.w - covered.left - covered.right
  const h = screen.h - covered.top - covered.bottom
  const z = Math.min(w / bounds.w, h / bounds.h, largest)
  return camera(bounds.x, bounds.y, covered.left + (w - bounds.w * z) / 2, covered.top + (h - bounds.h * z) / 2, z)
}

/**
 * The view a board opens with: everything when titles are readable then. When the toolbar alone makes the difference, the
 * board reaches below it. On small screens titles win: the view begins at the top left.
 */
export function startView(bounds: BoxLike, screen: { w: number; h: number }): View {
  const fit = fitView(bounds, screen, COVERED)
  if (fit.z >= READABLE_TITLES) return fit
  const whole = fitView(bounds, screen, { top: AIR / 2, right: AIR / 2, bottom: AIR / 2, left: AIR / 2 })
  if (whole.z >= READABLE_TITLES * 0.8) return camera(bounds.x, bounds.y, (screen.w - bounds.w * whole.z) / 2, AIR / 2, whole.z)
  return camera(bounds.x, bounds.y, AIR, AIR, READABLE_TITLES)
}

/** An area with readable cards: all of it when that is possible, else its top, where the title is. */
export function areaView(bounds: BoxLike, screen: { w: number; h: number }): View {
  const fit = fitView(bounds, screen, COVERED)
  if (fit.z >= READABLE_CARDS) return fit
  const free = screen.w - COVERED.left - COVERED.right
  const spare = (free - bounds.w * READABLE_CARDS) / 2
  return camera(bounds.x, bounds.y, COVERED.left + Math.max(0, spare), COVERED.top, READABLE_CARDS)
}

/** Some cards, with what is around them, at a readable size. */
export function cardsView(bounds: BoxLike, screen: { w: number; h: number }): View {
  const around = Box.From(bounds).clone().expandBy(160)
  const fit = fitView(around, screen, COVERED, 1)
  return fit.z >= READABLE_CARDS ? fit : fitView(bounds, screen, COVERED, 1)
}

/**
 * A view in which a card can be written: the letters at 12 px or more, the card where it was on the screen, but whole.
 * With a finger the keyboard takes the lower half, so the card goes to the upper one. Null when it is fine as it is.
 */
export function writingView(card: BoxLike, fontSize: number, now: View, screen: { w: number; h: number }, byFinger: boolean): View | null {
  const readable = Math.max(now.z, READABLE_PX / fontSize)
  const z = Math.min(readable, (screen.w - COVERED.left - COVERED.right) / card.w)
  const w = card.w * z
  const h = card.h * z
  const lowest = (byFinger ? screen.h * 0.42 : screen.h - COVERED.bottom) - h
  const left = (card.x + now.x) * now.z + (card.w * now.z - w) / 2
  const top = (card.y + now.y) * now.z + (card.h * now.z - h) / 2
  const kept = {
    left: Math.max(COVERED.left, Math.min(left, screen.w - COVERED.right - w)),
    top: Math.max(COVERED.top, Math.min(top, lowest)),
  }
  if (z <= now.z * 1.01 && Math.abs(kept.left - left) < 1 && Math.abs(kept.top - top) < 1) return null
  return camera(card.x, card.y, kept.left, kept.top, z)
}

/** Explains where the view goes; at once for people who asked for less motion. */
export function moveCamera(editor: Editor, view: View, animate = true): void {
  const calm = editor.user.getAnimationSpeed() === 0
  editor.stopCameraAnimation()
  editor.setCamera(view, animate && !calm ? { animation: { duration: 320 } } : { immediate: true })
}
