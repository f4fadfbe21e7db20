/** The address of the page that takes a code, and whether other devices can reach it. */
export interface JoinAddress {
  /** `https://host/j/K7M4PX` */
  url: string
  /** what people type first: host and port */
  host: string
  /** only this computer can open it */
  localOnly: boolean
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** `link` is any address of this server that others can use; the code leads to the same board. */
export function joinAddress(link: string, joinCode: string): JoinAddress {
  const { origin, host, hostname } = new URL(link)
  return { url: `${origin}/j/${encodeURIComponent(joinCode.replace(/\s/g, ''))}`, host, localOnly: LOOPBACK.test(hostname) }
}

/** `K7M4PX` → `K7M 4PX`: two groups are easier to read out and to type. */
export function spacedCode(code: string): string {
  if (code.length < 6 || code.includes(' ') || code.includes('-')) return code
  const half = Math.ceil(code.length / 2)
  return `${code.slice(0, half)} ${code.slice(half)}`
}
