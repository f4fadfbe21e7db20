/** System fonts only: nothing to download, and the same glyphs on screen, in measuring and in exported images. */
export const BOARD_FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'

/** Text of ordinary cards, of heading cards and area titles, and of small labels. */
export const WEIGHT = { text: 400, heading: 650, label: 600 } as const
