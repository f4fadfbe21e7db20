/** Parts of the side panel. */
export const enPanel = {
  tabs: 'Parts of the workshop',
  workshop: 'Workshop',
  workshopHint: 'Steps, time and people',
  mapping: 'Mapping',
  mappingHint: 'Which dilemma has which remedy',
} as const

/** How far the dilemmas are answered. */
export const enCoverage = {
  title: 'Coverage',
  summary: '{{covered}} of {{total}} have an answer',
  short: '{{covered}}/{{total}}',
  listOpen: 'Show dilemmas without an answer',
  list: 'Which ones are open?',
  open: 'Without an answer',
  weak: 'Only a suggestion',
  allCovered: 'Every dilemma has an answer.',
  none: 'No dilemmas on the board yet.',
  goTo: 'Show “{{name}}” on the board',
  unused_one: '{{count}} remedy is not used yet',
  unused_other: '{{count}} remedies are not used yet',
  unnamed: 'Card without text',
} as const
