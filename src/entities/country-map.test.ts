import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { geoArea } from 'd3-geo'
import { sql } from '#platform'
import { aCountry } from '../../test/kit/country.ts'
import { loadDirectory, MAPS, readMap } from './index.ts'

const file = (geometry: object, more: object = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { place: 'north', ar: 'الشمال', en: 'North' }, geometry }],
    ...more,
  })
const square = [
  [50, 26],
  [50, 27],
  [51, 27],
  [51, 26],
  [50, 26],
]

test('a map is read however its rings are wound, of one polygon or several, with heights or without', () => {
  const ways = [
    { type: 'Polygon', coordinates: [square] },
    { type: 'Polygon', coordinates: [square.toReversed()] },
    { type: 'MultiPolygon', coordinates: [[square.map(([x, y]) => [x, y, 12])]] },
  ]
  for (const geometry of ways) {
    const read = readMap(file(geometry, { credit: 'the survey of the land' }))
    assert.ok(read.ok)
    assert.equal(read.value.credit, 'the survey of the land')
    // What is wound the wrong way is everything on the globe but the square.
    for (const region of read.value.regions) assert.ok(geoArea(region) < 0.001)
  }
})

test('what is no map is refused, and its first fault is named', () => {
  const faults: [string, string][] = [
    ['', ''],
    ['[]', ''],
    ['{"type": "Topology"}', 'type'],
    [file({ type: 'Point', coordinates: [50, 26] }), 'features.0.geometry.type'],
    [file({ type: 'Polygon', coordinates: [[[50, 260]]] }), 'features.0.geometry.coordinates.0'],
    [JSON.stringify({ type: 'FeatureCollection', features: [] }), 'features'],
  ]
  for (const [text, at] of faults) {
    const read = readMap(text)
    assert.ok(!read.ok && String(read.details?.at).startsWith(at), `${text}: ${JSON.stringify(read)}`)
  }
})

test('an operator’s own map counts before the one that the service brings; a broken one is named and left out', async (t) => {
  const { db, owner, tools } = await aCountry(t)
  await owner.run(sql`update installation set country = 'jordan'`)
  const folder = mkdtempSync(join(tmpdir(), 'sawt-maps-'))
  const faults: string[] = []
  const maps = { folders: [folder, MAPS], complain: (path: string) => faults.push(path) }
  assert.ok(((await loadDirectory(db, maps)).map?.regions.length ?? 0) === 12)
  writeFileSync(join(folder, 'jordan.geojson'), file({ type: 'Polygon', coordinates: [square] }))
  assert.deepEqual(
    (await loadDirectory(db, maps)).map?.regions.map(({ properties }) => properties.place),
    ['north'],
  )
  writeFileSync(join(folder, 'jordan.geojson'), '{}')
  assert.equal((await loadDirectory(db, maps)).map, undefined)
  assert.deepEqual(faults, [join(folder, 'jordan.geojson')])
  assert.equal((await tools.directory()).map, undefined, 'an invented country has none')
})

test('the maps that the service brings are boundaries of all governorates of their countries, small, with their source', () => {
  for (const name of readdirSync(MAPS).filter((each) => each.endsWith('.geojson'))) {
    const text = readFileSync(join(MAPS, name), 'utf8')
    const read = readMap(text)
    assert.ok(read.ok, name)
    assert.ok(read.value.credit && text.length < 12_000, name)
    const seed = JSON.parse(
      readFileSync(join(MAPS, '../countries', name.replace('.geojson', '.json')), 'utf8'),
    )
    const places: { id: string; level: string }[] = Array.isArray(seed.places) ? seed.places : []
    const governorates = places.filter(({ level }) => level === 'governorate').map(({ id }) => id)
    const drawn = read.value.regions.map(({ properties }) => properties.place)
    if (governorates.length > 0) assert.deepEqual(drawn.sort(), governorates.sort(), name)
    for (const { properties } of read.value.regions) assert.ok(!properties.tile, name)
  }
})
