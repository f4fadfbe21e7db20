/** The plan: who does what by when. Words for fields of a card are in `canvas`. */
export const enPlan = {
  action: 'Action',
  lead: 'Leads',
  supporters: 'Support',
  nobody: 'Nobody yet',
  noLead: 'Nobody leads',
  noDate: 'No date',
  ownerlessCount_one: '{{count}} without a lead',
  ownerlessCount_other: '{{count}} without a lead',
  undatedCount_one: '{{count}} without a date',
  undatedCount_other: '{{count}} without a date',
  unnamed: 'Card without text',
  newAction: 'New action',
} as const
