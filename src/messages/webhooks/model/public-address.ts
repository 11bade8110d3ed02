import { BlockList, isIP } from 'node:net'

/**
 * Networks that are nobody's on the open internet (IANA's special-purpose registries), and two that look public
 * but answer inside a cloud. An entity's system is never there; our own database, metadata and routers are.
 */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** Of IPv6 only what is given out: so whatever maps, translates or tunnels IPv4 is refused without being listed. */
const GIVEN_OUT_6 = ['2000::/3']
/** Within it: protocol assignments with Teredo, documentation, 6to4. */
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

const listOf = (networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}

const notPublic4 = listOf(NOT_PUBLIC_4, 'ipv4')
const notPublic6 = listOf(NOT_PUBLIC_6, 'ipv6')
const givenOut6 = listOf(GIVEN_OUT_6, 'ipv6')

/** Whether an address, not a name, is one on the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !notPublic4.check(address, 'ipv4')
  // A zone names one of our own interfaces.
  if (isIP(address) !== 6 || address.includes('%')) return false
  return givenOut6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6')
}
