/** The page for phones: one task per step, in large friendly words. */
export const enPhone = {
  phone: {
    board: 'Board',
    canvas: 'Open the board as a canvas',
    notStarted: 'You are in',
    notStartedHint: 'It starts soon. Leave this page open: it shows what to do, step by step.',
    noAgenda: 'This board has no agenda. You can read it here, and add cards.',
    task: {
      wait: 'Wait',
      watch: 'Watch',
      write: 'Write',
      add: 'Add a card',
      read: 'Read',
      group: 'Group',
      vote: 'Vote',
      link: 'Connect',
      plan: 'Plan',
      results: 'Results',
    },
    watch: {
      title: 'Look at the screen in the room',
      body: 'Nothing to do on the phone right now. Raise your hand if you want to say something.',
    },
    outline: {
      title: 'The whole board',
      elsewhere: 'Beside the areas',
      empty: 'empty',
    },
  },
} as const
