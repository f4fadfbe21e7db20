/** Who works with whom. */
export const enGroups = {
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
  dissolve: 'No groups',
  move: 'Where does {{name}} go?',
  new: 'A new group',
  none: 'No group',
  yours: 'You are in {{name}}:',
  together: ', ',
  onlyYou: 'the others are not here now',
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
