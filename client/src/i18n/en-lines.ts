/** What lines mean, what cards ask for, and what they say about answers. Part of `canvas`. */
export const enLines = {
  line: {
    explicit: 'The paper says so',
    'explicit-general': 'The paper says so in general',
    'implied-strong': 'The paper strongly suggests it',
    implied: 'The paper suggests it',
    'implied-weak': 'Only a suggestion, no answer yet',
    group: 'Drawn by this group',
    'relation-positive': 'Works together',
    'relation-weak': 'Hardly works',
    'relation-tension': 'Tension',
  },
  legend: 'What the lines mean',
  legendHint: 'Select a line to read why it is there.',
  placeholder: {
    dilemma: 'What is the difficulty?',
    remedy: 'What could help?',
    stakeholder: 'Who?',
    action: 'Who does what, by when?',
    practice: 'What worked, and where?',
    evidence: 'What do we know, from where?',
    note: 'Write here',
  },
  mark: {
    open: 'no answer yet',
    weak: 'only weak links',
    remedies_one: '{{count}} remedy',
    remedies_other: '{{count}} remedies',
    answers_one: 'answers {{count}}',
    answers_other: 'answers {{count}}',
  },
} as const
