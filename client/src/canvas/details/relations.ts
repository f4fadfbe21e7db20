/** How one stakeholder can stand to another: the words of the paper's relations, the most used first. */
export const RELATIONS = [
  'leads',
  'guides',
  'coordinates',
  'joint-work',
  'serves',
  'informs',
  'mobilizes',
  'implements',
  'contacts',
  'covers',
  'window',
  'bridge',
  'voices',
  'conflict',
] as const
