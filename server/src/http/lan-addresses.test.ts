import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { lanAddresses, localAddress } from './lan-addresses.ts'

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  family: 'IPv4',
  address,
  internal,
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
})

describe('lanAddresses', () => {
  const interfaces = {
    lo: [ipv4('127.0.0.1', true)],
    docker0: [ipv4('172.17.0.1')],
    eth0: [ipv4('203.0.113.5')],
    wlan0: [ipv4('169.254.3.4'), ipv4('192.168.1.7')],
  }

  it('puts the address that phones can reach first, and bridges of containers last', () => {
    expect(lanAddresses('0.0.0.0', interfaces)).toEqual(['192.168.1.7', '203.0.113.5', '172.17.0.1'])
  })

  it('finds none for a server that listens on this machine only, and the given one for a server that listens on one address', () => {
    for (const host of ['127.0.0.1', 'localhost', '::1']) expect(lanAddresses(host, interfaces)).toEqual([])
    expect(lanAddresses('192.168.1.7', interfaces)).toEqual(['192.168.1.7'])
    expect(lanAddresses('fd00::1', interfaces)).toEqual(['[fd00::1]'])
  })
})

describe('localAddress', () => {
  it('is one at which the server really listens', () => {
    expect(localAddress('0.0.0.0')).toBe('localhost')
    expect(localAddress('::1')).toBe('[::1]')
    expect(localAddress('192.168.1.7')).toBe('192.168.1.7')
  })
})
