/** `name`, `name:port`, `1.2.3.4:port` or `[::1]:port`, and nothing that could break out of a link. */
const SAFE_HOST = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

export interface OriginFacts {
  publicUrl: string | undefined
  /** the request's Host header: whatever a client chose to send */
  host: string | undefined
  secure: boolean
  /** best address on the local network; undefined when there is none, or when the server listens on this machine only */
  lanAddress: string | undefined
  port: number
}

/**
 * Where links point to: PUBLIC_URL; else the address on the local network when the page was opened on this machine, because
 * nobody else reaches "localhost"; else the name under which the server was reached.
 */
export function publicOrigin({ publicUrl, host, secure, lanAddress, port }: OriginFacts): string {
  if (publicUrl !== undefined) return publicUrl
  const scheme = secure ? 'https' : 'http'
  const usable = host !== undefined && SAFE_HOST.test(host) && URL.canParse(`${scheme}://${host}`)
  const reached = new URL(usable ? `${scheme}://${host}` : `${scheme}://localhost:${port}`)
  if (!LOOPBACK.test(reached.hostname) || lanAddress === undefined) return reached.origin
  // A default port is empty here, as it is in the link.
  return `${scheme}://${lanAddress}${reached.port && `:${reached.port}`}`
}
