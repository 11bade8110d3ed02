import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ComponentChildren, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { reader } from '#words'
import { PageProvider } from '../page.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Form } from './form.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const page = { reader: reader('en', 'Asia/Amman'), path: '/', asset: (name: string) => name, csrf: 'secret' }
const draw = (node: ComponentChildren) => renderToString(h(PageProvider, { page }, node))

test('a form that changes something carries the token of the page, a search does not', () => {
  assert.match(draw(h(Form, { children: null })), /<input type="hidden" name="csrf" value="secret"/)
  assert.doesNotMatch(draw(h(Form, { method: 'get', children: null })), /secret/)
})

test('a first line break that somebody typed survives', () => {
  assert.match(draw(h(TextArea, { name: 'text', label: 'Text', value: '\nBelow' })), />\n\nBelow<\/textarea>/)
})

test('what somebody typed never becomes markup', () => {
  const drawn = draw(h(TextField, { name: 'a', label: '<b>', value: '"><script>' }))
  assert.doesNotMatch(drawn, /<script>|<b>/)
  assert.match(drawn, /value="&quot;>?&?/)
})

test('an error stands beside its field, is announced with it and is led to from the top', () => {
  const field = draw(h(TextField, { name: 'place.lat', label: 'Latitude', hint: 'North', error: 'Too far' }))
  assert.match(field, /aria-describedby="place-lat-hint place-lat-error"/)
  assert.match(field, /aria-invalid="true"/)
  const summary = draw(h(ErrorSummary, { errors: [{ field: 'place.lat', text: 'Too far' }] }))
  assert.match(summary, /href="#place-lat"/)
  assert.match(summary, /tabindex="-1" autofocus/)
})

test('nothing wrong, nothing shown', () => {
  assert.equal(draw(h(ErrorSummary, { errors: [] })), '')
})

test('a component outside a page says so', () => {
  assert.throws(() => renderToString(h(TextField, { name: 'a', label: 'A' })), /outside a page/)
})
