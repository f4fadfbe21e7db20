/** How one stakeholder can stand to another. */
export const enRelations = {
  leads: 'Leads',
  guides: 'Guides',
  coordinates: 'Coordinates with',
  'joint-work': 'Works jointly with',
  serves: 'Serves',
  informs: 'Informs',
  mobilizes: 'Mobilizes',
  implements: 'Carries out what it decides',
  contacts: 'Is in contact with',
  covers: 'Extends to',
  window: 'Is a window for',
  bridge: 'Is a bridge to',
  voices: 'Voices demands through',
  conflict: 'Is in conflict with',
} as const
