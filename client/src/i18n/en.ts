import { enPlan } from './en-plan.ts'
import { enReactions } from './en-reactions.ts'
import { enRemarks } from './en-remarks.ts'

/**
 * The texts that every page loads, in English; those of the board's page are in `en-board.ts`. The other languages must have the same keys and placeholders (`i18n.test.ts`).
 * Keys with a count end in `_one` and `_other`; callers use the key without the ending and pass `count`.
 */
export const en = {
  app: {
    name: 'Remedyboard',
    skipToMain: 'Skip to the content',
    loading: 'Loading…',
    opening: 'Opening the board…',
    home: 'Home page',
    close: 'Close',
    tryAgain: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    copyByHand: 'Marked. Press Ctrl+C to copy',
    switchLanguage: 'Switch to 简体中文',
    themeToDark: 'Use dark colours',
    themeToLight: 'Use light colours',
  },
  join: {
    pageTitle: 'Join',
    headline: 'Join the workshop',
    name: 'Your name here',
    nameHint: 'Others see it next to what you do. 1 to 40 characters.',
    nameMissing: 'Please type a name.',
    nameTooLong: 'At most 40 characters, please.',
    privacy: 'An alias is enough. We ask for no phone number and no e-mail. What you put on the board is seen by everybody on it.',
    submit: 'Join',
    joining: 'Joining…',
    codeHeadline: 'Join with a code',
    code: 'Code',
    codeMissing: 'Please type the code.',
    codeUnknown: 'No workshop has this code. Check it on the screen in the room.',
  },
  state: {
    notAllowed: {
      title: 'This board needs an invitation',
      body: 'This browser has not joined the board. Open the link you were given again, or type the code from the screen in the room.',
    },
    removed: {
      title: 'You have left this workshop',
      body: 'A facilitator ended your access. If that was a mistake, speak to them: they can give you a new link.',
    },
    noSuchBoard: {
      title: 'There is no such board',
      body: 'It may have been deleted, or the address is incomplete. Check the link and open it again.',
    },
    reload: {
      title: 'A new version is ready',
      body: 'Reload the page to go on. What you wrote is kept.',
      action: 'Reload',
    },
    closed: {
      title: 'The board was closed',
      body: 'The server ended the connection. Reload the page to open the board again.',
    },
    notFound: {
      title: 'Nothing here',
      body: 'This address does not lead to a page.',
    },
    failed: {
      title: 'Something went wrong',
      body: 'The page could not go on. Reload it: what was saved is safe.',
    },
    unreachable: {
      title: 'The server does not answer',
      body: 'Check that this device is on the same network as the server, then try again.',
    },
    joinByCode: 'Join with a code',
  },
  error: {
    'bad-request': 'That could not be understood. Please check what you typed.',
    'not-signed-in': 'Please open your link again.',
    'not-allowed': 'You may not do that here.',
    'entry-closed': 'A facilitator has closed the entry for now. Speak to them, then try again here: your link is fine.',
    'not-found': 'Not found.',
    conflict: 'Somebody was faster. Please look again.',
    'too-large': 'That is too large.',
    unprocessable: 'That cannot be done at the moment.',
    'too-many-requests': 'Too many attempts. Please wait a minute.',
    'store-unavailable': 'The server cannot store anything right now. Please try again in a moment.',
    internal: 'The server had a problem. Please try again.',
    offline: 'The server does not answer. Is this device on the right network?',
  },
  refusal: {
    title: 'Not everything was kept',
    yourText: 'What you wrote, so that it is not lost:',
    reason: {
      viewer: 'You are here to look on: viewers change nothing.',
      protected: 'That part of the board is kept by the server.',
      locked: 'A facilitator has locked it.',
      'not-yours': 'It belongs to somebody else.',
      phase: 'This step of the workshop does not allow it.',
      invalid: 'The board could not show it.',
      'too-large': 'It was too long, too large or too many at once.',
    },
  },
  save: {
    connecting: 'Connecting…',
    saved: 'All changes saved',
    saving: 'Saving…',
    offline: 'Offline',
    offlineKept: 'Offline, kept on this device',
    offlineWriting: 'Offline, storing on this device…',
    offlineUnsaved: 'Offline, not kept',
    notSaved: 'Not saved: the server cannot store',
    closed: 'Disconnected',
    offlineBanner: 'No connection to the server. You can go on: everything is kept on this device and sent when the connection is back.',
    offlineBannerNotKept:
      'No connection to the server, and this browser keeps nothing. You can go on, but leave this page open until the connection is back.',
    offlineFullBanner:
      'No connection to the server, and this device has no room left: what you write now is kept nowhere. Leave this page open until the connection is back, or free some room.',
    fullBanner:
      'This device has no room left for its copy of the board. Everything is saved on the server; without a connection your changes would last only as long as this page is open.',
    unavailableBanner:
      'This browser keeps no copy (a private window?). Everything is saved on the server; without a connection your changes would last only as long as this page is open.',
    notSavedBanner: 'The server cannot store at the moment. Keep this page open: your changes are sent again as soon as it can.',
  },
  board: {
    lookOnlyHint: 'You see everything and change nothing. Editing is for participants.',
  },
  agenda: {
    step: 'Step {{step}} of {{total}}',
    timeLeft: 'Time left',
    paused: 'paused',
    timeUp: 'Time is up',
    overBy: '{{time}} over',
  },
  plan: enPlan,
  reactions: enReactions,
  remarks: enRemarks,
  people: {
    count_one: '{{count}} person',
    count_other: '{{count}} people',
    rename: 'Change your name',
    renameSave: 'Save the name',
    nowFacilitator: 'You are a facilitator now: agenda, links and people are yours to run.',
    nowParticipant: 'You can take part now: add, write, move and link.',
    nowViewer: 'A facilitator made you a viewer: you see everything, point and follow, and change nothing.',
  },
} as const
