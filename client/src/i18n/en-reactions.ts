/** What people show one another for a few seconds, on every page that has a board. */
export const enReactions = {
  button: 'React',
  hint: 'Everybody sees it for a moment',
  name: {
    agree: 'I agree',
    love: 'Lovely',
    applause: 'Bravo',
    laugh: 'Funny',
    idea: 'Good idea',
    unsure: 'Not sure',
  },
  /** between names in a list */
  and: ', ',
  /** read aloud; list: "Bravo 3, Funny 1" */
  heard: 'Reactions: {{list}}',
} as const
