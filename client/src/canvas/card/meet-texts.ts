import { applyEdit, editBetween, movePosition, placeAfter, rebaseEdit } from './text-edit.ts'

/** What stands in a text area, and what of it is selected. */
export interface AreaText {
  value: string
  start: number
  end: number
}

/**
 * What a text area shows after its own changes since `base` have met what the card says now: nothing that either side wrote is
 * lost, and the selection stays on the letters it was on.
 */
export function meetTexts(base: string, area: AreaText, remote: string): AreaText {
  const mine = editBetween(base, area.value, area.end)
  const theirs = editBetween(base, remote)
  if (!theirs) return area
  const placed = mine ? placeAfter(theirs, mine) : theirs
  return {
    value: mine ? applyEdit(remote, rebaseEdit(mine, theirs)) : remote,
    start: movePosition(area.start, placed),
    end: movePosition(area.end, placed),
  }
}
