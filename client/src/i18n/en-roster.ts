/** With whom one works; phones say it too. */
export const enOwnGroup = {
  yours: 'Your group, {{name}}:',
  you: 'you',
  together: ', ',
  away_one: '{{count}} more is not here now',
  away_other: '{{count}} more are not here now',
} as const

/** Who works with whom. */
export const enGroups = {
  ...enOwnGroup,
  title: 'Groups',
  make: 'Make groups by chance',
  pairs: 'Pairs',
  fours: 'Fours',
  tables: '{{count}} tables',
  howManyTables: 'How many tables',
  nobody: 'Groups are made of the participants who are here: nobody yet.',
  name: 'Group {{number}}',
  alone: 'Without a group',
  join: 'Two groups into one',
  dissolve: 'No groups…',
  leaveThem: 'Leave the groups',
  remakeAsk: 'Put people together anew? The groups of now are gone then.',
  remakeNotesAsk: 'There are hidden notes in these groups, and new groups would bring them new readers. Put people together anew?',
  remakeYes: '{{kind}} anew',
  dissolveAsk: 'Take all groups away?',
  dissolveNotesAsk:
    'There are hidden notes in these groups: without their group, people can no longer read and post them together. Take the groups away?',
  dissolveYes: 'No groups',
  newReaders:
    'Not changed: people would read hidden notes that were not written for them. Show the notes first. Putting whole groups together, and giving a group to people who have none, works at any time.',
  move: 'Where does {{name}} go?',
  new: 'A new group',
  none: 'No group',
} as const

/** What is said about people on the board's page, besides their names and roles. */
export const enRoster = {
  handUp: 'Hand up, number {{place}}',
  hasWritten: 'has written',
  isReady: 'done with this step',
  rename: 'Rename',
  newName: 'Another name for {{name}}',
  ownRole: 'You can give your role up when somebody else is a facilitator. The facilitators’ link always brings it back.',
  returnAgain: 'Lost phone',
  returnTitle: '{{name}} comes back',
  returnHint:
    'Let {{name}} scan this with the new phone. It works once, for ten minutes, and opens what they had: name, hidden notes and votes.',
  returnLink: 'Or send this link, to nobody else',
  returnQr: 'QR code that brings {{name}} back',
} as const
