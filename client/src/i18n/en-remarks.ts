/** What people say about cards: comments and "me too". */
export const enRemarks = {
  meToo: 'Me too',
  unread_one: '{{count}} new',
  unread_other: '{{count}} new',
  write: 'Comment',
  text: 'Your comment',
  placeholder: 'What do you want to add or ask?',
  send: 'Send',
  sending: 'on its way…',
  resolved: 'Resolved',
  deleteNo: 'Keep it',
  sent: 'Your comment was added.',
  notNow: 'Comments are not part of this step.',
  viewer: 'You are looking on; only participants write comments.',
} as const
