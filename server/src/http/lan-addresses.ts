import type { NetworkInterfaceInfo } from 'node:os'

/** Bridges of containers and virtual machines have addresses that no phone reaches. */
const VIRTUAL_INTERFACE = /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|tun|tap|wg|tailscale|zt|utun)/i
const HOME_NETWORK = /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/
const LINK_LOCAL = /^169\.254\./
const EVERYWHERE = new Set(['0.0.0.0', '::', ''])

/** The addresses under which others reach a server that listens on `host`, likeliest first; none when it listens on this machine only. */
export function lanAddresses(host: string, interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  if (isLoopback(host)) return []
  if (!EVERYWHERE.has(host)) return [inUrl(host)]
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !LINK_LOCAL.test(address))
      .map(({ address }) => ({ address, rank: (VIRTUAL_INTERFACE.test(name) ? 2 : 0) + (HOME_NETWORK.test(address) ? 0 : 1) })),
  )
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => address)
}

/** The address under which this machine itself reaches the server. */
export function localAddress(host: string): string {
  return EVERYWHERE.has(host) || host === '127.0.0.1' ? 'localhost' : inUrl(host)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
