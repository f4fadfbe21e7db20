/** The list of people beside the board; what every page says of oneself is in `en.ts`. */
export const enPeople = {
  title: 'Here now',
  more: '+{{count}}',
  you: 'you',
  list: 'People on the board',
  alone: 'Only you so far. Invite the others.',
  follow: 'Follow {{name}}',
  actions: 'Role of {{name}}, and more',
  roleOf: 'What {{name}} may do',
  remove: 'Remove from the workshop…',
  removeTitle: 'Remove {{name}}?',
  removeHint: 'Their page closes at once; their cards stay. With the link they could join again: replace the link too if they should not.',
  removeConfirm: 'Remove',
  cancel: 'Cancel',
  failed: 'That did not work. {{reason}}',
  lastFacilitator: 'Somebody else has to be a facilitator first.',
  away: 'Not here now',
  awayList: 'People who were here',
  awaySince: 'since {{when}}',
  entry: 'New people may join',
  entryClosed: 'Nobody new can join. Whoever is in stays and can come back; the facilitators’ link still works.',
} as const

export const enRoles = {
  facilitator: 'Facilitator',
  participant: 'Participant',
  viewer: 'Viewer',
} as const
