/** Following somebody's view of the board, as far as a list of people needs it. Absent while there is no canvas. */
export interface Follow {
  /** participantId of whom we follow now */
  following: string | null
  /** follows, or stops following whom we follow already */
  toggle: (participantId: string) => void
}
