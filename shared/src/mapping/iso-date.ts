const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/u

/**
 * True for a day of the calendar written `YYYY-MM-DD`, as `meta.start` and `meta.due` hold it. Such texts sort by time, so that comparing
 * them needs no clock and no time zone.
 */
export function isIsoDate(value: unknown): value is string {
  const match = typeof value === 'string' ? ISO_DATE.exec(value) : null
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
