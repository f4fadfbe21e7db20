/** Largest texts and lists that a workshop needs; they bound what one request can make the server hold. */
export const COMMAND_LIMITS = {
  /** characters of a hidden note; a card of 500 fills a phone's screen */
  draftLength: 500,
  /** hidden notes of one person in one phase, when the phase sets no limit itself */
  drafts: 30,
  phases: 40,
  minutes: 480,
  /** characters of names of phases, groups, rounds */
  nameLength: 80,
  instructionLength: 600,
  /** cards of one round */
  candidates: 500,
  budget: 50,
  /** one group for each three of 300 people */
  groups: 100,
  people: 2_000,
} as const
