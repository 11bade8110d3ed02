import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { endpointAddress, OPEN_INTERNET } from './model/policy.ts'
import { isPublicAddress } from './model/public-address.ts'

const INSIDE = [
  ['this machine', '127.0.0.1', '127.255.255.254', '0.0.0.0', '::1', '::'],
  ['private networks', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ['carriers’ own networks', '100.64.0.1', '100.127.255.255'],
  ['the same wire', '169.254.0.1', 'fe80::1', 'fe80::1%eth0', '2606:4700::1%lo'],
  ['clouds’ metadata', '169.254.169.254', 'fd00:ec2::254', '100.100.100.200', '192.0.0.192', '168.63.129.16'],
  ['unique local', 'fc00::1', 'fdff:ffff::1', 'fec0::1'],
  ['IPv4 in the clothes of IPv6', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1'],
  ['translated and tunnelled', '64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001:0:7f00:1::'],
  ['many at once', '224.0.0.1', '239.255.255.255', 'ff02::1', '255.255.255.255'],
  ['documentation and tests', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '2001:db8::1'],
  ['nobody', '240.0.0.1', '4000::1', '100::1', 'not-an-address', '', '127.1', '1.2.3.4.5'],
]

for (const [what, ...addresses] of INSIDE)
  test(`an endpoint is never reached at an address of ${what}`, () => {
    for (const address of addresses) assert.equal(isPublicAddress(address), false, address)
  })

test('addresses on the open internet are reached', () => {
  for (const address of [
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '192.0.1.1',
    '2606:4700::1111',
    '2a00::1',
  ])
    assert.equal(isPublicAddress(address), true, address)
})

test('no IPv4 address becomes public by being written as IPv6', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.constantFrom('::ffff:', '::', '64:ff9b::'), (address, dress) =>
      assert.equal(isPublicAddress(dress + address), false),
    ),
  )
})

test('an address is taken as a browser understands it: encrypted, without names or passwords, not our own', () => {
  const taken = (typed: string) => {
    const address = endpointAddress(typed, OPEN_INTERNET)
    return address.ok ? address.value : address.reason
  }
  assert.equal(taken(' https://Works.Example/hooks?k=1#x '), 'https://works.example/hooks?k=1')
  for (const typed of ['', 'works.example', 'https://', `https://works.example/${'a'.repeat(600)}`])
    assert.equal(taken(typed), 'webhook-address-malformed', typed)
  for (const typed of ['https://user:pass@works.example/', 'https://user@works.example/'])
    assert.equal(taken(typed), 'webhook-address-malformed', typed)
  for (const typed of [
    'http://works.example/',
    'ftp://works.example/',
    'file:///etc/passwd',
    'gopher://works.example',
  ])
    assert.ok(taken(typed).startsWith('webhook-address-'), typed)
  for (const typed of [
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://localhost/',
    'https://localhost./',
    'https://db.localhost/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://１２７.0.0.1/',
  ])
    assert.equal(taken(typed), 'webhook-address-inside', typed)
})
