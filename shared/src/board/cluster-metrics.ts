/** Sizes of a cluster, in board units. */
export const CLUSTER = {
  padding: 20,
  /** below the last card, whose lower edge may carry signs */
  bottom: 30,
  /** from the frame's top edge to its first card */
  heading: 62,
  nameSize: 26,
  countSize: 18,
  radius: 18,
  /** a cluster that holds nothing yet */
  least: { w: 360, h: 160 },
} as const
