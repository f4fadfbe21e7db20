const DAY_MS = 24 * 60 * 60 * 1000

/** `14:05`, and the day when that was not within the last one. Both in ms since the epoch. */
export function clockTime(at: number, now: number, locale: string): string {
  const day = now - at < DAY_MS ? ({} as const) : ({ month: 'short', day: 'numeric' } as const)
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...day }).format(at)
}
