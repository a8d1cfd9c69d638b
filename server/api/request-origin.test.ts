import { expect, test } from 'vitest'
import { networkOf } from './request-origin'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:7:9::1', '2001:db8:7:9'],
  ['2001:0DB8:7:9:a:b:c:d', '2001:db8:7:9'],
  ['2001:db8::7:8', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['1::', '1:0:0:0'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
