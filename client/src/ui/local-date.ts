/** The calendar day of a moment (ms since the epoch) where this device is: YYYY-MM-DD. */
export function localDate(at: number): string {
  const day = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** A calendar day (YYYY-MM-DD) as people write it: "3 Mar", "3月3日"; with the year when it is another than that of `today`. */
export function dayInWords(day: string, today: string, locale: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? ({} as const) : ({ year: 'numeric' } as const)
  // Noon: no time zone or summer time moves it to another day.
  return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', ...year }).format(new Date(`${day}T12:00:00`))
}
