/** Votes and their results on a phone. */
export const enPhoneVote = {
  left_one: '{{count}} dot left',
  left_other: '{{count}} dots left',
  given_one: '{{count}} dot here, {{left}} left to give.',
  given_other: '{{count}} dots here, {{left}} left to give.',
  answered: '{{done}} of {{total}} answered',
  secret: 'Nobody sees who voted for what.',
  done: 'I have voted',
  isDone: 'Done',
  gone: 'This card is no longer on the board',
  mergedInto: 'Now one with: {{text}}',
  search: 'Find a card',
  nothingFound: 'No card has these words.',
  full: 'That is the most for one card.',
  spent: 'All your dots are given. Take one back elsewhere first.',
  voted: '{{count}} voted · {{here}} here now',
  takeBackSure: 'Take back everything that you gave?',
  state: {
    none: 'Not voted yet',
    saving: 'On its way…',
    waiting: 'No connection: sent when it is back.',
    saved: 'Your vote is in. You can still change it.',
    refused: 'Not taken: {{reason}}',
  },
} as const

export const enPhoneResults = {
  choose: 'Which vote?',
  late: 'Your last change may not have been counted: it was not taken before the vote closed.',
} as const
