/** Writing on a phone. */
export const enPhoneWrite = {
  add: 'Add',
  full: 'All written',
  saved: 'Sent',
  leftBehind: 'Not used yet',
  late: 'This came too late for its step:',
  unfinished: 'You were still writing this:',
  goOn: 'Go on here',
  goneOn: 'It is in the field now.',
} as const
